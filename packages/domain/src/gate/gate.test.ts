import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Day } from '../kernel/day.ts'
import type { Finding } from './finding.ts'
import { gatesOf, nextOwed, overall, worse } from './gate.ts'
import { applyWaivers, type Waiver, waiverFault } from './waiver.ts'
import { GATES } from './words.ts'

const finding = (over: Partial<Finding> = {}): Finding => ({
  check: 'product.certificate.covers',
  clause: 'I3',
  gate: 'product',
  severity: 'block',
  statutory: false,
  subject: 'p1',
  state: 'missing',
  what: { zh: '缺', en: 'missing' },
  remedy: { zh: '补', en: 'add' },
  owner: 'supplier',
  ...over,
})
const day = '2026-06-01' as Day
const waiver = (over: Partial<Waiver> = {}): Waiver => ({
  check: 'product.certificate.covers',
  subject: 'p1',
  reason: 'report is on its way',
  'asked-by': 'Lin',
  'granted-by': 'Wang',
  until: '2026-07-01' as Day,
  ...over,
})

describe('a gate', () => {
  it('is open for a block that recorded facts contradict, conditional for what is missing, else passed', () => {
    expect(gatesOf([finding({ state: 'wrong' })]).product).toBe('open')
    expect(gatesOf([finding()]).product).toBe('conditional')
    expect(gatesOf([finding({ severity: 'warn' }), finding({ severity: 'note' })]).product).toBe('passed')
  })
  it('never gets better by one more finding', () => {
    const any = fc.record({
      gate: fc.constantFrom(...GATES),
      severity: fc.constantFrom('block' as const, 'warn' as const, 'note' as const),
      state: fc.constantFrom('missing' as const, 'wrong' as const),
    })
    fc.assert(
      fc.property(fc.array(any), any, (some, more) => {
        const before = overall(gatesOf(some.map(finding)))
        const after = overall(gatesOf([...some, more].map(finding)))
        expect(worse(before, after)).toBe(after)
      }),
    )
  })
  it('tells first what contradicts, then what the law asks, then the earlier gate', () => {
    const law = finding({ statutory: true, subject: 'law' })
    const wrong = finding({ state: 'wrong', subject: 'wrong', gate: 'cooperation' })
    expect(nextOwed([finding(), law, wrong])?.subject).toBe('wrong')
    expect(nextOwed([finding(), law])?.subject).toBe('law')
    expect(nextOwed([finding({ severity: 'warn' })])).toBeUndefined()
  })
})

describe('a waiver', () => {
  it('makes a block provisional until its day', () => {
    const wrong = finding({ state: 'wrong' })
    expect(gatesOf(applyWaivers([wrong], [waiver()], day)).product).toBe('conditional')
    expect(gatesOf(applyWaivers([wrong], [waiver({ until: day })], day)).product).toBe('open')
  })
  it('covers no statutory block, nobody grants their own, and only its subject, rule and market', () => {
    expect(waiverFault(waiver({ 'granted-by': ' lin' }), day)).toBe('own')
    expect(waiverFault(waiver({ 'granted-by': undefined }), day)).toBe('not-granted')
    const held = (w: Waiver, f: Finding) => applyWaivers([f], [w], day)[0]?.waived !== undefined
    expect(held(waiver(), finding({ statutory: true }))).toBe(false)
    expect(held(waiver(), finding({ subject: 'p2' }))).toBe(false)
    expect(held(waiver({ rule: 'a' }), finding({ rule: 'b' }))).toBe(false)
    expect(held(waiver({ market: 'de' }), finding({ market: 'us' }))).toBe(false)
    expect(held(waiver({ market: 'de', rule: 'a' }), finding({ market: 'de', rule: 'a' }))).toBe(true)
  })
})
