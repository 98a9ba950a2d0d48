import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Values } from '../../../gate/rule-set.ts'
import { parseDay } from '../../../kernel/day.ts'
import { formatDecimal } from '../../../kernel/money.ts'
import { parcel } from '../parcel.ts'
import type { Parameters } from './border.ts'
import { floorPrice } from './floor-price.ts'
import { type LandedCostTexts, landedCost } from './landed-cost.ts'
import { COST_LINES, prepare } from './prepare.ts'
import { quote } from './quote.ts'

const same = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, { zh: id, en: `${id} {items}` }]))
const texts = {
  lines: same(COST_LINES),
  open: same(['duty-rate', 'hs', 'handling-fee', 'tax', 'floor']),
} as unknown as LandedCostTexts

const law =
  (sets: Record<string, Values>): Parameters =>
  (name) => {
    const values = sets[name]
    return values && { values, rule: `rule.${name}`, source: 'an act', rules: {}, sources: {} }
  }
const eur = (amount: string) => ({ amount, currency: 'EUR' })
const day = parseDay('2026-07-02')

/** Germany from 2026-07-01: 19 % in the price, flat 3 euros per tariff line for registered sellers up to 150 euros. */
const germany = law({
  vat: { rate: '0.19', threshold: '150.00', 'threshold-currency': 'EUR', collected: 'either', scheme: 'ioss' },
  duty: { 'default-rate': '0.12', basis: 'cif', 'de-minimis': '0', 'de-minimis-currency': 'EUR' },
  'parcel-duty': {
    amount: '3.00',
    currency: 'EUR',
    per: 'heading',
    below: '150.00',
    'below-currency': 'EUR',
    sellers: ['ioss'],
  },
})

const cost = (file: unknown, parameters: Parameters, on = day) => {
  const result = landedCost(parcel.parse(file), { day: on, parameters, texts })
  return { ...result, by: Object.fromEntries(result.lines.map((l) => [l.id, formatDecimal(l.amount)])) }
}

const blouses = {
  market: 'de',
  registered: true,
  items: [
    { name: 'silk blouse', hs: '620610', origin: 'CN', quantity: 1, price: eur('59.00'), 'unit-cost': eur('18.00') },
    { name: 'wool blouse', hs: '620620', origin: 'CN', quantity: 2, price: eur('29.50'), 'unit-cost': eur('9.00') },
  ],
}

