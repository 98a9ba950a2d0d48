import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Instant } from '../day.ts'
import { commitFields, committedFields, disclose } from './commitment.ts'
import { type Event, eventBytes, isDecision, parseEvent } from './event.ts'

const EVENT: Event = {
  seq: 0,
  at: '2026-05-20T12:00:00.000Z' as Instant,
  type: 'gate.decided',
  actor: 'quality',
  subject: 'product-1',
  clause: 'I3',
  body: { gate: 'product', state: 'passed', remark: '证书齐全' },
}
const TEXT =
  '{"actor":"quality","at":"2026-05-20T12:00:00.000Z","body":{"gate":"product","remark":"证书齐全","state":"passed"},' +
  '"clause":"I3","seq":0,"subject":"product-1","type":"gate.decided"}'

describe('events', () => {
  test('have one spelling, which reads back', () => {
    expect(new TextDecoder().decode(eventBytes(EVENT))).toBe(TEXT)
    expect(parseEvent(TEXT)).toEqual(EVENT)
    expect(isDecision(EVENT)).toBe(true)
    expect(isDecision({ ...EVENT, type: 'product.imported' })).toBe(false)
  })

  test('tell where they belong in a log of many projects', () => {
    const text = TEXT.replace('"seq"', '"project":"june","seq"').replace('"type"', '"supplier":"s-1","type"')
    expect(parseEvent(text)).toEqual({ ...EVENT, project: 'june', supplier: 's-1' })
    expect(() => parseEvent(text.replace('"june"', '""'))).toThrow(expect.objectContaining({ name: 'BadInput' }))
  })

  test.each([
    ['spaces', TEXT.replace(':', ': ')],
    ['another order', TEXT.replace('"clause":"I3","seq":0', '"seq":0,"clause":"I3"')],
    ['a member said twice', TEXT.replace('"seq":0', '"seq":0,"seq":0')],
    ['an unknown member', TEXT.replace('"seq":0', '"seq":0,"size":1')],
    ['a number spelt otherwise', TEXT.replace('"seq":0', '"seq":0.0')],
    ['a time without milliseconds', TEXT.replace('.000Z', 'Z')],
    ['a day that is not', TEXT.replace('05-20', '02-30')],
    ['a negative place', TEXT.replace('"seq":0', '"seq":-1')],
    ['no JSON', TEXT.slice(1)],
  ])('refuses %s', (_, text) => {
    expect(() => parseEvent(text)).toThrow(expect.objectContaining({ name: 'BadInput' }))
  })
})

describe('commitments', () => {
  const secret = new Uint8Array(32).fill(9)

  test('hide a field and open with its disclosure alone', () => {
    const [kept, disclosures] = commitFields(EVENT, ['remark', 'unknown'], secret)
    expect(committedFields(kept)).toEqual(['remark'])
    expect(JSON.stringify(kept)).not.toContain('证书')
    expect(kept.body.gate).toBe('product')
    expect(disclosures).toHaveLength(1)
    expect(disclose(kept, disclosures[0]!)).toEqual(EVENT)
    expect(disclose(kept, { ...disclosures[0]!, value: '证书不全' })).toBeUndefined()
    expect(disclose(kept, { ...disclosures[0]!, field: 'gate' })).toBeUndefined()
    expect(disclose({ ...kept, seq: 1 }, { ...disclosures[0]!, seq: 1 })).toBeUndefined()
  })

  test('are the same for the same event and key, and of other salts for another value, key or place', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        fc.pre(a !== b && a.isWellFormed() && b.isWellFormed())
        const salt = (value: string, seq = 0, key = secret) =>
          commitFields({ ...EVENT, seq, body: { value } }, ['value'], key)[1][0]!.salt
        expect(salt(a)).toBe(salt(a))
        expect(new Set([salt(a), salt(b), salt(a, 1), salt(a, 0, new Uint8Array(32))]).size).toBe(4)
      }),
    )
  })

  test('cannot be faked by a body that looks like one', () => {
    const body = { remark: { 'sha256-commitment': '00' } }
    expect(() => commitFields({ ...EVENT, body }, [], secret)).toThrow('kept for commitments')
  })
})
