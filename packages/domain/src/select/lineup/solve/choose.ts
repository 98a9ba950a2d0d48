import { exact, type Priced, priceOut } from './bound.ts'
import type { Solved, Solver } from './linear.ts'
import type { Problem } from './problem.ts'
import { type Program, programOf } from './program.ts'

/** How much work the solver may do, in counts and never in seconds, so that a replay ends at the same point. */
const LIMITS = { rounds: 60, added: 250, nodes: 500, first: 1.5, most: 3_000, tries: 8 } as const

/** A choice of products and roles, and what proves how good it is. */
export type Choice = {
  /** role index by product index */
  readonly roles: ReadonlyMap<number, number>
  /** slots by place index */
  readonly places: ReadonlyMap<number, number>
  readonly value: number
  /** no lineup has more; whole */
  readonly bound: number
  /** the part of the bound that the multipliers prove without a solver, and every product's reduced value */
  readonly priced: Priced
  readonly multipliers: Float64Array
  /** the widest program given to the solver */
  readonly columns: number
  readonly rounds: number
  /** products that took part */
  readonly kept: ReadonlySet<number>
}

/**
 * I9 · The best choice of products and roles, by column generation. A linear program over a few products gives prices;
 * every product is priced; those that could help join, until none can: the bound then holds for all products. Whole
 * numbers are sought among the products that this bound cannot rule out, and those of `known`, a choice known to fit.
 * Undefined when none is found.
 */
export function choose(
  problem: Problem,
  solver: Solver,
  start: Iterable<number>,
  known: Iterable<number> = [],
): Choice | undefined {
  const relaxed = relax(problem, solver, start)
  if (relaxed === undefined) return undefined
  const found = wholeNumbers(problem, solver, relaxed, new Set([...problem.named, ...known]))
  if (found === undefined) return undefined
  const columns = Math.max(relaxed.columns, found.columns)
  return { ...relaxed, ...found, columns, rounds: relaxed.rounds + found.rounds }
}

type Relaxed = Pick<Choice, 'priced' | 'multipliers' | 'columns' | 'rounds' | 'kept'>

/** The linear program over all products: its bound, its prices, and the products that took part. */
export function relax(problem: Problem, solver: Solver, start: Iterable<number>): Relaxed | undefined {
  const kept = new Set<number>([...start, ...problem.named])
  let best: Pick<Choice, 'priced' | 'multipliers'> | undefined
  let columns = 0
  let rounds = 0
  while (rounds < LIMITS.rounds) {
    const products = [...kept].sort((a, b) => a - b)
    const program = programOf(problem, products, () => true, false)
    const solved = solver(program.linear, 0)
    if (!('x' in solved)) return undefined
    columns = Math.max(columns, program.linear.cost.length)
    rounds += 1
    const multipliers = exact(multipliersOf(problem, program, solved.duals))
    const priced = priceOut(problem, multipliers)
    if (best === undefined || priced.bound < best.priced.bound) best = { priced, multipliers }
    const promising = [...priced.worth.keys()].filter((i) => (priced.worth[i] as number) > 1e-3 && !kept.has(i))
    if (promising.length === 0) break
    for (const i of byWorth(priced.worth, promising).slice(0, LIMITS.added)) kept.add(i)
  }
  return best && { ...best, columns, rounds, kept }
}

const byWorth = (worth: Float64Array, products: number[]) =>
  products.sort((a, b) => (worth[b] as number) - (worth[a] as number) || a - b)

function multipliersOf(problem: Problem, program: Program, duals: Float64Array): Float64Array {
  const multipliers = new Float64Array(problem.rows.length)
  for (const [at, row] of program.rowOf.entries()) if (row >= 0) multipliers[row] = duals[at] as number
  return multipliers
}

type Found = Omit<Choice, 'priced' | 'multipliers' | 'kept'>

function wholeNumbers(
  problem: Problem,
  solver: Solver,
  relaxed: Relaxed,
  always: ReadonlySet<number>,
): Found | undefined {
  const { priced } = relaxed
  const { worth, entryWorth } = priced
  const others = byWorth(
    worth,
    [...worth.keys()].filter((i) => !always.has(i)),
  )
  // a lineup with product i has at most this much
  const most = (i: number) => Math.floor(priced.bound + Math.min(0, worth[i] as number))
  let best: { program: Program; x: Float64Array } | undefined
  let value = -Infinity
  let bound = Math.floor(priced.bound)
  let take = Math.ceil(problem.plan.slots * LIMITS.first)
  let columns = 0
  let rounds = 0
  while (rounds < LIMITS.tries && value < bound) {
    const products = [...always, ...others.slice(0, take)].sort((a, b) => a - b)
    const could = (e: number, i: number) =>
      Math.floor(priced.bound - Math.max(0, worth[i] as number) + (entryWorth[e] as number)) > value
    const program = programOf(problem, products, (e, i) => always.has(i) || could(e, i), true)
    const solved: Solved = solver(program.linear, LIMITS.nodes)
    rounds += 1
    columns = Math.max(columns, program.linear.cost.length)
    const inside = solved.status === 'infeasible' ? -Infinity : 'x' in solved ? Math.floor(solved.bound + 1e-6) : bound
    if ('x' in solved && Math.round(solved.value) > value) {
      best = { program, x: solved.x }
      value = Math.round(solved.value)
    }
    const next = others[take]
    const outside = next === undefined ? -Infinity : most(next)
    bound = Math.min(bound, Math.max(value, inside, outside))
    if (outside <= value || take >= LIMITS.most) break
    let needed = take
    while (needed < others.length && most(others[needed] as number) > value) needed += 1
    take = Math.min(best === undefined ? take * 4 : needed, LIMITS.most)
  }
  return best && { ...read(problem, best.program, best.x), value, bound, columns, rounds }
}

function read(problem: Problem, program: Program, x: Float64Array): Pick<Choice, 'roles' | 'places'> {
  const roles = new Map<number, number>()
  const places = new Map<number, number>()
  for (const [at, e] of program.entries.entries())
    if ((x[at] as number) > 0.5) roles.set(program.productOf[at] as number, problem.roleOf[e] as number)
  for (const [at, k] of program.extras.entries()) {
    const extra = problem.extras[k]
    const taken = Math.round(x[program.entries.length + at] as number)
    if (extra?.kind === 'place' && taken > 0) places.set(extra.at, taken)
  }
  return { roles, places }
}
