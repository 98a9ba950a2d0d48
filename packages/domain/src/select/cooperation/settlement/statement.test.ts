import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDay } from '../../../kernel/day.ts'
import { formatDecimal, money } from '../../../kernel/money.ts'
import { lampOffer, plainNotices, plainTexts } from '../offer-fixture.ts'
import { checkSettlement } from './check-settlement.ts'
import { reconcile } from './reconcile.ts'
import { SETTLEMENT_CHECKS, SETTLEMENT_PARTS, type SettlementFile, STATEMENT_LINES } from './settlement-schema.ts'
import { statement } from './statement.ts'

const source = { act: 'an act', status: 'recorded-from-memory' }
const mode = (id: string, payee: string, needs: string[]) => ({ id, payee, needs, instruments: ['tt', 'platform'] })
const settlement = {
  modes: [
    mode('commission', 'operator', ['commission-rate']),
    mode('slot-fee-commission', 'operator', ['slot-fee', 'commission-rate']),
    mode('guaranteed-gmv', 'operator', ['slot-fee', 'guaranteed']),
    mode('buy-out', 'supplier', ['unit-price']),
    mode('consignment', 'supplier', ['commission-rate']),
  ],
  parts: plainTexts(SETTLEMENT_PARTS),
  limits: {
    'cycle-days': [
      { laws: ['cn'], days: 60, source },
      { laws: ['other'], days: 90, source },
    ],
    'deposit-share': { share: '0.30', source },
  },
  lines: plainTexts(STATEMENT_LINES),
  checks: plainNotices(Object.keys(SETTLEMENT_CHECKS), 'offer.settlement.complete'),
} as unknown as SettlementFile

const eur = (amount: string) => ({ amount, currency: 'EUR' })
const terms = {
  mode: 'commission',
  instrument: 'tt',
  currency: 'EUR',
  'cycle-days': 15,
  invoice: 'commercial',
  'commission-rate': '0.20',
}
const order = (id: string, day: string, minor: number) => ({
  id,
  day: parseDay(day),
  quantity: 1,
  paid: money(minor, 'EUR'),
})
const refund = (id: string, day: string, minor: number) => ({
  order: id,
  day: parseDay(day),
  amount: money(minor, 'EUR'),
})
const period = { from: parseDay('2026-07-01'), until: parseDay('2026-08-01') }
const orders = [order('1', '2026-07-03', 9990), order('2', '2026-07-02', 4995), order('9', '2026-08-01', 100000)]
const refunds = [refund('1', '2026-07-10', 3333)]
const state = (more: object, of: object = {}, offer: object = {}) =>
  statement(lampOffer({ settlement: { ...terms, ...more }, ...offer }), {
    orders,
    refunds,
    period,
    final: true,
    settlement,
    ...of,
  })
const rows = (s: ReturnType<typeof statement>) =>
  s.lines.map((l) => `${l.kind} ${l.order ?? ''} ${formatDecimal(l.amount)}`.replace('  ', ' '))

describe('a statement', () => {
  test('commission of 20 % on what was sold and kept in July, by day', () => {
    // 49.95 × 20 % = 9.99; 99.90 × 20 % = 19.98; back 33.33 × 20 % = 6.666 → 6.67; 9.99 + 19.98 − 6.67 = 23.30
    const s = state({})
    expect(rows(s)).toEqual(['commission 2 9.99', 'commission 1 19.98', 'commission-back 1 -6.67'])
    expect(formatDecimal(s.due)).toBe('23.30')
    expect([s.dueDay, s.payee]).toEqual(['2026-08-15', 'operator'])
  })

  test('slot fee on top, in the final statement only', () => {
    const more = { mode: 'slot-fee-commission', 'slot-fee': eur('500.00') }
    expect(formatDecimal(state(more).due)).toBe('523.30')
    expect(formatDecimal(state(more, { final: false }).due)).toBe('23.30')
  })

  test('guaranteed 200.00, sold and kept 149.85 − 33.33 = 116.52: the fee goes back for the 83.48 missed', () => {
    // 500.00 × 83.48 ÷ 200.00 = 208.70; 523.30 − 208.70 = 314.60
    const s = state({
      mode: 'guaranteed-gmv',
      'slot-fee': eur('500.00'),
      guaranteed: { gmv: eur('200.00'), shortfall: 'refund-pro-rata' },
    })
    expect(rows(s).at(-1)).toBe('guarantee-refund -208.70')
    expect(formatDecimal(s.due)).toBe('314.60')
  })

  test('consignment: the supplier gets sales less refunds less commission', () => {
    // 149.85 − 33.33 − (9.99 + 19.98 − 6.67) = 116.52 − 23.30 = 93.22
    const s = state({ mode: 'consignment' })
    expect(formatDecimal(s.due)).toBe('93.22')
    expect(s.payee).toBe('supplier')
  })

  test('buy-out: 100 units at 12.00 less the deposit of 300.00, whatever was sold', () => {
    expect(formatDecimal(state({ mode: 'buy-out', 'unit-price': eur('12.00'), deposit: eur('300.00') }).due)).toBe(
      '900.00',
    )
  })

  test('in another currency at the rate of the statement day, once: 23.30 × 7.8 = 181.74', () => {
    const rates = [
      { from: 'EUR', to: 'CNY', rate: '7.9', day: '2026-07-01', source: 'bank' },
      { from: 'EUR', to: 'CNY', rate: '7.8', day: '2026-07-31', source: 'bank' },
      { from: 'EUR', to: 'CNY', rate: '7.7', day: '2026-08-15', source: 'bank' },
    ]
    expect(formatDecimal(state({ currency: 'CNY' }, {}, { rates }).due)).toBe('181.74')
    // at the payment day: 23.30 × 7.7 = 179.41
    expect(formatDecimal(state({ currency: 'CNY', 'fx-day': 'payment' }, {}, { rates }).due)).toBe('179.41')
    // each line on its own day at 7.9: 78.921 → 78.92, 157.842 → 157.84, 52.693 → 52.69: 184.07
    expect(formatDecimal(state({ currency: 'CNY', 'fx-day': 'order' }, {}, { rates }).due)).toBe('184.07')
  })

  test('a refund of a former period gives its commission back now; one above the price is refused', () => {
    const earlier = [order('0', '2026-06-20', 5000)]
    const late = { orders: [], refunds: [refund('0', '2026-07-05', 5000)], earlier }
    expect(formatDecimal(state({}, late).due)).toBe('-10.00')
    expect(() => state({}, { ...late, refunds: [refund('0', '2026-07-05', 5001)] })).toThrow('more than is left')
    expect(() => state({}, { ...late, earlier: [] })).toThrow('not among the orders')
  })

  test('commission on refunds in parts never adds up to more than on the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: 1, maxLength: 6 }), (parts) => {
        const all = parts.reduce((a, b) => a + b, 0)
        const s = state(
          {},
          { orders: [order('1', '2026-07-02', all)], refunds: parts.map((p) => refund('1', '2026-07-10', p)) },
        )
        expect(s.total.minor).toBe(0)
      }),
    )
  })
})

