import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Values } from '../../gate/rule-set.ts'
import { formatDecimal } from '../../kernel/money.ts'
import { type AfterSalesFile, REASONS } from './after-sales-schema.ts'
import { afterSalesCase, EXCLUSIONS } from './case.ts'
import { addMonths } from './deadline.ts'
import { decideRefund } from './decide-refund.ts'

const source = { act: 'an act', status: 'recorded-from-memory' as const }
const words = (ids: readonly string[]) => Object.fromEntries(ids.map((id) => [id, { zh: id, en: id }]))
const file = {
  exclusions: EXCLUSIONS.map((id) => ({
    id,
    title: { zh: id, en: id },
    presumed: id === 'sealed-hygiene-opened' ? [{ classes: ['cosmetics'], when: 'opened', source }] : [],
  })),
  rolls: [{ markets: ['de'], weekend: [6, 0], source }],
  'proof-of-sending': { markets: ['de', 'gb'], source },
  'refund-days': { days: 14, source },
  routes: words(['local-address', 'send-abroad', 'none']),
  reasons: words(REASONS),
} as unknown as AfterSalesFile

/** Figures as the acts give them: Directive 2011/83/EU 9–16, the UK regulations of 2013, 消费者权益保护法 24–25, and none at all. */
const LAW: Record<string, Record<string, Values>> = {
  de: {
    withdrawal: {
      days: 14,
      starts: 'delivery',
      'refund-days': 14,
      'refund-starts': 'notice',
      'outbound-shipping': true,
      'return-shipping-payer': 'buyer',
      'deduction-allowed': true,
      'may-withhold': true,
      'extension-days': 365,
      exceptions: ['custom-made', 'sealed-hygiene-opened'],
    },
    defect: { months: 24, 'burden-months': 12, remedies: ['repair', 'replace', 'reduce', 'refund'] },
    'delivery-time': { days: 30 },
  },
  gb: {
    withdrawal: {
      days: 14,
      starts: 'delivery',
      'refund-days': 14,
      'refund-starts': 'goods-received',
      'outbound-shipping': true,
      'return-shipping-payer': 'buyer',
      'deduction-allowed': true,
    },
    defect: {
      months: 72,
      'burden-months': 6,
      remedies: ['repair', 'replace', 'reduce', 'refund'],
      'reject-days': 30,
      'refund-days': 14,
    },
  },
  cn: {
    withdrawal: {
      days: 7,
      starts: 'day-after-delivery',
      'refund-days': 7,
      'refund-starts': 'goods-received',
      'outbound-shipping': false,
      'return-shipping-payer': 'buyer',
      'deduction-allowed': false,
      exceptions: ['custom-made', 'perishable'],
    },
    defect: { months: 6, 'burden-months': 6, remedies: ['refund', 'replace', 'repair'], 'reject-days': 7 },
  },
  us: { withdrawal: { days: 0, 'refund-days': 30 }, 'delivery-time': { days: 30, 'refund-days': 7 } },
  th: {
    withdrawal: {
      days: 7,
      starts: 'delivery',
      'refund-days': 15,
      'refund-starts': 'notice',
      'outbound-shipping': true,
      'return-shipping-payer': 'seller',
    },
  },
}
type Parts = { order?: object; case?: object; policy?: object; supplier?: object }
const decide = (market: string, parts: Parts = {}) => {
  const c = afterSalesCase.parse({
    market,
    order: {
      day: '2026-06-25',
      delivered: '2026-07-01',
      currency: 'EUR',
      lines: [
        { id: 'a', class: 'apparel', quantity: 3, price: '10.00' },
        { id: 'b', class: 'cosmetics', quantity: 1, price: '20.00' },
      ],
      ...parts.order,
    },
    case: { kind: 'withdrawal', requested: '2026-07-08', ...parts.case },
    ...(parts.policy ? { policy: parts.policy } : {}),
    ...(parts.supplier ? { supplier: parts.supplier } : {}),
  })
  const found = decideRefund(c, {
    file,
    parameters: (name) => {
      const values = LAW[market]?.[name]
      return values && { values, rule: `${market}.${name}`, source: 'an act', rules: {}, sources: {} }
    },
  })
  return {
    ...found,
    sum: formatDecimal(found.total),
    of: Object.fromEntries(found.lines.map((l) => [l.line ? `${l.what} ${l.line}` : l.what, formatDecimal(l.amount)])),
    why: found.reasons.map((r) => r.en),
  }
}

