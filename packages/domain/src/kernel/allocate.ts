import { because } from './because.ts'
import { BadInput } from './errors.ts'
import { type Money, money } from './money.ts'

/**
 * Splits an amount in proportion to whole weights, to the last minor unit (largest remainder; ties go to the earlier
 * share). All weights zero shares equally. @throws BadInput when a weight is negative or none is given
 */
export function allocate(total: Money, weights: readonly number[]): Money[] {
  if (weights.length === 0 || weights.some((w) => !Number.isSafeInteger(w) || w < 0))
    throw new BadInput(because('weights-not-whole'))
  const even = weights.every((w) => w === 0)
  const parts = weights.map((w) => BigInt(even ? 1 : w))
  const whole = parts.reduce((a, b) => a + b, 0n)
  const sign = total.minor < 0 ? -1 : 1
  const units = BigInt(Math.abs(total.minor))
  const shares = parts.map((w, at) => ({ at, floor: (units * w) / whole, rest: (units * w) % whole }))
  let left = Number(units - shares.reduce((a, s) => a + s.floor, 0n))
  const extra = new Set<number>()
  for (const s of shares.toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))) {
    if (left-- <= 0) break
    extra.add(s.at)
  }
  return shares.map((s) => money(sign * (Number(s.floor) + (extra.has(s.at) ? 1 : 0)), total.currency))
}
