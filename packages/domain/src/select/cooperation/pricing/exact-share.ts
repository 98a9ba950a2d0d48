import Big from 'big.js'

/** A decimal rate as a fraction of whole numbers: "0.0125" is 125 / 10,000. */
type Fraction = { readonly top: number; readonly bottom: number }

const known = new Map<string, Fraction>()
const MOST_KNOWN = 10_000

function fractionOf(rate: string): Fraction {
  const seen = known.get(rate)
  if (seen) return seen
  const decimals = /\.(\d+)$/.exec(rate)?.[1]?.length ?? 0
  const bottom = 10 ** decimals
  const made = { top: Number(new Big(rate).times(bottom)), bottom }
  if (known.size >= MOST_KNOWN) known.clear()
  known.set(rate, made)
  return made
}

/** `top` ÷ `bottom` rounded half away from zero; both whole, `bottom` above 0 and small enough to be exact. */
function roundedQuotient(top: number, bottom: number): number {
  const size = Math.abs(top)
  const rest = size % bottom
  const whole = (size - rest) / bottom + (rest * 2 >= bottom ? 1 : 0)
  return top < 0 ? -whole : whole
}

/**
 * A share of an amount in minor units, rounded half up. Whole numbers alone, so it is exact and quick; figures too large
 * for them are worked in decimals.
 */
export function shareOf(minor: number, rate: string): number {
  const { top, bottom } = fractionOf(rate)
  const product = minor * top
  if (Number.isSafeInteger(product) && Number.isSafeInteger(bottom)) return roundedQuotient(product, bottom)
  return new Big(minor).times(rate).round(0, Big.roundHalfUp).toNumber()
}

/** The amount without a tax that is in it: minor ÷ (1 + rate), rounded half up. */
export function withoutTax(minor: number, rate: string): number {
  const { top, bottom } = fractionOf(rate)
  const product = minor * bottom
  if (Number.isSafeInteger(product) && Number.isSafeInteger(bottom)) return roundedQuotient(product, bottom + top)
  return new Big(minor).div(new Big(rate).plus(1)).round(0, Big.roundHalfUp).toNumber()
}
