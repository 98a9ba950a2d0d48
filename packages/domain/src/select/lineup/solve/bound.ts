import type { Problem } from './problem.ts'

/** Multipliers are multiples of 2⁻¹⁶, so every sum below is exact and the bound is a proof, not an estimate. */
const GRAIN = 65_536
export const exact = (multipliers: ArrayLike<number>): Float64Array =>
  Float64Array.from(multipliers, (m) => Math.round(m * GRAIN) / GRAIN)

export type Priced = {
  /** no lineup of the whole problem can have more */
  readonly bound: number
  /** the reduced value of each product in its best role: a lineup with product i has at most bound + min(0, worth[i]) */
  readonly worth: Float64Array
  /** the same for each entry */
  readonly entryWorth: Float64Array
}

/**
 * Lagrangian bound over all products, not only those kept: max over x of points + Σ λ (limit − use) falls apart into
 * one choice per product, so it takes one pass over products × roles. Valid for any multipliers (Geoffrion 1974).
 */
export function priceOut(problem: Problem, multipliers: Float64Array): Priced {
  const { rows, extras, roleStart, roleOf, value, rowStart, rowOf, factor, lockRow } = problem
  let bound = 0
  for (const [at, row] of rows.entries()) {
    const m = multipliers[at] as number
    bound += m > 0 ? m * row.max : m * row.min
  }
  for (const extra of extras) {
    let reduced = extra.points
    for (let k = 0; k < extra.rows.length; k += 1)
      reduced -= (multipliers[extra.rows[k] as number] as number) * (extra.factors[k] as number)
    if (reduced > 0) bound += reduced * extra.upper
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
      let reduced = (value[e] as number) - use - (multipliers[roleOf[e] as number] as number)
      const lock = lockRow.size > 0 ? lockRow.get(e) : undefined
      if (lock !== undefined) reduced -= multipliers[lock] as number
      entryWorth[e] = reduced
      if (reduced > best) best = reduced
    }
    worth[i] = best
    if (best > 0) bound += best
  }
  return { bound, worth, entryWorth }
}