describe('a parcel to Germany', () => {
  test('one silk and two wool blouses under 150 euros bear 2 × 3 = 6 euros of duty', () => {
    // gross 59.00 + 2 × 29.50 = 118.00; each item 59.00 ÷ 1.19 = 49.5798 → 49.58, so goods 99.16 ≤ 150.00
    // tax (59.00 − 49.58) × 2 = 18.84; goods 18.00 + 2 × 9.00 = 36.00; total 36.00 + 6.00 + 18.84 = 60.84
    const { by, total, margin, open } = cost(blouses, germany)
    expect(by).toEqual({ goods: '36.00', 'parcel-duty': '6.00', vat: '18.84' })
    expect(formatDecimal(total)).toBe('60.84')
    expect(formatDecimal(margin)).toBe('57.16')
    expect(open).toEqual([])
  })

  test('a seller outside the scheme pays duty by value instead', () => {
    // 12 % × 49.58 = 5.9496 → 5.95 for each item
    expect(cost({ ...blouses, registered: false }, germany).by.duty).toBe('11.90')
  })

  test('goods above 150 euros leave the flat duty: 238.00 ÷ 1.19 = 200.00, 12 % × 200.00 = 24.00', () => {
    const one = { ...blouses, items: [{ ...blouses.items[0], price: eur('238.00') }] }
    expect(cost(one, germany).by).toEqual({ goods: '18.00', duty: '24.00', vat: '38.00' })
  })

  test('goods of exactly 150 euros stay under it: 178.50 ÷ 1.19 = 150.00', () => {
    const one = { ...blouses, items: [{ ...blouses.items[0], price: eur('178.50') }] }
    expect(cost(one, germany).by['parcel-duty']).toBe('3.00')
  })

  test('goods that crossed the border in bulk bear duty on declared value and freight: 12 % × (30.00 + 2.00) = 3.84', () => {
    const bulk = {
      ...blouses,
      enters: 'bulk',
      'international-freight': eur('2.00'),
      items: [{ ...blouses.items[0], 'customs-value': eur('30.00') }],
    }
    const { by, customsValue } = cost(bulk, germany)
    expect(by.duty).toBe('3.84')
    expect(customsValue.formula).toBe('CIF EUR 32.00 = declared value EUR 30.00 + EUR 2.00 freight and insurance')
  })

  test('every kind of cost, converted at a dated rate', () => {
    const cny = (amount: string) => ({ amount, currency: 'CNY' })
    const full = {
      market: 'de',
      registered: true,
      items: [
        { name: 'lamp', hs: '940521', origin: 'CN', quantity: 1, price: eur('119.00'), 'unit-cost': cny('200.00') },
      ],
      packaging: cny('4.00'),
      'inland-freight': cny('8.00'),
      'international-freight': cny('40.00'),
      insurance: cny('2.00'),
      'slot-fee': { fee: eur('500.00'), units: 1000 },
      'platform-fee-rate': '0.05',
      'payment-fee-rate': '0.02',
      'commission-rate': '0.20',
      'return-rate': '0.10',
      'return-cost': eur('4.00'),
      'resale-share': '0.5',
      rates: [{ from: 'CNY', to: 'EUR', rate: '0.125', day: '2026-07-01', source: 'central bank' }],
    }
    const { by, total, margin, marginRate, lines } = cost(full, germany)
    expect(by).toEqual({
      goods: '25.00', // 200 × 0.125
      packaging: '0.50',
      'inland-freight': '1.00',
      'international-freight': '5.00',
      insurance: '0.25',
      'slot-fee': '0.50', // 500.00 ÷ 1000
      'parcel-duty': '3.00',
      vat: '19.00', // 119.00 − 119.00 ÷ 1.19
      'platform-fee': '5.95', // 5 % × 119.00
      'payment-fee': '2.38',
      commission: '23.80',
      // 10 % × (119.00 − 19.00 − 5.95 − 23.80 − 12.50 + 4.00) = 10 % × 61.75 = 6.175 → 6.18
      returns: '6.18',
    })
    // 25 + 0.50 + 1 + 5 + 0.25 + 0.50 + 3 + 19 + 5.95 + 2.38 + 23.80 + 6.18 = 92.56
    expect(formatDecimal(total)).toBe('92.56')
    expect(formatDecimal(margin)).toBe('26.44')
    expect(marginRate).toBe('0.2644') // of 100.00 without tax
    expect(lines[0]).toMatchObject({ formula: 'CNY 200.00 × 0.125 (CNY→EUR, 2026-07-01, central bank)', day })
    expect(lines.find((l) => l.id === 'vat')).toMatchObject({
      formula: 'EUR 119.00 − EUR 119.00 ÷ 1.19',
      rule: 'rule.vat',
    })
  })
})

