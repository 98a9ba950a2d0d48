import type { Problem } from './problem.ts'

/** What is maximised: the points, or how little must be violated. */
export type Aim = 'points' | 'violations'

/** Multipliers are multiples of 2⁻¹⁶, so every sum below is exact and the bound is a proof, not an estimate. */
const GRAIN = 65_536

export const exact = (multipliers: ArrayLike<number>): Float64Array =>
  Float64Array.from(multipliers, (m) => Math.round(m * GRAIN) / GRAIN)

export type Priced = {
  /** no lineup of the whole problem can have more */
  readonly bound: number
  /** the reduced value of each product in its best role: with product i, no lineup can have more than bound + min(0, worth[i]) */
  readonly worth: Float64Array
  /** the same for each product and role */
  readonly entryWorth: Float64Array
}

/**
 * Lagrangian bound over all products, not only those kept: max over 0 ≤ x of points + Σ λ (limit − use) is separable, so
 * it takes one pass over products × roles. Valid for any multipliers (Geoffrion 1974). `cap` is the most that may be
 * violated, the last multiplier its price.
 */
export function priceOut(problem: Problem, aim: Aim, multipliers: Float64Array, cap: number): Priced {
  const { rows, extras, roleStart, roleOf, value, rowStart, rowOf, factor, lockRow } = problem
  const last = multipliers[rows.length] ?? 0
  const violationPrice = Math.max(0, last)
  let bound = violationPrice * cap
  for (const [at, row] of rows.entries()) {
    const m = multipliers[at] as number
    bound += m > 0 ? m * row.max : m * row.min
  }
  for (const extra of extras) {
    const cost = aim === 'points' ? extra.points - violationPrice * extra.violation : -extra.violation
    const upper = aim === 'points' && extra.kind === 'slack' && cap === 0 ? 0 : extra.upper
    let reduced = cost
    for (let k = 0; k < extra.rows.length; k += 1)
      reduced -= (multipliers[extra.rows[k] as number] as number) * (extra.factors[k] as number)
    if (reduced > 0) bound += reduced * upper
  }
  const count = problem.products.length
  const worth = new Float64Array(count)
  const entryWorth = new Float64Array(value.length)
  for (let i = 0; i < count; i += 1) {
    let use = 0
    for (let k = rowStart[i] as number; k < (rowStart[i + 1] as number); k += 1)
      use += (multipliers[rowOf[k] as number] as number) * (factor[k] as number)
    let best = -Infinity
    for (let e = roleStart[i] as number; e < (roleStart[i + 1] as number); e += 1) {
      let reduced = (aim === 'points' ? (value[e] as number) : 0) - use - (multipliers[roleOf[e] as number] as number)
      if (lockRow.size > 0) {
        const lock = lockRow.get(e)
        if (lock !== undefined) reduced -= multipliers[lock] as number
      }
      entryWorth[e] = reduced
      if (reduced > best) best = reduced
    }
    worth[i] = best
    if (best > 0) bound += best
  }
  return { bound, worth, entryWorth }
}
