import { expect, test } from 'vitest'
import type { Values } from '../../../gate/rule-set.ts'
import { parseDay } from '../../../kernel/day.ts'
import { lampOffer, plainNotices } from '../offer-fixture.ts'
import { checkDelivery } from './check-delivery.ts'
import { DELIVERY_CHECKS, type DeliveryFile } from './delivery-schema.ts'

const source = { act: 'an act', status: 'recorded-from-memory' }
const modes = ['overseas-warehouse-9810', 'direct-mail-9610']
const restriction = (id: string, outcome: string, more: object) => ({
  id,
  outcome,
  title: { zh: id, en: id },
  needs: { zh: id, en: id },
  modes,
  source,
  ...more,
})
const delivery = {
  modes: [
    {
      id: modes[0],
      enters: 'bulk',
      'least-days': 1,
      needs: ['hs', 'origin', 'value'],
      'return-paths': ['local-address'],
    },
    {
      id: modes[1],
      enters: 'parcel',
      'least-days': 4,
      needs: ['hs'],
      'return-paths': ['local-address', 'refund-without-return'],
    },
    {
      id: 'bonded-import-1210',
      enters: 'bulk',
      into: ['cn'],
      'least-days': 1,
      needs: [],
      'return-paths': ['local-address'],
    },
  ],
  'return-paths': {
    'local-address': { zh: '当地退货地址', en: 'a local address' },
    'refund-without-return': { zh: '免退货退款', en: 'refund without return' },
  },
  'customs-fields': { value: { zh: '申报价值', en: 'declared value' }, origin: { zh: '原产地', en: 'origin' } },
  restrictions: [
    restriction('battery.air', 'conditional', { traits: ['battery'] }),
    restriction('aerosol', 'forbidden', { traits: ['aerosol'] }),
    restriction('formula', 'forbidden', { classes: ['food'], markets: ['fr'] }),
  ],
  checks: plainNotices(Object.keys(DELIVERY_CHECKS), 'offer.delivery.feasible'),
} as unknown as DeliveryFile
const LAW: Record<string, Values> = {
  'delivery-time': { days: 30 },
  'minimum-price': { amount: '100.00', currency: 'EUR' },
}
const base = lampOffer().delivery

const issues = (more: object, known: { class?: string; traits?: string[] } = {}) =>
  checkDelivery(lampOffer({ delivery: { ...base, ...more } }), {
    market: 'de',
    marketName: { zh: '德国', en: 'Germany' },
    day: parseDay('2026-07-02'),
    delivery,
    parameters: (name) =>
      LAW[name] && { values: LAW[name], rule: `de.${name}`, source: 'an act', rules: {}, sources: {} },
    ...known,
  }).map((f) =>
    f.rule === `de.${f.rule?.slice(3)}` || f.rule?.startsWith('delivery.') ? f.what.en : `${f.what.en} ${f.rule}`,
  )

const parcel = { mode: 'direct-mail-9610', 'lead-days': { min: 5, max: 9 } }
test.each([
  ['sound', {}, []],
  ['a mode of another market', { mode: 'bonded-import-1210' }, ['delivery.mode-market']],
  ['no lead time', { 'lead-days': undefined }, ['delivery.lead-missing']],
  [
    'quicker than the mode can be',
    {
      ...parcel,
      'lead-days': { min: 1, max: 3 },
      customs: { hs: '940521', value: { amount: '120.00', currency: 'EUR' } },
    },
    ['delivery.lead-impossible'],
  ],
  ['slower than the law allows unagreed', { 'lead-days': { min: 5, max: 31 } }, ['delivery.lead-over-law']],
  ['no way back', { 'return-path': undefined }, ['delivery.return-path-missing']],
  [
    'a way back the mode does not have',
    { 'return-path': { kind: 'send-abroad', address: 'x', 'paid-by': 'buyer' } },
    ['delivery.return-path-mode'],
  ],
  [
    'a way back without an address',
    { 'return-path': { kind: 'local-address', 'paid-by': 'buyer' } },
    ['delivery.return-path-mode'],
  ],
  ['customs data missing', { customs: { hs: '940521' } }, ['delivery.customs-missing']],
  [
    'declared below cost',
    { customs: { ...base.customs, value: { amount: '11.99', currency: 'EUR' } } },
    ['delivery.customs-value'],
  ],
  ['worth less than parcels must be here', parcel, ['delivery.minimum-price']],
  [
    'duty left to the buyer',
    { ...parcel, incoterm: 'dap', customs: { hs: '940521', value: { amount: '120.00', currency: 'EUR' } } },
    ['delivery.duty-unpaid'],
  ],
])('%s', (_, more, found) => {
  expect(issues(more)).toEqual(found)
})

test('restricted goods need their proof; forbidden ones do not go; another market is another matter', () => {
  expect(issues({}, { traits: ['battery'] })).toEqual(['delivery.restricted battery.air'])
  const acknowledged = [{ restriction: 'battery.air', evidence: 'un38.3.pdf', by: 'li' }]
  expect(issues({ acknowledged }, { traits: ['battery'] })).toEqual([])
  expect(issues({ acknowledged: [{ ...acknowledged[0], restriction: 'aerosol' }] }, { traits: ['aerosol'] })).toEqual([
    'delivery.prohibited aerosol',
  ])
  expect(issues({}, { class: 'food' })).toEqual([])
})

test('customs data that is lacking and the market are told in words, not by their ids', () => {
  const id = 'delivery.customs-missing'
  const what = { zh: '{market}缺少{fields}', en: '{market} lacks {fields}' }
  const told = { ...delivery, checks: { ...delivery.checks, [id]: { ...delivery.checks[id], what } } }
  const { origin: _, value: __, ...customs } = base.customs
  const [found] = checkDelivery(lampOffer({ delivery: { ...base, customs } }), {
    market: 'de',
    marketName: { zh: '德国', en: 'Germany' },
    day: parseDay('2026-07-02'),
    delivery: told,
    parameters: () => undefined,
  }).filter((f) => f.rule === id)
  expect(found?.what).toEqual({ zh: '德国缺少原产地、申报价值', en: 'Germany lacks origin, declared value' })
})