describe("the payer's statement against ours", () => {
  const ours = state({})
  const line = (kind: 'commission' | 'commission-back' | 'slot-fee', id: string | undefined, minor: number) => ({
    kind,
    ...(id ? { order: id } : {}),
    amount: money(minor, 'EUR'),
  })

  test('agrees when every line does', () => {
    expect(reconcile(ours, ours.lines)).toMatchObject({ agrees: true, difference: { minor: 0 } })
  })

  test('names what differs, is missing, is new, is stated twice', () => {
    const theirs = [
      line('commission', '2', 999),
      line('commission', '2', 999),
      line('commission', '1', 1900),
      line('slot-fee', undefined, -100),
    ]
    const found = reconcile(ours, theirs)
    expect(found.lines.map((l) => [l.kind, l.order, l.state, l.difference.minor])).toEqual([
      ['commission', '2', 'same', 0],
      ['commission', '2', 'stated-twice', 999],
      ['commission', '1', 'differs', -98],
      ['commission-back', '1', 'only-ours', 667],
      ['slot-fee', undefined, 'only-theirs', -100],
    ])
    // 9.99 + 9.99 + 19.00 − 1.00 = 37.98 against 23.30
    expect([found.difference.minor, found.agrees]).toEqual([1468, false])
  })
})

describe('settlement terms', () => {
  const issues = (more: object, offer: object = {}) =>
    checkSettlement(
      lampOffer({ settlement: { ...terms, payee: { holder: 'x', 'verified-by': 'wang' }, ...more }, ...offer }),
      { day: parseDay('2026-07-02'), settlement },
    ).map((f) => f.what.en)

  test.each([
    ['sound', {}, []],
    ['the rate is missing', { 'commission-rate': undefined }, ['settlement.part-missing']],
    ['a letter of credit for commission', { instrument: 'lc' }, ['settlement.instrument-mode']],
    ['91 days', { 'cycle-days': 91 }, ['settlement.cycle-too-long']],
    ['no invoice', { invoice: 'none' }, ['settlement.invoice-missing']],
    ['account not verified', { payee: { holder: 'x' } }, ['settlement.payee-unverified']],
  ])('%s', (_, more, found) => {
    expect(issues(more)).toEqual(found)
  })

  test('under Chinese law 61 days are too long; paid before returns are over is worth a warning', () => {
    expect(issues({ 'cycle-days': 61 }, { contract: { 'governing-law': 'cn' } })).toEqual(['settlement.cycle-too-long'])
    expect(issues({}, { returns: { days: 30 } })).toEqual(['settlement.cycle-before-returns'])
  })

  test('a deposit above 30 % of 100 × 12.00 = 360.00', () => {
    const buyOut = { mode: 'buy-out', 'unit-price': eur('12.00') }
    expect(issues({ ...buyOut, deposit: eur('360.00') })).toEqual([])
    expect(issues({ ...buyOut, deposit: eur('360.01') })).toEqual(['settlement.deposit-too-high'])
  })
})
