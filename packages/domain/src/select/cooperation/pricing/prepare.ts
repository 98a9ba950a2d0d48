import Big from 'big.js'
import { allocate } from '../../../kernel/allocate.ts'
import type { Day } from '../../../kernel/day.ts'
import { BadInput } from '../../../kernel/errors.ts'
import { money } from '../../../kernel/money.ts'
import { type Amount, exchange, rateFor, show, toMoney } from '../amount.ts'
import { because } from '../because.ts'
import type { Parcel } from '../parcel.ts'
import { type Border, borderOf, type Parameters, type Stands } from './border.ts'

export const COST_LINES = [
  'goods',
  'packaging',
  'inland-freight',
  'international-freight',
  'insurance',
  'delivery',
  'duty',
  'parcel-duty',
  'surcharge',
  'trade-remedy',
  'handling-fee',
  'import-vat',
  'vat',
  'platform-fee',
  'payment-fee',
  'commission',
  'host-commission',
  'advertising',
  'slot-fee',
  'returns',
] as const
export type CostLineId = (typeof COST_LINES)[number]

/** One cost in minor units of the selling currency; its arithmetic is written only when asked for. */
export type RawLine = {
  readonly id: CostLineId
  readonly minor: number
  readonly formula: () => string
  readonly stands?: Stands
}

/** A parcel with its law looked up and its fixed costs converted, ready to be priced many times. */
export type Prepared = {
  readonly parcel: Parcel
  readonly currency: string
  readonly border: Border
  readonly fixed: readonly RawLine[]
  readonly goods: number
  readonly freight: readonly number[]
  readonly declared: readonly (number | undefined)[]
  readonly shipping: readonly number[]
  readonly paymentFee: number
  readonly returnCost: number
  /** the buyer's price of the parcel as offered, and how the items share it */
  readonly price: number
  readonly weights: readonly number[]
  readonly limits: readonly number[]
}

export const halfUp = (x: Big): number => x.round(0, Big.roundHalfUp).toNumber()
export const sum = (all: readonly number[]): number => all.reduce((a, b) => a + b, 0)

/** @throws BadInput when prices are in several currencies or a rate of exchange is missing */
export function prepare(p: Parcel, on: Day, parameters: Parameters): Prepared {
  const currency = p.items[0]!.price.currency
  const odd = p.items.find((i) => i.price.currency !== currency)
  if (odd)
    throw new BadInput(because('parcel-currencies-differ', { currency: odd.price.currency, currencyA: currency }), {
      field: `items ${odd.name}`,
    })
  const here = (a: Amount | undefined, count = 1): number => {
    if (!a) return 0
    const m = toMoney(a)
    return exchange(money(m.minor * count, m.currency), currency, p.rates, on).minor
  }
  const how = (a: Amount, count = 1): string => {
    const times = count === 1 ? show(toMoney(a)) : `${show(toMoney(a))} × ${count}`
    if (a.currency === currency) return times
    const r = rateFor(a.currency, currency, p.rates, on)
    return `${times} ${r.from === a.currency ? '×' : '÷'} ${r.rate} (${r.from}→${r.to}, ${r.day}, ${r.source})`
  }
  const line = (id: CostLineId, parts: readonly { a: Amount; count?: number; name?: string }[]): RawLine[] =>
    parts.length === 0
      ? []
      : [
          {
            id,
            minor: sum(parts.map((x) => here(x.a, x.count))),
            formula: () => parts.map((x) => (x.name ? `${x.name}: ` : '') + how(x.a, x.count)).join(' + '),
          },
        ]
  const one = (id: CostLineId, a: Amount | undefined) => line(id, a ? [{ a }] : [])
  const many = p.items.length > 1
  const goods = line(
    'goods',
    p.items.map((i) => ({ a: i['unit-cost'], count: i.quantity, ...(many ? { name: i.name } : {}) })),
  )
  const units = sum(p.items.map((i) => i.quantity))
  const slot = p['slot-fee']
  const weights = p.items.map((i) => toMoney(i.price).minor * i.quantity)
  const freight = here(p['international-freight']) + here(p.insurance)
  const shares = (minor: number) => allocate(money(minor, currency), weights).map((m) => m.minor)
  const border = borderOf(p, currency, on, parameters)
  return {
    parcel: p,
    currency,
    border,
    fixed: [
      ...goods,
      ...one('packaging', p.packaging),
      ...one('inland-freight', p['inland-freight']),
      ...one('international-freight', p['international-freight']),
      ...one('insurance', p.insurance),
      ...line(
        'delivery',
        p.delivery.map((d) => ({ a: d.amount, name: d.id })),
      ),
      ...(slot
        ? [
            {
              id: 'slot-fee' as const,
              minor: halfUp(new Big(here(slot.fee)).times(units).div(slot.units)),
              formula: () => `${how(slot.fee)} × ${units} ÷ ${slot.units}`,
            },
          ]
        : []),
    ],
    goods: sum(goods.map((g) => g.minor)),
    freight: shares(freight),
    declared: p.items.map((i) => i['customs-value'] && here(i['customs-value'], i.quantity)),
    shipping: shares(here(p['shipping-charged'])),
    paymentFee: here(p['payment-fee']),
    returnCost: here(p['return-cost'], units),
    price: sum(weights),
    weights,
    limits: limitsOf(border),
  }
}

const limitsOf = (b: Border): number[] =>
  [
    ...new Set([
      ...b.items.flatMap((i) =>
        [i.dutyFree, i.parcelRate?.upTo, i.vat?.upTo, i.importVat?.free].flatMap((l) => (l ? [l.upTo] : [])),
      ),
      ...(b.parcelDuty ? [b.parcelDuty.upTo.upTo] : []),
    ]),
  ].sort((a, b) => a - b)
