import type { Linear } from './linear.ts'
import type { Problem } from './problem.ts'

/** A program over some of the products, with what its columns and rows stand for. */
export type Program = {
  readonly linear: Linear
  /** columns 0…: entry (product and role) */
  readonly entries: readonly number[]
  readonly productOf: readonly number[]
  /** columns after the entries: extras by their index, places first */
  readonly extras: readonly number[]
  /** row of the problem by row of the program; −1 for rows of the program alone */
  readonly rowOf: readonly number[]
}

/** Writes the program over the products given (rising) and their entries worth keeping, without rows that nothing touches. */
export function programOf(
  problem: Problem,
  products: readonly number[],
  keep: (entry: number, product: number) => boolean,
  whole: boolean,
): Program {
  const { roleStart, roleOf, value, rowStart, rowOf, factor, lockRow } = problem
  const linear = {
    cost: [] as number[],
    upper: [] as number[],
    starts: [0],
    indices: [] as number[],
    values: [] as number[],
    rowMin: [] as number[],
    rowMax: [] as number[],
  }
  const origins: number[] = []
  const rowAt = new Int32Array(problem.rows.length).fill(-1)
  const addRow = (origin: number, min: number, max: number) => {
    linear.rowMin.push(min)
    linear.rowMax.push(max)
    return origins.push(origin) - 1
  }
  const put = (origin: number, by: number) => {
    const row = problem.rows[origin] as Problem['rows'][number]
    if ((rowAt[origin] as number) < 0) rowAt[origin] = addRow(origin, row.min, row.max)
    linear.indices.push(rowAt[origin] as number)
    linear.values.push(by)
  }
  const endColumn = (cost: number, upper: number) => {
    linear.starts.push(linear.indices.length)
    linear.cost.push(cost)
    linear.upper.push(upper)
  }
  const entries: number[] = []
  const productOf: number[] = []
  for (const i of products) {
    const own: number[] = []
    for (let e = roleStart[i] as number; e < (roleStart[i + 1] as number); e += 1) if (keep(e, i)) own.push(e)
    const once = own.length > 1 ? addRow(-1, 0, 1) : -1
    for (const e of own) {
      put(roleOf[e] as number, 1)
      for (let k = rowStart[i] as number; k < (rowStart[i + 1] as number); k += 1)
        put(rowOf[k] as number, factor[k] as number)
      const lock = lockRow.get(e)
      if (lock !== undefined) put(lock, 1)
      if (once >= 0) {
        linear.indices.push(once)
        linear.values.push(1)
      }
      endColumn(value[e] as number, 1)
      entries.push(e)
      productOf.push(i)
    }
  }
  const extras = [...problem.extras.keys()].sort((a, b) => rank(a) - rank(b) || a - b)
  for (const at of extras) {
    const extra = problem.extras[at] as Problem['extras'][number]
    for (const [k, row] of extra.rows.entries()) put(row, extra.factors[k] as number)
    endColumn(extra.points, extra.upper)
  }
  // a least that no column can meet must still make the program infeasible
  for (const [at, row] of problem.rows.entries())
    if ((rowAt[at] as number) < 0 && (row.min > 0 || row.max < 0)) addRow(at, row.min, row.max)
  const mustBeWhole = entries.length + extras.filter((at) => rank(at) === 0).length
  return { linear: { ...linear, whole: whole ? mustBeWhole : 0 }, entries, productOf, extras, rowOf: origins }

  function rank(at: number) {
    return problem.extras[at]?.kind === 'place' ? 0 : 1
  }
}