describe('other borders', () => {
  const one = (currency: string, price: string, more: object = {}) => ({
    market: 'us',
    items: [
      {
        name: 'kite',
        hs: '950300',
        origin: 'VN',
        quantity: 1,
        price: { amount: price, currency },
        'unit-cost': { amount: '10', currency },
      },
    ],
    ...more,
  })
  const freight = { 'international-freight': { amount: '8.00', currency: 'USD' } }

  test('United States: nothing up to 800 dollars before the exemption ended', () => {
    const before = law({
      duty: { 'default-rate': '0.12', basis: 'fob', 'de-minimis': '800.00', 'de-minimis-currency': 'USD' },
      surcharge: { rate: '0.20' },
    })
    const { by, lines } = cost(one('USD', '100.00', freight), before)
    expect(by).toEqual({ goods: '10.00', 'international-freight': '8.00', duty: '0.00' })
    expect(lines.at(-1)?.formula).toBe('0: goods USD 100.00 ≤ USD 800.00')
  })

  test('United States after it: 12 % and 20 % on FOB 100.00 − 8.00 = 92.00', () => {
    const after = law({
      duty: { 'default-rate': '0.12', basis: 'fob', 'de-minimis': '0', 'de-minimis-currency': 'USD' },
      surcharge: { rate: '0.20' },
    })
    expect(cost(one('USD', '100.00', freight), after).by).toMatchObject({ duty: '11.04', surcharge: '18.40' })
  })

  test('Singapore: 9 % GST in a price of 109.00 is 9.00', () => {
    const sg = law({ vat: { rate: '0.09' }, duty: { 'default-rate': '0' } })
    expect(cost(one('SGD', '109.00'), sg).by).toEqual({ goods: '10.00', duty: '0.00', vat: '9.00' })
  })

  test('Indonesia: parcel duty 7.5 %, then 11 % on value and duty', () => {
    // price without tax 333,000 ÷ 1.11 = 300,000; duty 22,500; tax 11 % × 322,500 = 35,475
    const id = law({
      'import-vat': { rate: '0.11', base: 'cif-duty', 'de-minimis': '0', 'de-minimis-currency': 'USD' },
      duty: {
        'default-rate': '0.20',
        basis: 'cif',
        'de-minimis': '3.00',
        'de-minimis-currency': 'USD',
        'parcel-rate': '0.075',
        'parcel-limit': '1500.00',
        'parcel-limit-currency': 'USD',
      },
    })
    const rates = [{ from: 'USD', to: 'IDR', rate: '16000', day: '2026-07-01', source: 'bank' }]
    expect(cost(one('IDR', '333000', { rates }), id).by).toMatchObject({ duty: '22500', 'import-vat': '35475' })
  })

  test('a missing rate of exchange is named', () => {
    const p = one('USD', '10.00', { packaging: { amount: '1.00', currency: 'CNY' } })
    expect(() => cost(p, law({}))).toThrow('no rate from CNY to USD on or before 2026-07-02')
  })

  test('an unknown duty is said, not taken as zero', () => {
    expect(cost(one('USD', '10.00'), law({})).open.map((o) => o.zh)).toEqual(['duty-rate', 'tax'])
  })
})