describe('withdrawal', () => {
  test('de: everything back within 14 days, with standard delivery but not the extra for express', () => {
    const found = decide('de', { order: { shipping: { paid: '9.90', standard: '4.90' } } })
    // 3 × 10.00 + 20.00 + 4.90 = 54.90; delivered 1 July, the last day is the 15th; 14 days from the notice of the 8th
    expect(found).toMatchObject({ eligible: true, sum: '54.90', deadline: '2026-07-15', refundBy: '2026-07-22' })
    expect(found.of).toEqual({ 'goods a': '30.00', 'goods b': '20.00', 'shipping-standard': '4.90' })
    expect(found.basis).toEqual({ kind: 'law', rule: 'de.withdrawal', source: 'an act' })
    expect(found.return.payer).toBe('buyer')
  })

  test('what has come back already, or another case claims, is told to be so: nothing is left to decide on', () => {
    const order = { lines: [{ id: 'a', quantity: 2, price: '10.00', 'returned-before': 2 }] }
    for (const kind of ['withdrawal', 'defect'] as const)
      expect(decide('de', { order, case: { kind } })).toMatchObject({
        sum: '0.00',
        why: expect.arrayContaining(['claimed-before']),
      })
  })

  test('de: a last day on Saturday 18 July moves to Monday the 20th, and past a holiday to the 21st', () => {
    const order = { delivered: '2026-07-04' }
    expect(decide('de', { order }).deadline).toBe('2026-07-20')
    expect(decide('de', { order, case: { holidays: ['2026-07-20'] } }).deadline).toBe('2026-07-21')
  })

  test('de: the day after the last day is too late; a longer policy still takes the goods', () => {
    expect(decide('de', { case: { requested: '2026-07-16' } })).toMatchObject({
      eligible: false,
      sum: '0.00',
      why: ['too-late'],
    })
    expect(decide('de', { case: { requested: '2026-07-16' }, policy: { days: 30 } })).toMatchObject({
      eligible: true,
      sum: '50.00',
      deadline: '2026-07-31',
      basis: { kind: 'policy' },
    })
  })

  test('de: a buyer who was not told of the right has a year more: 15 July 2026 + 365 days', () => {
    expect(decide('de', { case: { requested: '2027-07-15', 'told-of-right': false } })).toMatchObject({
      eligible: true,
      deadline: '2027-07-15',
    })
  })

  test('de: opened hygiene goods stay, the rest comes back; a generous policy takes them too', () => {
    const lines = [
      { line: 'a', quantity: 3 },
      { line: 'b', quantity: 1, condition: 'opened' },
    ]
    expect(decide('de', { case: { lines } })).toMatchObject({ of: { 'goods a': '30.00' }, sum: '30.00' })
    expect(decide('de', { case: { lines }, policy: { days: 14, 'accepts-excluded': true } }).sum).toBe('50.00')
  })

  test('de: made to order is refused altogether', () => {
    const order = { lines: [{ id: 'a', quantity: 1, price: '10.00', facts: ['custom-made'] }] }
    expect(decide('de', { order })).toMatchObject({ eligible: false, why: ['excluded'] })
  })

  test('de: value lost by wearing is taken off, never more than was paid', () => {
    const lines = [{ line: 'b', quantity: 1, condition: 'used', 'value-lost': '6.00' }]
    const order = { lines: [{ id: 'b', class: 'apparel', quantity: 1, price: '20.00' }] }
    expect(decide('de', { order, case: { lines } }).of).toEqual({ 'goods b': '20.00', 'value-lost b': '-6.00' })
    expect(decide('de', { order, case: { lines: [{ ...lines[0], 'value-lost': '99.00' }] } }).sum).toBe('0.00')
  })

  test('gb: the days to refund run from the goods, or from proof of sending when that is earlier', () => {
    expect(decide('gb')).not.toHaveProperty('refundBy')
    expect(decide('gb', { case: { 'goods-back': '2026-07-14' } }).refundBy).toBe('2026-07-28')
    expect(decide('gb', { case: { 'goods-back': '2026-07-14', 'proof-of-sending': '2026-07-10' } }).refundBy).toBe(
      '2026-07-24',
    )
  })

  test('cn: 7 days from the day after delivery, goods only, refunded 7 days after they are back', () => {
    const found = decide('cn', {
      order: { shipping: { paid: '8.00' } },
      case: { 'goods-back': '2026-07-12', 'proof-of-sending': '2026-07-09' },
    })
    expect(found).toMatchObject({ sum: '50.00', deadline: '2026-07-08', refundBy: '2026-07-19' })
    expect(found.why).toContain('shipping-kept')
  })

  test('th: the seller pays the way back that the buyer has paid for', () => {
    // 50.00 + 3.50
    expect(decide('th', { case: { 'return-shipping-paid': '3.50' } })).toMatchObject({
      sum: '53.50',
      return: { payer: 'seller' },
    })
  })

  test('us: no right in law; policy of 30 days with 15 % kept, sales tax on top goes back in proportion', () => {
    expect(decide('us')).toMatchObject({ eligible: false, why: ['no-right'] })
    // line a: 30.00 of 50.00 carries 3/5 of 4.13 tax = 2.478 → 2.48, largest remainder: b 1.652 → 1.65
    // 30.00 − 15 % × 30.00 = 4.50 kept, + 2.48 = 27.98
    const found = decide('us', {
      order: { tax: { amount: '4.13' } },
      case: { lines: [{ line: 'a', quantity: 3 }] },
      policy: { days: 30, 'restocking-share': '0.15' },
    })
    expect(found.of).toEqual({ 'goods a': '30.00', 'restocking a': '-4.50', 'tax a': '2.48' })
    expect(found).toMatchObject({ sum: '27.98', basis: { kind: 'policy' }, refundBy: '2026-08-07' })
  })

  test('before delivery the whole order is given back, shipping included, and nothing has to be sent', () => {
    const found = decide('de', { order: { delivered: undefined, shipping: { paid: '9.90', standard: '4.90' } } })
    expect(found).toMatchObject({ sum: '59.90', return: { payer: 'nobody' } })
  })
})

