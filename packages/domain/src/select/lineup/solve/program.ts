import type { Aim } from './bound.ts'
import type { Linear } from './linear.ts'
import type { Problem } from './problem.ts'

/** A program over some of the products, with what its columns stand for. */
export type Program = {
  readonly linear: Linear
  /** columns 0…: entry (product and role) */
  readonly entries: readonly number[]
  readonly productOf: readonly number[]
  /** columns after the entries: extras by their index */
  readonly extras: readonly number[]
  /** row of the problem by row of the program; −1 for rows of the program alone; the last may be the cap on violations */
  readonly rowOf: readonly number[]
}

/**
 * Writes the program over the products given (rising). Rows that no column touches are left out. With `cap` violations
 * allowed the slacks are limited together; with none they are left out and every limit is strict.
 */
export function programOf(
  problem: Problem,
  aim: Aim,
  cap: number,
  products: readonly number[],
  keep: (entry: number, product: number) => boolean,
  whole: boolean,
): Program {
  const { roleStart, roleOf, value, rowStart, rowOf, factor, lockRow } = problem
  const rows: number[] = []
  const rowMin: number[] = []
  const rowMax: number[] = []
  const placeOf = new Int32Array(problem.rows.length + 1).fill(-1)
  const newRow = (origin: number, min: number, max: number) => {
    rowMin.push(min)
    rowMax.push(max)
    return rows.push(origin) - 1
  }
  const rowAt = (origin: number) => {
    let at = placeOf[origin] as number
    if (at < 0) {
      const row = problem.rows[origin] ?? { min: 0, max: cap }
      at = newRow(origin, row.min, row.max)
      placeOf[origin] = at
    }
    return at
  }
  const cost: number[] = []
  const upper: number[] = []
  const starts = [0]
  const indices: number[] = []
  const values: number[] = []
  const entries: number[] = []
  const productOf: number[] = []
  const put = (row: number, by: number) => {
    indices.push(row)
    values.push(by)
  }
  for (const i of products) {
    const own: number[] = []
    for (let e = roleStart[i] as number; e < (roleStart[i + 1] as number); e += 1) if (keep(e, i)) own.push(e)
    const once = own.length > 1 ? newRow(-1, 0, 1) : -1
    for (const e of own) {
      put(rowAt(roleOf[e] as number), 1)
      for (let k = rowStart[i] as number; k < (rowStart[i + 1] as number); k += 1)
        put(rowAt(rowOf[k] as number), factor[k] as number)
      const lock = lockRow.get(e)
      if (lock !== undefined) put(rowAt(lock), 1)
      if (once >= 0) put(once, 1)
      starts.push(indices.length)
      cost.push(aim === 'points' ? (value[e] as number) : 0)
      upper.push(1)
      entries.push(e)
      productOf.push(i)
    }
  }
  const places: number[] = []
  const slacks: number[] = []
  for (const [at, extra] of problem.extras.entries()) {
    if (extra.kind === 'place') places.push(at)
    else if (aim === 'violations' || cap > 0) slacks.push(at)
  }
  const extras = [...places, ...slacks]
  for (const at of extras) {
    const extra = problem.extras[at] as (typeof problem.extras)[number]
    for (const [k, row] of extra.rows.entries()) put(rowAt(row), extra.factors[k] as number)
    if (aim === 'points' && extra.violation > 0) put(rowAt(problem.rows.length), extra.violation)
    starts.push(indices.length)
    cost.push(aim === 'points' ? extra.points : -extra.violation)
    upper.push(extra.upper)
  }
  // a minimum that no column can meet must still make the program infeasible
  for (const [at, row] of problem.rows.entries()) if (row.min > 0 || row.max < 0) rowAt(at)
  const count = entries.length + places.length
  const linear = { cost, upper, starts, indices, values, rowMin, rowMax, whole: whole ? count : 0 }
  return { linear, entries, productOf, extras, rowOf: rows }
}
