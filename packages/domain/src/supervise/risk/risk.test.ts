import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardData } from '../../../test/standard-data.ts'
import type { Finding } from '../../gate/finding.ts'
import { readIndicators, wilson } from './indicator.ts'
import { assessRisks, riskFile } from './risk.ts'

const file = standardData('risks.yaml', riskFile)

describe('bounds of a share', () => {
  // Wilson 1927 / Newcombe 1998, Table I: 81 of 263 at 95 % → 0.2553 to 0.3662; 15 of 148 → 0.0624 to 0.1605; 0 of 20 → 0 to 0.1611
  it.each([
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
  ])('%i of %i', (events, trials, low, high) => {
    const bounds = wilson({ events, trials }, 1.959964)
    expect(bounds.low).toBeCloseTo(low, 3)
    expect(bounds.high).toBeCloseTo(high, 3)
  })
  it('always hold the share between them', () =>
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
        const [events, trials] = [Math.min(a, b), Math.max(a, b, 1)]
        const { low, high } = wilson({ events, trials }, 1.96)
        expect(low).toBeLessThanOrEqual(events / trials + 1e-12)
        expect(high).toBeGreaterThanOrEqual(events / trials - 1e-12)
      }),
    ))
})

describe('indicators', () => {
  const state = (counts: Record<string, number>) =>
    Object.fromEntries(readIndicators(file, counts).map((r) => [r.id, r.state]))
  it('one return of four orders is quiet, a hundred of four hundred holds', () => {
    expect(state({ returns: 1, orders: 4 })['return-rate']).toBe('quiet')
    expect(state({ returns: 100, orders: 400 })['return-rate']).toBe('hold')
  })
  it('a single safety incident holds', () =>
    expect(state({ 'safety-incidents': 1, orders: 10_000 })['safety-incidents']).toBe('hold'))
})

describe('the register', () => {
  const finding = (check: string, subject: string): Finding => ({
    check,
    clause: 'I3',
    gate: 'product',
    severity: 'block',
    statutory: false,
    subject,
    state: 'missing',
    what: { zh: '', en: '' },
    remedy: { zh: '', en: '' },
    owner: 'supplier',
  })
  it('scores likelihood × impact: 3 of 100 subjects is likelihood 2, times impact 5', () => {
    const risks = assessRisks(
      file,
      ['a', 'b', 'c'].map((s) => finding('supplier.screening.clear', s)),
      100,
    )
    expect(risks.find((r) => r.id === 'sanctioned-party')).toMatchObject({
      likelihood: 2,
      impact: 5,
      score: 10,
      level: 'high',
      subjects: 3,
    })
    expect(risks.find((r) => r.id === 'payment-fraud')).toMatchObject({ likelihood: 1, score: 5, level: 'medium' })
  })
})
