import type { OrderColumns, OrderField } from '@haixuan/domain/improve/results/order-words'
import { type Day, isDay } from '@haixuan/domain/kernel/day'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { add, type Money, money, parseMoney } from '@haixuan/domain/kernel/money'
import { because } from './because.ts'
import { folded, tableOf } from './table-of.ts'

/** What a list of orders says of one product: whole orders counted once, however many lines they have. */
export type OrderedProduct = {
  /** the first line that names it */
  readonly row: number
  readonly product: string
  readonly counts: {
    readonly orders: number
    readonly units: number
    readonly returns: number
    readonly cancelled: number
  }
  /** what was paid for it and not cancelled; none when the list tells no amounts, or in several currencies */
  readonly sales?: Money
}
/** One order of one product as settlements count it: when, how many, what was paid, and what went back. */
export type OrderLine = {
  readonly product: string
  readonly order: string
  readonly day: Day
  readonly quantity: number
  readonly paid: Money
  readonly refunded?: Money
}
type Rejected = { readonly row: number; readonly field: string; readonly reason: string }
export type ReadOrders = {
  readonly rows: readonly OrderedProduct[]
  /** orders that were not cancelled, as far as the list tells their day and amount */
  readonly orders: readonly OrderLine[]
  readonly rejected: readonly Rejected[]
  readonly ignored: readonly string[]
  /** columns with personal data, by their headers: nothing of them is kept */
  readonly personal: readonly string[]
}

/** Whether a table is a list of orders, line by line, and not of counts. */
export const isOrderList = (csv: string, words: OrderColumns): boolean => {
  const fields = fieldsOf(tableOf(csv)[0] ?? [], words)
  return fields.has('order') && fields.has('product') && fields.has('quantity')
}

/** Adds up a list of orders by product. Nothing of a buyer is read. @throws BadInput when columns are missing */
export function readOrders(csv: string, words: OrderColumns): ReadOrders {
  const [header = [], ...lines] = tableOf(csv)
  const at = fieldsOf(header, words)
  for (const field of ['order', 'product', 'quantity'] as const)
    if (!at.has(field)) throw new BadInput(because('column-missing', { field }), { field: 'csv' })
  const known = new Set(at.values())
  const others = header.filter((_, i) => !known.has(i))
  const isPersonal = (name: string) => words.personal.some((word) => folded(name).includes(word))
  const rejected: Rejected[] = []
  const found = new Map<string, Adding>()
  const orders = new Map<string, OrderLine>()
  for (const [i, cells] of lines.entries()) {
    const row = i + 2
    const cell = (field: OrderField) => cells[at.get(field) ?? -1] ?? ''
    const quantity = Number(cell('quantity').replace(/,/g, ''))
    if (cell('product') === '') rejected.push({ row, field: 'product', reason: 'names no product' })
    else if (!Number.isSafeInteger(quantity) || quantity < 0 || cell('quantity') === '')
      rejected.push({ row, field: 'quantity', reason: `"${cell('quantity').slice(0, 40)}" is not a whole number` })
    else {
      const own = found.get(cell('product')) ?? new Adding(row)
      found.set(cell('product'), own)
      const line = { ...lineOf(cell, words), order: cell('order'), quantity }
      own.add(line)
      keep(orders, line, cell('product'), dayOf(cell('day')))
    }
  }
  return {
    rows: [...found].map(([product, adding]) => adding.told(product)),
    orders: [...orders.values()],
    rejected,
    ignored: others.filter((name) => !isPersonal(name)),
    personal: others.filter(isPersonal),
  }
}

type Line = {
  readonly order: string
  readonly quantity: number
  readonly state: 'sold' | 'returned' | 'cancelled'
  readonly amount: Money | undefined
  readonly refund: Money | undefined
}

