import loadHighs, { type Highs } from 'highs'

/** A program in columns: maximise cost · x, row bounds, 0 ≤ x ≤ upper. */
export type Linear = {
  readonly cost: readonly number[]
  readonly upper: readonly number[]
  readonly starts: readonly number[]
  readonly indices: readonly number[]
  readonly values: readonly number[]
  readonly rowMin: readonly number[]
  readonly rowMax: readonly number[]
  /** columns before this one must be whole */
  readonly whole: number
}

export type Solved =
  | {
      readonly status: 'optimal' | 'limit'
      readonly x: Float64Array
      readonly value: number
      readonly bound: number
      readonly duals: Float64Array
    }
  | { readonly status: 'infeasible' | 'none' }

export type Solver = (program: Linear, nodes: number) => Solved

/**
 * Loads HiGHS (WebAssembly, one thread). Limits are counts of nodes, never a clock, so that the same program gives the
 * same answer on any machine. In a browser give `locate` when the bundler moves the .wasm file.
 */
export async function loadSolver(locate?: (file: string) => string): Promise<Solver> {
  // the package types its CommonJS form; the ES module's default export is the loader itself
  const load = loadHighs as unknown as (options?: object) => Promise<Highs>
  const highs = await load(locate ? { locateFile: locate } : {})
  return (program, nodes) => solve(highs, program, nodes)
}

const OPTIONS = { output_flag: false, random_seed: 0, mip_rel_gap: 0, mip_abs_gap: 0.9 }

function solve(highs: Highs, program: Linear, nodes: number, presolve: 'choose' | 'off' = 'choose'): Solved {
  const columns = program.cost.length
  const { optimal, infeasible } = highs.constants.modelStatus
  const model = highs.createModel({
    numCols: columns,
    numRows: program.rowMin.length,
    sense: highs.constants.objectiveSense.maximize,
    colCost: program.cost,
    colLower: new Float64Array(columns),
    colUpper: program.upper,
    rowLower: program.rowMin,
    rowUpper: program.rowMax,
    matrix: {
      format: 'csc',
      numRows: program.rowMin.length,
      numCols: columns,
      starts: program.starts,
      indices: program.indices,
      values: program.values,
    },
    ...(program.whole > 0 && {
      integrality: Int32Array.from({ length: columns }, (_, at) => (at < program.whole ? 1 : 0)),
    }),
  })
  try {
    model.options.set({ ...OPTIONS, mip_max_nodes: nodes, presolve })
    try {
      model.run()
    } catch (error) {
      // a few small programs HiGHS gives up on once it has made them smaller, and solves as they stand
      if (presolve === 'off') throw error
      return solve(highs, program, nodes, 'off')
    }
    const status = model.getModelStatus()
    if (status === infeasible) return { status: 'infeasible' }
    const value = model.getObjectiveValue()
    if (status !== optimal && (program.whole === 0 || !Number.isFinite(value))) return { status: 'none' }
    const solution = model.getSolution()
    return {
      status: status === optimal ? 'optimal' : 'limit',
      x: solution.colValue,
      value,
      bound: program.whole === 0 ? value : Number(model.info.get('mip_dual_bound')),
      duals: solution.rowDual,
    }
  } finally {
    model.dispose()
  }
}
