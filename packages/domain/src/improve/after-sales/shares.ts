import { allocate } from '../../kernel/allocate.ts'
import { BadInput } from '../../kernel/errors.ts'
import { type Money, money, parseMoney } from '../../kernel/money.ts'
import { because } from '../because.ts'
import type { AfterSalesCase } from './case.ts'

/** What a buyer really paid for the units a case is about, discounts, tax and duties shared out to the last minor unit. */
export type ReturnedLine = {
  readonly line: AfterSalesCase['order']['lines'][number]
  readonly quantity: number
  readonly condition: 'unopened' | 'opened' | 'used' | 'damaged'
  readonly goods: Money
  readonly tax: Money
  readonly duties: Money
  readonly valueLost: Money
}
export type Shares = {
  readonly lines: readonly ReturnedLine[]
  /** with this case nothing of the order is left with the buyer */
  readonly whole: boolean
  /** and no unit came back in a former case */
  readonly atOnce: boolean
}

/**
 * Order discounts fall on lines in proportion to what they cost (largest remainder). Units of a line share its amount
 * so that all returns together give back exactly what was paid, however they are split.
 * @throws BadInput on an unknown line, more units than were bought, or discounts above the price
 */
export function sharesOf({ order, case: c }: Pick<AfterSalesCase, 'order' | 'case'>): Shares {
  const cash = (text: string | undefined, field: string) =>
    text === undefined ? money(0, order.currency) : parseMoney(text, order.currency, field)
  const ids = new Set(order.lines.map((l) => l.id))
  if (ids.size !== order.lines.length) throw new BadInput(because('order-lines-alike'), { field: 'order.lines' })
  const before = order.lines.map((l) => {
    const minor = cash(l.price, `${l.id}.price`).minor * l.quantity - cash(l.discount, `${l.id}.discount`).minor
    if (minor < 0) throw new BadInput(because('discount-above-price'), { field: `order.lines ${l.id}` })
    if (l['returned-before'] > l.quantity)
      throw new BadInput(because('returned-above-bought'), { field: `order.lines ${l.id}` })
    return minor
  })
  const off = order.discounts.reduce((sum, d) => sum + cash(d.amount, `discounts ${d.id}`).minor, 0)
  if (off > before.reduce((a, b) => a + b, 0))
    throw new BadInput(because('discounts-above-order'), { field: 'order.discounts' })
  const offs = allocate(money(off, order.currency), before)
  const paid = before.map((minor, i) => minor - offs[i]!.minor)
  const taxes = allocate(cash(order.tax?.amount, 'tax'), paid)
  const duties = allocate(cash(order.duties?.amount, 'duties'), paid)

  const asked =
    c.lines ??
    order.lines
      .filter((l) => l.quantity > l['returned-before'])
      .map((l) => ({
        line: l.id,
        quantity: l.quantity - l['returned-before'],
        condition: 'unopened' as const,
        'value-lost': undefined,
      }))
  if (new Set(asked.map((a) => a.line)).size !== asked.length)
    throw new BadInput(because('line-named-twice'), { field: 'case.lines' })
  const lines = asked.map((a): ReturnedLine => {
    const at = order.lines.findIndex((l) => l.id === a.line)
    const line = order.lines[at]
    if (!line) throw new BadInput(because('no-line-of-order', { line: a.line }), { field: 'case.lines' })
    const done = line['returned-before']
    if (done + a.quantity > line.quantity)
      throw new BadInput(
        because('quantity-above-left', {
          quantity: a.quantity,
          quantityA: line.quantity - done,
          quantityB: line.quantity,
        }),
        {
          field: `case.lines ${a.line}`,
        },
      )
    const part = (minor: number) => {
      // the first k units are owed their exact share, rounded up for the buyer: shares of all units make the whole
      const first = (k: number) =>
        Number((BigInt(minor) * BigInt(k) + BigInt(line.quantity) - 1n) / BigInt(line.quantity))
      return money(first(done + a.quantity) - first(done), order.currency)
    }
    return {
      line,
      quantity: a.quantity,
      condition: a.condition,
      goods: part(paid[at]!),
      tax: part(taxes[at]!.minor),
      duties: part(duties[at]!.minor),
      valueLost: cash(a['value-lost'], `${a.line}.value-lost`),
    }
  })
  const whole = order.lines.every(
    (l) => l['returned-before'] + (lines.find((r) => r.line === l)?.quantity ?? 0) === l.quantity,
  )
  return { lines, whole, atOnce: whole && order.lines.every((l) => l['returned-before'] === 0) }
}