describe('floor price', () => {
  test('cost 50.00, tax 19 %, platform 5 %, target 20 %: 80.36 is the first that reaches it', () => {
    // 80.35: net 67.52, fee 4.02, left 13.50 < 20 % × 67.52 = 13.504
    // 80.36: net 67.53, fee 4.02, left 13.51 ≥ 20 % × 67.53 = 13.506
    const p = {
      market: 'de',
      enters: 'bulk',
      items: [{ name: 'a', quantity: 1, price: eur('99.00'), 'unit-cost': eur('50.00') }],
      'platform-fee-rate': '0.05',
      'target-margin': '0.20',
    }
    const found = cost(p, law({ vat: { rate: '0.19' } })).floorPrice
    expect(found && formatDecimal(found)).toBe('80.36')
  })

  test('there is none when shares of the price eat all of it', () => {
    const p = { ...blouses, 'commission-rate': '0.9', 'platform-fee-rate': '0.2' }
    expect(cost(p, germany)).not.toHaveProperty('floorPrice')
  })

  const rate = fc.integer({ min: 0, max: 30 }).map((n) => (n / 100).toString())
  const cents = (max: number) => fc.integer({ min: 0, max }).map((n) => eur((n / 100).toFixed(2)))
  const anyParcel = fc
    .record({
      market: fc.constant('de'),
      registered: fc.boolean(),
      enters: fc.constantFrom('parcel', 'bulk'),
      items: fc.array(
        fc.record({
          name: fc.constant('x'),
          quantity: fc.integer({ min: 1, max: 3 }),
          price: cents(900).filter((a) => a.amount !== '0.00'),
          'unit-cost': cents(700),
          hs: fc.constantFrom('620610', '620620'),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      'international-freight': cents(300),
      'platform-fee-rate': rate,
      'commission-rate': rate,
      'return-rate': rate,
      'target-margin': rate,
    })
    .map((p) => parcel.parse(p))
  const anyLaw = fc
    .record({
      vat: rate,
      duty: rate,
      sur: rate,
      free: cents(900),
      below: cents(900),
      basis: fc.constantFrom('fob', 'cif'),
    })
    .map((l) =>
      law({
        vat: { rate: l.vat },
        duty: { 'default-rate': l.duty, basis: l.basis, 'de-minimis': l.free.amount, 'de-minimis-currency': 'EUR' },
        surcharge: { rate: l.sur },
        'parcel-duty': {
          amount: '0.50',
          currency: 'EUR',
          per: 'heading',
          below: l.below.amount,
          'below-currency': 'EUR',
          sellers: ['ioss'],
        },
      }),
    )

  test('a fixed duty that ends at a value leaves the first price above it', () => {
    // €0.50 up to a value of €0.24, nothing above; no other cost: at 24 cents 50 are owed, at 25 none
    const p = parcel.parse({
      market: 'de',
      registered: true,
      enters: 'parcel',
      items: [{ name: 'x', quantity: 1, price: eur('0.01'), 'unit-cost': eur('0.00'), hs: '620610' }],
      'international-freight': eur('0.00'),
      'platform-fee-rate': '0',
      'commission-rate': '0',
      'return-rate': '0',
      'target-margin': '0',
    })
    const parcelDuty = { amount: '0.50', currency: 'EUR', per: 'heading', below: '0.24', 'below-currency': 'EUR' }
    const l = law({ vat: { rate: '0' }, 'parcel-duty': { ...parcelDuty, sellers: ['ioss'] } })
    expect(floorPrice(prepare(p, day, l))).toBe(25)
  })

  test('it is the smallest price of all: every lower one tried by hand falls short', () => {
    fc.assert(
      fc.property(anyParcel, anyLaw, (p, l) => {
        const prepared = prepare(p, day, l)
        const enough = (price: number) => {
          const q = quote(prepared, price)
          return (q.gross - q.total) * 100 >= Math.round(Number(p['target-margin']) * 100) * (q.gross - q.tax)
        }
        let first: number | undefined
        for (let price = 0; price <= 6000 && first === undefined; price++) if (enough(price)) first = price
        const found = floorPrice(prepared)
        if (first === undefined) expect(found === undefined || found > 6000).toBe(true)
        else expect(found).toBe(first)
      }),
      { numRuns: 40 },
    )
  })

  test('lines sum to the total; a dearer unit never lowers total or floor', () => {
    fc.assert(
      fc.property(anyParcel, anyLaw, (p, l) => {
        const result = landedCost(p, { day, parameters: l, texts })
        expect(result.lines.reduce((a, x) => a + x.amount.minor, 0)).toBe(result.total.minor)
        const dearer = {
          ...p,
          items: p.items.map((i, at) =>
            at === 0 ? { ...i, 'unit-cost': eur((Number(i['unit-cost'].amount) + 1).toFixed(2)) } : i,
          ),
        }
        const more = landedCost(dearer, { day, parameters: l, texts })
        expect(more.total.minor).toBeGreaterThan(result.total.minor)
        if (result.floorPrice && more.floorPrice)
          expect(more.floorPrice.minor).toBeGreaterThanOrEqual(result.floorPrice.minor)
      }),
      { numRuns: 80 },
    )
  })
})
