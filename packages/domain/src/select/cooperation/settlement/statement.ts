import Big from 'big.js'
import { addDays, covers, type Day, type Period } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/errors.ts'
import { BadInput } from '../../../kernel/errors.ts'
import { type Money, money, times } from '../../../kernel/money.ts'
import { exchange, percent, rateFor, show, toMoney } from '../amount.ts'
import { because } from '../because.ts'
import type { Offer } from '../offer.ts'
import type { SettlementFile, STATEMENT_LINES } from './settlement-schema.ts'

/** What a buyer paid for goods of the offer; shipping is not shared between the parties. */
export type Order = { readonly id: string; readonly day: Day; readonly quantity: number; readonly paid: Money }
export type OrderRefund = { readonly order: string; readonly day: Day; readonly amount: Money }

export type StatementLine = {
  readonly kind: (typeof STATEMENT_LINES)[number]
  readonly label: Text
  /** the order it comes from */
  readonly order?: string
  readonly day: Day
  /** what is owed to the payee; negative lowers it */
  readonly amount: Money
  readonly formula: string
}
export type Statement = {
  readonly payee: 'operator' | 'supplier'
  readonly lines: readonly StatementLine[]
  /** in the currency of the price */
  readonly total: Money
  /** in the currency of settlement, converted once at the day the terms name */
  readonly due: Money
  readonly rate?: string
  readonly dueDay: Day
  readonly sales: Money
  readonly refunds: Money
}

/**
 * What one party owes the other for a period, line by line (I8). Orders of the period and refunds made in it count;
 * `earlier` are orders of former periods, needed when one of them is refunded now. One-off lines (slot fee, guarantee,
 * purchase, deposit) stand in the statement that is `final`.
 * @throws BadInput on a refund without its order or above what was paid, or a missing rate of exchange
 */
