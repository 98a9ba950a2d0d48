import { describe, expect, test } from 'vitest'
import type { Values } from '../../../gate/rule-set.ts'
import { parseDay } from '../../../kernel/day.ts'
import { money } from '../../../kernel/money.ts'
import { toMoney } from '../amount.ts'
import type { DeliveryFile } from '../delivery/delivery-schema.ts'
import { lampOffer, plainNotices, plainTexts } from '../offer-fixture.ts'
import { parcelOf } from '../parcel.ts'
import { checkPricing } from './check-pricing.ts'
import { floorPrice } from './floor-price.ts'
import { prepare } from './prepare.ts'
import { PRICING_CHECKS, PRICING_PARTS, type PricingFile } from './pricing-schema.ts'

const source = { act: 'an act', status: 'recorded-from-memory' }
const NEEDS: Record<string, string[]> = {
  tiered: ['tiers'],
  flash: ['from', 'until', 'limit'],
  'live-exclusive': ['parallel'],
  bundle: ['bundle'],
  'pre-sale-deposit': ['pre-sale'],
  coupon: ['coupons'],
  'cost-plus': ['cost-plus'],
  'market-following': ['market-following', 'parallel'],
}
const pricing = {
  types: Object.entries(NEEDS).map(([id, needs]) => ({ id, needs })),
  parts: plainTexts(PRICING_PARTS),
  limits: { 'deposit-share': { share: '0.20', source }, 'parallel-days': { days: 7, source } },
  checks: plainNotices(Object.keys(PRICING_CHECKS), 'offer.pricing.sound'),
} as unknown as PricingFile
const delivery = { modes: [{ id: 'overseas-warehouse-9810', enters: 'bulk' }] } as unknown as DeliveryFile

const eur = (amount: string) => ({ amount, currency: 'EUR' })
const LAW: Record<string, Values> = {
  vat: { rate: '0.19' },
  'price-reference': { days: 30, basis: 'lowest' },
  'price-display': { currency: 'EUR' },
}
const issues = (terms: object, more: object = {}, streamed?: string) => {
  const offer = lampOffer({ pricing: { type: 'fixed', price: eur('49.90'), ...terms }, ...more })
  const day = parseDay('2026-07-02')
  const parcel = parcelOf(offer, 'de', delivery)
  const parameters = (name: string) =>
    LAW[name] && { values: LAW[name], rule: `de.${name}`, source: 'an act', rules: {}, sources: {} }
  const prepared = prepare(parcel, day, parameters)
  const floor = floorPrice(prepared)
  return checkPricing(offer, {
    market: 'de',
    day,
    ...(streamed ? { streamed: parseDay(streamed) } : {}),
    pricing,
    parameters,
    price: toMoney(parcel.items[0]!.price),
    floor: floor === undefined ? undefined : money(floor, prepared.currency),
  }).map((f) => f.what.en)
}

describe('a price', () => {
  test('well above cost, tax and commission is sound', () => {
    expect(issues({})).toEqual([])
  })

  test('of 18.73 is below the floor of 18.74', () => {
    // p ÷ 1.19 − 20 % × p ≥ 12.00, duty not known and not counted
    // 18.74: 15.7479 → 15.75, less 3.748 → 3.75, leaves 12.00; 18.73: 15.7395 → 15.74, less 3.746 → 3.75, leaves 11.99
    expect(issues({ price: eur('18.74') })).toEqual([])
    expect(issues({ price: eur('18.73') })).toEqual(['pricing.below-floor'])
  })

  test('that holds on other days, or in a currency the market does not show', () => {
    expect(issues({ until: '2026-07-01' })).toEqual(['pricing.period-over'])
    // agreed for the stream of the day before: it need not hold longer
    expect(issues({ until: '2026-07-01' }, {}, '2026-07-01')).toEqual([])
    expect(issues({ until: '2026-06-30' }, {}, '2026-07-01')).toEqual(['pricing.period-over'])
    const rates = [{ from: 'EUR', to: 'USD', rate: '1.1', day: '2026-07-01', source: 'bank' }]
    expect(issues({ price: { amount: '55.00', currency: 'USD' } }, { rates })).toEqual(['pricing.currency'])
  })

  test('claims need proof, and no other channel may be cheaper than a price called exclusive', () => {
    expect(issues({ claims: [{ words: '今年最低' }] })).toEqual(['pricing.claim-unproven'])
    const parallel = [{ channel: 'shop', price: eur('45.00'), day: '2026-06-30' }]
    expect(issues({ parallel })).toEqual(['pricing.parallel-lower'])
    expect(issues({ type: 'live-exclusive', parallel })).toEqual(['pricing.claim-parallel'])
    expect(issues({ type: 'live-exclusive', parallel: [{ ...parallel[0], day: '2026-05-01' }] })).toEqual([])
  })
})