/** Adds a line to its order; one that was cancelled, or tells no day or amount, is not settled. */
function keep(orders: Map<string, OrderLine>, line: Line, product: string, day: Day | undefined): void {
  const { order, quantity, state, amount } = line
  if (state === 'cancelled' || !day || !amount || order === '' || quantity === 0) return
  // what goes back when the list tells no amount is all that was paid
  const refund = line.refund?.currency === amount.currency ? line.refund : state === 'returned' ? amount : undefined
  const key = JSON.stringify([product, order])
  const before = orders.get(key)
  if (before && before.paid.currency !== amount.currency) return
  const refunded = [before?.refunded, refund].filter((m) => m !== undefined && m.minor > 0)
  orders.set(key, {
    product,
    order,
    day: before?.day ?? day,
    quantity: (before?.quantity ?? 0) + quantity,
    paid: before ? add(before.paid, amount) : amount,
    ...(refunded.length > 0 ? { refunded: refunded.reduce((sum, m) => add(sum!, m!))! } : {}),
  })
}

/** The day of "2026-05-18 20:14:05", "18/05/2026 20:14" (day first, as shop systems of these markets write it) or "2026/5/18". */
function dayOf(text: string): Day | undefined {
  const [, year, month, date] = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})/.exec(text) ?? []
  const [, first, second, last] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})/.exec(text) ?? []
  const parts = year ? [year, month, date] : last ? [last, second, first] : undefined
  const day = parts?.map((part) => (part ?? '').padStart(2, '0')).join('-')
  return day !== undefined && isDay(day) ? (day as Day) : undefined
}

function lineOf(cell: (field: OrderField) => string, words: OrderColumns): Pick<Line, 'state' | 'amount' | 'refund'> {
  const said = [folded(cell('status')), folded(cell('return'))]
  const says = (of: readonly string[]) => said.some((text) => of.some((word) => text.includes(word)))
  const returned = says(words.returned) && !says(words.kept)
  return {
    state: says(words.cancelled) && !returned ? 'cancelled' : returned ? 'returned' : 'sold',
    amount: amountOf(cell('amount'), cell('currency')),
    refund: amountOf(cell('refund'), cell('currency')),
  }
}

/** "USD 19.90", "19.90" with its currency in another column; undefined when it is not told exactly. */
function amountOf(text: string, currency: string): Money | undefined {
  const code = /\b[A-Z]{3}\b/.exec(`${currency} ${text}`)?.[0]
  const figure = /\d[\d,]*(?:\.\d+)?/.exec(text)?.[0]?.replace(/,/g, '')
  if (code === undefined || figure === undefined) return undefined
  try {
    return parseMoney(figure, code)
  } catch {
    return undefined
  }
}

/** What is told of one product, line by line. */
class Adding {
  readonly #row: number
  readonly #orders = { sold: new Set<string>(), returned: new Set<string>(), cancelled: new Set<string>() }
  #units = 0
  #minor = 0
  #currency: string | undefined
  /** amounts in several currencies, or a line without one, add up to nothing */
  #mixed = false

  constructor(row: number) {
    this.#row = row
  }

  add({ order, quantity, state, amount }: Omit<Line, 'refund'>): void {
    this.#orders[state].add(order)
    if (state === 'cancelled') return
    this.#units += quantity
    if (!amount || (this.#currency !== undefined && this.#currency !== amount.currency)) this.#mixed = true
    else {
      this.#currency = amount.currency
      this.#minor += amount.minor
    }
  }

  told(product: string): OrderedProduct {
    const { sold, returned, cancelled } = this.#orders
    const counts = {
      orders: new Set([...sold, ...returned]).size,
      units: this.#units,
      returns: returned.size,
      cancelled: cancelled.size,
    }
    const currency = this.#mixed ? undefined : this.#currency
    return { row: this.#row, product, counts, ...(currency ? { sales: money(this.#minor, currency) } : {}) }
  }
}

/** The first column that each field is called by; words of a field in their order. */
function fieldsOf(header: readonly string[], { fields }: OrderColumns): ReadonlyMap<OrderField, number> {
  const names = header.map(folded)
  const at = new Map<OrderField, number>()
  for (const [field, words] of Object.entries(fields) as [OrderField, string[]][]) {
    const place = words.map((word) => names.indexOf(folded(word))).find((i) => i >= 0)
    if (place !== undefined) at.set(field, place)
  }
  return at
}
