import { ruleSetFor } from '@haixuan/domain/gate/rule-set'
import { afterSalesCase } from '@haixuan/domain/improve/after-sales/case'
import { decideRefund } from '@haixuan/domain/improve/after-sales/decide-refund'
import { parseDay } from '@haixuan/domain/kernel/day'
import { formatDecimal } from '@haixuan/domain/kernel/money'
import { parcel } from '@haixuan/domain/select/cooperation/parcel'
import { landedCost } from '@haixuan/domain/select/cooperation/pricing/landed-cost'
import { describe, expect, test } from 'vitest'
import { loadStandard } from './load.ts'

const standard = loadStandard()
const law = (market: string, day: string) =>
  ruleSetFor(standard.rules, standard.markets, market, parseDay(day)).parameter

describe('landed cost by the rules of the markets', () => {
  const cost = (file: unknown, day: string) => {
    const p = parcel.parse(file)
    const found = landedCost(p, {
      day: parseDay(day),
      parameters: law(p.market, day),
      texts: standard.pricing['landed-cost'],
    })
    return Object.fromEntries(found.lines.map((l) => [l.id, formatDecimal(l.amount)]))
  }
  const eur = (amount: string) => ({ amount, currency: 'EUR' })
  const blouses = {
    market: 'de',
    registered: true,
    items: [
      {
        name: 'silk',
        class: 'apparel',
        hs: '620610',
        origin: 'CN',
        quantity: 1,
        price: eur('59.00'),
        'unit-cost': eur('18.00'),
      },
      {
        name: 'wool',
        class: 'apparel',
        hs: '620620',
        origin: 'CN',
        quantity: 2,
        price: eur('29.50'),
        'unit-cost': eur('9.00'),
      },
    ],
  }

  test('Germany: duty free until 2026-06-30, from the next day 3 euros for each of two tariff lines', () => {
    expect(cost(blouses, '2026-06-30')).toEqual({ goods: '36.00', duty: '0.00', vat: '18.84' })
    expect(cost(blouses, '2026-07-01')).toEqual({ goods: '36.00', 'parcel-duty': '6.00', vat: '18.84' })
  })

  const kite = (currency: string, price: string) => ({
    market: 'us',
    items: [
      {
        name: 'shirt',
        class: 'apparel',
        hs: '610910',
        origin: 'VN',
        quantity: 1,
        price: { amount: price, currency },
        'unit-cost': { amount: '10.00', currency },
      },
    ],
  })

  test('United States: a shirt of 100 dollars from Vietnam is free on 2025-08-28 and pays 16.5 % and 20 % the day after', () => {
    expect(cost(kite('USD', '100.00'), '2025-08-28')).toMatchObject({ duty: '0.00' })
    expect(cost(kite('USD', '100.00'), '2025-08-29')).toMatchObject({ duty: '16.50', surcharge: '20.00' })
  })

  test('Singapore: 9 % in a price of 109.00', () => {
    expect(cost({ ...kite('SGD', '109.00'), market: 'sg' }, '2026-07-02')).toMatchObject({ vat: '9.00' })
  })
})

describe('refunds by the rules of the markets', () => {
  const decide = (market: string, day: string, more: Record<string, unknown> = {}, kind = 'withdrawal') => {
    const file = afterSalesCase.parse({
      market,
      order: {
        day: '2026-06-25',
        delivered: '2026-07-01',
        currency: 'EUR',
        lines: [{ id: 'a', class: 'apparel', quantity: 1, price: '40.00' }],
        shipping: { paid: '5.00' },
      },
      case: { kind, requested: day },
      ...more,
    })
    const found = decideRefund(file, { parameters: law(market, '2026-06-25'), file: standard['after-sales'] })
    return {
      total: formatDecimal(found.total),
      deadline: found.deadline,
      basis: found.basis.kind,
      payer: found.return.payer,
    }
  }

  test.each([
    // market, last day by law, refund, who pays the way back
    ['de', '2026-07-15', '45.00', 'buyer'],
    ['gb', '2026-07-15', '45.00', 'buyer'],
    ['cn', '2026-07-08', '40.00', 'buyer'],
    ['th', '2026-07-08', '45.00', 'seller'],
  ])('%s: withdrawal until %s gives back %s', (market, last, total, payer) => {
    expect(decide(market, last)).toEqual({ total, deadline: last, basis: 'law', payer })
    const next = `2026-07-${String(Number(last.slice(8)) + 1).padStart(2, '0')}`
    expect(decide(market, next)).toMatchObject({ total: '0.00', basis: 'none' })
  })

  test.each(['us', 'sg', 'my', 'vn', 'id', 'ph'])(
    '%s: the law gives no withdrawal; the policy of the shop does',
    (market) => {
      expect(decide(market, '2026-07-10')).toMatchObject({ total: '0.00', basis: 'none' })
      expect(decide(market, '2026-07-10', { policy: { days: 15 } })).toMatchObject({
        total: '40.00',
        deadline: '2026-07-16',
        basis: 'policy',
      })
    },
  )

  test.each(['cn', 'de', 'gb', 'us', 'sg', 'my', 'th', 'vn', 'id', 'ph'])(
    '%s: faulty goods are answered for within the period',
    (market) => {
      expect(decide(market, '2026-07-20', {}, 'defect').basis).toBe('law')
    },
  )
})
