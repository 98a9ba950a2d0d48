import Big from 'big.js'
import type { Prepared } from './prepare.ts'
import { type Quote, quote } from './quote.ts'

/** Prices above this many minor units are not looked at. */
const CEILING = 1e11
const FAR = 1e10

/** What is left above the target margin, in minor units; the price is good when this is 0 or more. */
function surplus(p: Prepared, q: Quote): Big {
  return new Big(q.gross - q.total).minus(new Big(p.parcel['target-margin']).times(q.gross - q.tax))
}

/** No rounding can move the surplus further than this from the straight line it follows between two limits. */
function roundingBound(p: Prepared): number {
  const rates = p.border.items.map((i) =>
    [i.duty?.rate, i.parcelRate?.rate, i.surcharge?.rate, i.tradeRemedy?.rate].reduce((a, r) => a + Number(r ?? 0), 0),
  )
  const taxed = p.border.items.map((i) => 1 + Number(i.importVat?.rate ?? 0))
  // half a unit for each of seven shares of the whole price, and for each item its share, value, duties and tax
  return 6 + rates.reduce((a, r, i) => a + 4 + 2 * (1 + r) * (taxed[i] ?? 1), 0)
}

/** The smallest price in [from, until) that `good` accepts, when it accepts all above one that it accepts. */
function firstWhere(from: number, until: number, good: (price: number) => boolean): number {
  let low = from
  let high = until
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if (good(middle)) high = middle
    else low = middle + 1
  }
  return low
}

/**
 * The smallest price in minor units whose margin reaches the target (I6); undefined when shares of the price eat what a
 * higher price brings. Between two limits of value the surplus is a straight line plus bounded rounding, so only the
 * prices near its zero are tried, piece by piece from below: the result is exact, not near.
 */
export function floorPrice(p: Prepared): number | undefined {
  const bound = roundingBound(p)
  const enough = (price: number) => surplus(p, quote(p, price)).gte(0)
  let from = 0
  for (let step = 0; step <= p.limits.length && from < CEILING; step++) {
    const until = step === p.limits.length ? CEILING : firstWhere(from, CEILING, (x) => quote(p, x).step > step)
    if (until > from) {
      const at0 = surplus(p, quote(p, 0, step)).toNumber()
      const slope = (surplus(p, quote(p, FAR, step)).toNumber() - at0) / FAR
      const found = search(p, { from, until, at0, slope, bound: bound * 2 }, enough)
      if (found !== undefined) return found
    }
    from = until
  }
  return undefined
}

/** On a flatter line than this a change of price moves less than rounding does; it is not searched beyond the offered price. */
const FLAT = 1e-4

function search(
  p: Prepared,
  piece: { from: number; until: number; at0: number; slope: number; bound: number },
  enough: (price: number) => boolean,
): number | undefined {
  const { from, until, at0, slope, bound } = piece
  let low = from
  let high = until - 1
  if (slope > FLAT) {
    low = Math.max(low, Math.floor((-at0 - bound) / slope))
    // a piece that begins past the zero is good from its first price on
    high = Math.min(high, Math.max(low, Math.ceil((-at0 + bound) / slope)))
  } else if (slope < -FLAT) high = Math.min(high, Math.ceil((at0 + bound) / -slope))
  else high = Math.min(high, p.price)
  for (let price = low; price <= high; price++) if (enough(price)) return price
  return undefined
}
