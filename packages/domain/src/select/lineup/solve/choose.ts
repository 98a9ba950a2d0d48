import { ROLES } from '../../../gate/words.ts'
import { type Aim, exact, type Priced, priceOut } from './bound.ts'
import type { Linear, Solved, Solver } from './linear.ts'
import { bandOf, type Problem } from './problem.ts'

/** How much work the solver may do, in counts, so that a replay ends at the same point. */
const LIMITS = { rounds: 60, added: 250, nodes: 2_000, start: 160, most: 3_000, tries: 6 } as const

/** A choice: role index by product index, slots by place, and what proves how good it is. */
export type Choice = {
  readonly roles: ReadonlyMap<number, number>
  readonly places: readonly number[]
  /** what each slack takes, by the index of its row, signed: + short, − over */
  readonly slacks: ReadonlyMap<number, number>
  readonly value: number
  readonly bound: number
  /** bound that the multipliers alone prove, checkable without a solver */
  readonly priced: Priced
  readonly multipliers: Float64Array
  readonly columns: number
  readonly rounds: number
}

/**
 * I9 · The best choice of products and roles, by column generation. A linear program over a few products gives prices;
 * every product is priced; those that could help join, until none can. Then whole numbers are sought among the products
 * that the bound cannot rule out. Undefined when nothing keeps every limit within `cap` violations.
 */
export function choose(problem: Problem, aim: Aim, cap: number, solver: Solver, start: Iterable<number>): Choice | undefined {
  const kept = new Set<number>(start)
  let rounds = 0
  let best: { priced: Priced; multipliers: Float64Array } | undefined
  for (; rounds < LIMITS.rounds; rounds += 1) {
    const products = [...kept].sort((a, b) => a - b)
    const relaxed = solver(programOf(problem, aim, cap, products, undefined, false), 0)
    if (!('x' in relaxed)) return undefined
    const multipliers = exact(relaxed.duals.subarray(0, problem.rows.length + 1))
    const priced = priceOut(problem, aim, multipliers, cap)
    if (best === undefined || priced.bound < best.priced.bound) best = { priced, multipliers }
    const { worth } = priced
    const promising: number[] = []
    for (let i = 0; i < worth.length; i += 1) if ((worth[i] as number) > 1e-3 && !kept.has(i)) promising.push(i)
    if (promising.length === 0) break
    promising.sort((a, b) => (worth[b] as number) - (worth[a] as number) || a - b)
    for (const i of promising.slice(0, LIMITS.added)) kept.add(i)
  }
  if (best === undefined) return undefined
  return wholeNumbers(problem, aim, cap, solver, best.priced, best.multipliers, rounds)
}

function wholeNumbers(
  problem: Problem,
  aim: Aim,
  cap: number,
  solver: Solver,
  priced: Priced,
  multipliers: Float64Array,
  rounds: number,
): Choice | undefined {
  const { worth, entryWorth } = priced
  const order = Array.from(worth.keys()).sort((a, b) => (worth[b] as number) - (worth[a] as number) || a - b)
  const named = new Set(problem.named)
  const others = order.filter((i) => !named.has(i))
  // a lineup with product i has at most this much; whole points, so less than one more than the best is as good as none
  const most = (i: number) => Math.floor(priced.bound + Math.min(0, worth[i] as number))
  let incumbent: Extract<Solved, { x: Float64Array }> | undefined
  let value = -Infinity
  let products: number[] = []
  let entries: number[] = []
  let take = LIMITS.start
  let bound = Math.floor(priced.bound)
  let columns = 0
  for (let tries = 0; tries < LIMITS.tries; tries += 1) {
    const chosen = [...problem.named, ...others.slice(0, take)].sort((a, b) => a - b)
    const floor = value
    const program = programOf(problem, aim, cap, chosen, (e, i) => named.has(i) || Math.floor(priced.bound - Math.max(0, worth[i] as number) + (entryWorth[e] as number)) >= floor, true)
    columns = Math.max(columns, program.linear.cost.length)
    const solved = solver(program, LIMITS.nodes)
    rounds += 1
    let within = bound
    if ('x' in solved) {
      const found = Math.round(solved.value)
      if (found > value) {
        incumbent = solved
        value = found
        products = program.products
        entries = program.entries
      }
      within = Math.floor(solved.bound + 1e-6)
    } else if (solved.status === 'infeasible') within = -Infinity
    const outside = others[take]
    bound = Math.min(bound, Math.max(value, within, outside === undefined ? -Infinity : most(outside)))
    if (bound <= value || outside === undefined || take >= LIMITS.most) break
    // how many products the bound still allows to be in a better lineup
    let needed = take
    while (needed < others.length && most(others[needed] as number) > value) needed += 1
    if (needed === take) break
    take = Math.min(value === -Infinity ? take * 4 : needed, LIMITS.most)
  }
  return incumbent && read(problem, incumbent, products, entries, { value, bound, priced, multipliers, columns, rounds })
}
