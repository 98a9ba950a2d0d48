import { describe, expect, it } from 'vitest'
import { smallSupplier } from '../../../test/supplier/small-supplier.ts'
import type { Day } from '../../kernel/day.ts'
import { authorisationFor } from './authorisation.ts'

const day = '2026-06-01' as Day
const link = (from: string, to: string, changes: Record<string, unknown> = {}) => ({
  brand: 'Lumen',
  from,
  to,
  territory: ['eu'],
  channels: ['livestream'],
  'valid-from': '2026-01-01',
  expires: '2026-12-31',
  sublicence: true,
  evidence: 'letter.pdf',
  ...changes,
})
const OWNER = 'Lumen GmbH'
const MIDDLE = 'Asia Lumen Pte Ltd'
const SELF = 'Hangzhou Qiming Household Co., Ltd.'
const held = (...authorisations: unknown[]) =>
  smallSupplier({ brands: [{ brand: 'LUMEN', owner: OWNER }], authorisations })
const ask = (s: ReturnType<typeof held>, on = day) => authorisationFor('lumen', s, ['de', 'eu'], 'livestream', on)

it('walks from owner to supplier, by any of its names, and says until when the whole chain holds', () => {
  const found = ask(
    held(link(MIDDLE, 'HANGZHOU QIMING HOUSEHOLD CO LTD', { expires: '2026-10-31' }), link('LUMEN GMBH', MIDDLE)),
  )
  expect(found).toMatchObject({ ok: true, until: '2026-10-31', chain: [{ to: MIDDLE }, { from: MIDDLE }] })
})

it('needs no letter for a brand of its own', () => {
  const own = smallSupplier({ brands: [{ brand: 'Lumen', owner: SELF }] })
  expect(authorisationFor('Lumen', own, 'de', 'livestream', day)).toEqual({ ok: true, chain: [] })
})

describe('names the first link that breaks', () => {
  it.each([
    ['expired', { expires: '2026-05-31' }],
    ['not-yet', { 'valid-from': '2026-06-02' }],
    ['territory', { territory: ['us', 'gb'] }],
    ['channel', { channels: ['offline'] }],
    ['evidence', { evidence: undefined }],
    ['sublicence', { sublicence: false }],
  ])('%s', (fault, changes) => {
    expect(ask(held(link(OWNER, MIDDLE, changes), link(MIDDLE, SELF)))).toMatchObject({
      ok: false,
      chain: [],
      broken: { from: OWNER, to: MIDDLE, fault },
    })
  })
  it('a letter that is missing in the middle', () => {
    const found = ask(held(link(OWNER, 'Someone Else'), link(MIDDLE, SELF)))
    expect(found).toMatchObject({
      ok: false,
      broken: { from: 'Someone Else', to: '杭州启明日用品有限公司', fault: 'no-link' },
    })
  })
  it('an owner nobody recorded', () => {
    expect(ask(smallSupplier({ authorisations: [link(OWNER, SELF)] }))).toMatchObject({
      ok: false,
      broken: { fault: 'owner-unknown' },
    })
  })
})

it('the last day of a letter still counts, and the supplier itself needs no leave to sublicense', () => {
  const s = held(link(OWNER, SELF, { sublicence: false }))
  expect(ask(s, '2026-12-31' as Day).ok).toBe(true)
  expect(ask(s, '2027-01-01' as Day).ok).toBe(false)
})

it('takes the chain that holds when another breaks, and ends on circles', () => {
  expect(ask(held(link(OWNER, SELF, { expires: '2026-01-31' }), link(OWNER, MIDDLE), link(MIDDLE, SELF))).ok).toBe(true)
  expect(ask(held(link(OWNER, MIDDLE), link(MIDDLE, OWNER))).ok).toBe(false)
})