describe('what was really paid', () => {
  const discounted = { discounts: [{ id: 'coupon', amount: '5.00' }] }

  test('a coupon falls on the lines in proportion: 5.00 over 30.00 and 20.00 is 3.00 and 2.00', () => {
    expect(decide('de', { order: discounted, case: { lines: [{ line: 'b', quantity: 1 }] } }).sum).toBe('18.00')
  })

  test('parts of a line: 27.00 ÷ 3 = 9.00 each; 10.00 over 3 units is 3.34, 3.33, 3.33', () => {
    expect(decide('de', { order: discounted, case: { lines: [{ line: 'a', quantity: 1 }] } }).sum).toBe('9.00')
    const one = (before: number) =>
      decide('de', {
        order: { lines: [{ id: 'a', quantity: 3, price: '5.00', discount: '5.00', 'returned-before': before }] },
        case: { lines: [{ line: 'a', quantity: 1 }] },
      }).sum
    expect([one(0), one(1), one(2)]).toEqual(['3.34', '3.33', '3.33'])
  })

  test('delivery goes back with the last of the goods, not with a part', () => {
    const order = { shipping: { paid: '5.00' } }
    expect(decide('de', { order, case: { lines: [{ line: 'a', quantity: 3 }] } }).sum).toBe('30.00')
  })

  test('duties the seller collected go back in proportion; those paid to customs are claimed there', () => {
    const duties = (to: string) =>
      decide('de', {
        order: { duties: { amount: '6.00', 'paid-to': to } },
        case: { lines: [{ line: 'a', quantity: 3 }] },
      })
    // 6.00 × 30 ÷ 50 = 3.60
    expect(duties('seller').sum).toBe('33.60')
    expect(duties('customs')).toMatchObject({ sum: '30.00' })
    expect(duties('customs').why).toContain('duties-at-customs')
  })

  test('however the returns are split, they add up to what was paid', () => {
    const cents = (min: number, max: number) => fc.integer({ min, max }).map((n) => (n / 100).toFixed(2))
    fc.assert(
      fc.property(
        fc.array(fc.record({ quantity: fc.integer({ min: 1, max: 5 }), price: cents(100, 9999) }), {
          minLength: 1,
          maxLength: 4,
        }),
        cents(0, 99),
        cents(0, 999),
        (bought, off, tax) => {
          const lines = bought.map((b, i) => ({ id: `l${i}`, ...b }))
          const order = { discounts: [{ id: 'c', amount: off }], tax: { amount: tax } }
          let back = 0
          for (const [i, l] of lines.entries())
            for (let n = 0; n < l.quantity; n++)
              back += decide('de', {
                order: {
                  ...order,
                  lines: lines.map((x, at) => ({ ...x, 'returned-before': at < i ? x.quantity : at === i ? n : 0 })),
                },
                case: { lines: [{ line: l.id, quantity: 1 }] },
              }).total.minor
          const paid = lines.reduce((sum, l) => sum + Math.round(Number(l.price) * 100) * l.quantity, 0)
          expect(back).toBe(paid - Math.round(Number(off) * 100) + Math.round(Number(tax) * 100))
        },
      ),
      { numRuns: 40 },
    )
  })

  test('a case that contradicts the order is refused in words', () => {
    expect(() => decide('de', { case: { lines: [{ line: 'a', quantity: 4 }] } })).toThrow('4 asked for, 3 left of 3')
    expect(() => decide('de', { case: { lines: [{ line: 'z', quantity: 1 }] } })).toThrow('"z" is not a line')
    expect(() => decide('de', { case: { requested: '2026-06-01' } })).toThrow('before the order')
  })
})

