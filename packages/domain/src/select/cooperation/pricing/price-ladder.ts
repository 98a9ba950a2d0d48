import type { Day } from '../../../kernel/day.ts'
import { type Money, money } from '../../../kernel/money.ts'
import type { Parcel } from '../parcel.ts'
import type { Parameters } from './border.ts'
import { floorPrice } from './floor-price.ts'
import { prepare } from './prepare.ts'
import { quote } from './quote.ts'

/** What is left of a price, shipping not counted. */
export type Rung = { readonly price: Money; readonly margin: Money }

const RUNGS = 48
/** How far the ladder reaches below the lower of price and floor, and above the higher. */
const REACH = { below: 0.6, above: 1.4 }

/**
 * The margin at prices around what is asked and the floor, each worked out as a landed cost is (I6): where a limit of
 * value begins, the ladder has its step.
 */
export function priceLadder(p: Parcel, on: { readonly day: Day; readonly parameters: Parameters }): Rung[] {
  const prepared = prepare(p, on.day, on.parameters)
  const floor = floorPrice(prepared) ?? prepared.price
  const [from, to] = [Math.min(floor, prepared.price) * REACH.below, Math.max(floor, prepared.price) * REACH.above]
  const even = Array.from({ length: RUNGS + 1 }, (_, at) => Math.round(from + ((to - from) * at) / RUNGS))
  const prices = [...new Set([...even, floor, prepared.price])].filter((price) => price > 0).sort((a, b) => a - b)
  return prices.map((price) => {
    const q = quote(prepared, price)
    return { price: money(price, prepared.currency), margin: money(q.gross - q.total, prepared.currency) }
  })
}