export function statement(
  offer: Offer,
  of: {
    readonly orders: readonly Order[]
    readonly refunds: readonly OrderRefund[]
    readonly earlier?: readonly Order[]
    /** refunds of former periods, so that one order is never refunded above its price */
    readonly refundedBefore?: readonly OrderRefund[]
    readonly period: Required<Period>
    readonly final: boolean
    readonly settlement: SettlementFile
  },
): Statement {
  const terms = offer.settlement
  const mode = of.settlement.modes.find((m) => m.id === terms.mode)!
  const until = of.period.until as Day
  const last = addDays(until, -1)
  const currency = toMoney(offer.pricing.price).currency
  const orders = of.orders.filter((o) => covers(of.period, o.day)).toSorted(byDay)
  const refunds = of.refunds.filter((r) => covers(of.period, r.day)).toSorted(byDay)
  guard([...(of.earlier ?? []), ...of.orders], [...(of.refundedBefore ?? []), ...of.refunds], currency)

  const lines: StatementLine[] = []
  const put = (kind: StatementLine['kind'], day: Day, amount: Money, formula: string, order?: string) =>
    lines.push({
      kind,
      label: of.settlement.lines[kind],
      day,
      amount,
      formula,
      ...(order === undefined ? {} : { order }),
    })
  const zero = money(0, currency)
  const total = (all: readonly Money[]) => all.reduce((a, b) => money(a.minor + b.minor, currency), zero)
  const minus = (m: Money) => money(-m.minor, m.currency)
  const sales = total(orders.map((o) => o.paid))
  const back = total(refunds.map((r) => r.amount))
  const rate = terms['commission-rate'] ?? '0'
  const here = (m: Money) => exchange(m, currency, offer.rates, last)

  if (terms.mode === 'buy-out') {
    const unit = here(toMoney(terms['unit-price'] ?? offer.costs['unit-cost']))
    if (of.final)
      put('purchase', last, money(unit.minor * offer.quantity, currency), `${show(unit)} × ${offer.quantity}`)
  } else {
    const toSupplier = mode.payee === 'supplier'
    for (const o of orders) {
      if (toSupplier) put('sale', o.day, o.paid, show(o.paid), o.id)
      const fee = times(o.paid, rate)
      put('commission', o.day, toSupplier ? minus(fee) : fee, `${percent(rate)} × ${show(o.paid)}`, o.id)
    }
    for (const r of refunds) {
      if (toSupplier) put('refund', r.day, minus(r.amount), show(r.amount), r.order)
      // commission of all that was refunded so far less what was given back before: parts never add up to more than the whole
      const fee = commissionBack(r, [...(of.refundedBefore ?? []), ...of.refunds], rate)
      put('commission-back', r.day, toSupplier ? fee : minus(fee), `${percent(rate)} × ${show(r.amount)}`, r.order)
    }
  }
  if (of.final && terms['slot-fee'] && !['buy-out', 'consignment', 'commission'].includes(terms.mode)) {
    const fee = here(toMoney(terms['slot-fee']))
    put('slot-fee', last, fee, show(fee))
    const guaranteed = terms.guaranteed
    if (terms.mode === 'guaranteed-gmv' && guaranteed) {
      const goal = here(toMoney(guaranteed.gmv))
      const net = sales.minor - back.minor
      const short = Math.max(0, goal.minor - net)
      if (short > 0 && guaranteed.shortfall !== 'stream-again') {
        const all = guaranteed.shortfall === 'refund-all'
        const minor = all
          ? fee.minor
          : new Big(fee.minor).times(short).div(goal.minor).round(0, Big.roundHalfUp).toNumber()
        put(
          'guarantee-refund',
          last,
          money(-Math.min(minor, fee.minor), currency),
          all ? show(fee) : `${show(fee)} × ${show(money(short, currency))} ÷ ${show(goal)}`,
        )
      }
    }
  }
  if (of.final && terms.deposit && mode.payee === 'supplier') {
    const deposit = here(toMoney(terms.deposit))
    put('deposit', last, minus(deposit), show(deposit))
  }

  const sum = total(lines.map((l) => l.amount))
  const dueDay = addDays(last, terms['cycle-days'])
  const foreign = terms.currency !== currency
  // by order: each line at its own day's rate; otherwise the sum once
  const due = !foreign
    ? sum
    : terms['fx-day'] === 'order'
      ? lines
          .map((l) => exchange(l.amount, terms.currency, offer.rates, l.day))
          .reduce((a, b) => money(a.minor + b.minor, a.currency), money(0, terms.currency))
      : exchange(sum, terms.currency, offer.rates, terms['fx-day'] === 'payment' ? dueDay : last)
  const used =
    foreign && terms['fx-day'] !== 'order'
      ? rateFor(currency, terms.currency, offer.rates, terms['fx-day'] === 'payment' ? dueDay : last)
      : undefined
  return {
    payee: mode.payee,
    lines,
    total: sum,
    due,
    ...(used ? { rate: `${used.from}→${used.to} ${used.rate} (${used.day}, ${used.source})` } : {}),
    dueDay,
    sales,
    refunds: back,
  }
}

const byDay = (a: { day: Day; id?: string; order?: string }, b: { day: Day; id?: string; order?: string }) => {
  const key = (x: typeof a) => `${x.day} ${x.id ?? x.order}`
  return key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0
}

function commissionBack(r: OrderRefund, all: readonly OrderRefund[], rate: string): Money {
  const same = all.filter((x) => x.order === r.order).toSorted(byDay)
  const before = same.slice(0, same.indexOf(r)).reduce((sum, x) => sum + x.amount.minor, 0)
  const of = (minor: number) => times(money(minor, r.amount.currency), rate).minor
  return money(of(before + r.amount.minor) - of(before), r.amount.currency)
}

function guard(orders: readonly Order[], refunds: readonly OrderRefund[], currency: string): void {
  const paid = new Map<string, number>()
  for (const o of orders) {
    if (o.paid.currency !== currency)
      throw new BadInput(because('paid-in-other-currency', { currency: o.paid.currency, currencyA: currency }), {
        field: `order ${o.id}`,
      })
    if (paid.has(o.id)) throw new BadInput(because('given-twice'), { field: `order ${o.id}` })
    paid.set(o.id, o.paid.minor)
  }
  for (const r of refunds) {
    const left = paid.get(r.order)
    if (left === undefined) throw new BadInput(because('refund-without-order'), { field: `order ${r.order}` })
    if (r.amount.minor > left)
      throw new BadInput(because('refund-above-paid', { show: show(r.amount) }), {
        field: `order ${r.order}`,
      })
    paid.set(r.order, left - r.amount.minor)
  }
}