describe('faults, delay, loss, exchange', () => {
  const defect = (more: object = {}) => ({ kind: 'defect', ...more })

  test('de: repair or replacement first; money once that has failed; burden with the seller for a year', () => {
    expect(decide('de', { case: defect({ wants: 'refund' }) })).toMatchObject({ remedy: 'repair', sum: '0.00' })
    expect(decide('de', { case: defect({ wants: 'replace' }) }).remedy).toBe('replace')
    const failed = decide('de', {
      case: defect({ wants: 'refund', tried: ['repair'] }),
      order: { shipping: { paid: '9.90', standard: '4.90' } },
    })
    // everything the buyer paid, with the whole delivery: 50.00 + 9.90
    expect(failed).toMatchObject({
      remedy: 'refund',
      sum: '59.90',
      deadline: '2028-07-01',
      return: { payer: 'seller' },
    })
    expect(failed.why).toContain('burden-seller')
    expect(decide('de', { case: defect({ requested: '2027-07-02' }) }).why).toContain('burden-buyer')
  })

  test('de: a price reduction instead', () => {
    const lines = [{ line: 'b', quantity: 1, 'value-lost': '4.00' }]
    expect(decide('de', { case: defect({ wants: 'reduce', tried: ['repair', 'replace'], lines }) })).toMatchObject({
      remedy: 'reduce',
      sum: '4.00',
      of: { 'price-reduction b': '4.00' },
      return: { payer: 'nobody' },
    })
  })

  test('gb: rejected outright within 30 days; repair first from the 31st', () => {
    expect(decide('gb', { case: defect({ requested: '2026-07-31' }) })).toMatchObject({
      remedy: 'refund',
      sum: '50.00',
    })
    expect(decide('gb', { case: defect({ requested: '2026-08-01' }) })).toMatchObject({ remedy: 'repair', sum: '0.00' })
  })

  test('cn: not as described, refunded within 7 days and the supplier bears 80 %', () => {
    const found = decide('cn', {
      case: { kind: 'not-as-described' },
      supplier: { id: 's-1', clause: '8.2', kinds: ['defect', 'not-as-described'], share: '0.8' },
    })
    expect(found.sum).toBe('50.00')
    expect(found.recovery).toEqual({ supplier: 's-1', clause: '8.2', amount: { minor: 4000, currency: 'EUR' } })
  })

  test('late: nothing owed on the promised day; everything the day after; goods that came are another matter', () => {
    const late = (requested: string, order: object = {}) =>
      decide('us', {
        order: { delivered: undefined, promised: '2026-07-10', shipping: { paid: '5.00' }, ...order },
        case: { kind: 'late', requested },
      })
    expect(late('2026-07-10')).toMatchObject({ eligible: false, why: ['not-late'] })
    expect(late('2026-07-11')).toMatchObject({ sum: '55.00', refundBy: '2026-07-18' })
    expect(late('2026-07-11', { delivered: '2026-07-11' }).why).toEqual(['arrived-late'])
  })

  test('late without a promise: 30 days of law after the order of 25 June end on 25 July', () => {
    const late = (requested: string) =>
      decide('de', { order: { delivered: undefined }, case: { kind: 'late', requested } }).eligible
    expect([late('2026-07-25'), late('2026-07-26')]).toEqual([false, true])
  })

  test('lost: as soon as the carrier says so', () => {
    const order = { delivered: undefined, promised: '2026-07-20' }
    expect(decide('cn', { order, case: { kind: 'lost' } }).eligible).toBe(false)
    expect(decide('cn', { order, case: { kind: 'lost', 'carrier-confirms-loss': true } }).sum).toBe('50.00')
  })

  test('exchange: no money but the difference; a refund when there is nothing to exchange for', () => {
    const lines = [{ line: 'b', quantity: 1 }]
    // 20.00 paid, 17.50 for the other
    expect(
      decide('de', { case: { kind: 'exchange', lines, replacement: { available: true, price: '17.50' } } }),
    ).toMatchObject({
      remedy: 'exchange',
      sum: '2.50',
    })
    expect(decide('de', { case: { kind: 'exchange', lines, replacement: { available: false } } })).toMatchObject({
      remedy: 'refund',
      sum: '20.00',
    })
  })
})

test('months end where the month does: 31 August + 6 months is 28 February', () => {
  expect(addMonths('2026-08-31' as never, 6)).toBe('2027-02-28')
  expect(addMonths('2026-07-01' as never, 24)).toBe('2028-07-01')
})