describe('a crossed-out price looks back 30 days from the first day of the reduction', () => {
  const reference = { price: eur('59.90'), kind: 'prior-lowest', evidence: 'sales.csv' }
  const at = (day: string, amount: string) => ({ day, price: eur(amount) })
  // reduction begins 2026-07-02: 30 days before is 2026-06-02
  test.each([
    ['held at 59.90 since May', [at('2026-05-01', '59.90')], []],
    [
      'cheaper for a week in June',
      [at('2026-05-01', '59.90'), at('2026-06-10', '54.90'), at('2026-06-17', '59.90')],
      ['pricing.reference-not-lowest'],
    ],
    ['cheaper in May only', [at('2026-05-01', '54.90'), at('2026-05-20', '59.90')], []],
    [
      'the May price still stood when June began',
      [at('2026-05-01', '54.90'), at('2026-06-05', '59.90')],
      ['pricing.reference-not-lowest'],
    ],
    ['known for two weeks only', [at('2026-06-18', '59.90')], ['pricing.history-short']],
    ['not known', [], ['pricing.history-missing']],
    ['known elsewhere only', [{ ...at('2026-05-01', '59.90'), market: 'fr' }], ['pricing.history-missing']],
  ])('%s', (_, history, found) => {
    expect(issues({ reference, history })).toEqual(found)
  })

  test('and it is proven and higher', () => {
    const history = [at('2026-05-01', '59.90')]
    expect(issues({ reference: { ...reference, evidence: undefined }, history })).toEqual([
      'pricing.reference-unproven',
    ])
    expect(issues({ reference: { ...reference, price: eur('49.90') }, history })).toEqual([
      'pricing.reference-not-higher',
    ])
  })
})

describe('each type', () => {
  test('asks for its part and knows no stray one', () => {
    for (const type of Object.keys(NEEDS))
      expect([type, issues({ type })]).toEqual([type, expect.arrayContaining(['pricing.part-missing'])])
    expect(issues({ tiers: [{ from: 2, price: eur('45.00') }] })).toEqual(['pricing.part-stray'])
  })

  test('tiers fall with quantity and stay above the floor', () => {
    const tiers = (...all: [number, string][]) =>
      issues({ type: 'tiered', tiers: all.map(([from, p]) => ({ from, price: eur(p) })) })
    expect(tiers([1, '49.90'], [3, '44.90'])).toEqual([])
    expect(tiers([1, '49.90'], [3, '49.90'])).toEqual(['pricing.tiers-rise'])
    expect(tiers([1, '49.90'], [10, '15.00'])).toEqual(['pricing.tier-below-floor'])
  })

  test('a deposit is at most 20 % (9.98 of 49.90), goes back where law says so, and its days follow', () => {
    const sale = {
      deposit: eur('9.98'),
      'balance-from': '2026-07-10',
      'balance-until': '2026-07-12',
      'ship-by': '2026-07-20',
      refundable: true,
    }
    const of = (more: object) => issues({ type: 'pre-sale-deposit', 'pre-sale': { ...sale, ...more } })
    expect(of({})).toEqual([])
    expect(of({ deposit: eur('9.99') })).toEqual(['pricing.deposit-share'])
    expect(of({ refundable: false })).toEqual(['pricing.deposit-refund'])
    expect(of({ 'ship-by': '2026-07-11' })).toEqual(['pricing.deposit-days'])
    expect(of({ 'counts-as': eur('5.00') })).toEqual(['pricing.deposit-expansion'])
  })

  test('coupons of the shop may not reach below the floor of 18.74 when they stack', () => {
    const coupon = (id: string, more: object) => ({ id, stackable: true, 'funded-by': 'shop', ...more })
    const of = (...coupons: object[]) => issues({ type: 'coupon', coupons })
    // 50 % × 49.90 = 24.95, less 6.21 = 18.74; less 6.22 = 18.73
    expect(of(coupon('half', { share: '0.5' }), coupon('off', { off: eur('6.21') }))).toEqual([])
    expect(of(coupon('half', { share: '0.5' }), coupon('off', { off: eur('6.22') }))).toEqual([
      'pricing.coupon-below-floor',
    ])
    expect(of(coupon('half', { share: '0.5' }), coupon('off', { off: eur('20.00'), stackable: false }))).toEqual([])
    expect(of(coupon('half', { share: '0.5' }), coupon('off', { off: eur('20.00'), 'funded-by': 'platform' }))).toEqual(
      [],
    )
    expect(of(coupon('both', { share: '0.1', off: eur('1.00') }))).toEqual(['pricing.coupon-shape'])
  })

  test('a bundle is cheaper than its parts, a flash sale has its stock, a markup reaches the floor, a followed channel was seen', () => {
    const parts = (price: string) =>
      issues({ type: 'bundle', bundle: [{ product: 'x', quantity: 2, 'single-price': eur(price) }] })
    expect(parts('25.00')).toEqual([])
    expect(parts('24.95')).toEqual(['pricing.bundle-dearer'])
    const flash = { type: 'flash', from: '2026-07-02', until: '2026-07-02' }
    expect(issues({ ...flash, limit: 120 })).toEqual([])
    expect(issues({ ...flash, limit: 121 })).toEqual(['pricing.flash-limit'])
    // 12.00 × 1.5 = 18.00 < 18.74
    expect(issues({ type: 'cost-plus', 'cost-plus': { markup: '1.5' } })).toEqual(['pricing.markup-below-target'])
    const following = { basis: ['shop'], offset: '-1.00', currency: 'EUR' }
    const seen = [{ channel: 'shop', price: eur('50.90'), day: '2026-07-01' }]
    expect(issues({ type: 'market-following', 'market-following': following, parallel: seen })).toEqual([])
    expect(
      issues({ type: 'market-following', 'market-following': following, parallel: [{ ...seen[0], channel: 'y' }] }),
    ).toEqual(['pricing.following-unseen'])
  })
})
