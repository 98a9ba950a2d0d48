import { ROLES, type Role } from '../../gate/words.ts'
import { BadInput } from '../../kernel/errors.ts'
import { arrange, type Placement } from './arrange.ts'
import { because } from './because.ts'
import type { Candidate } from './candidate.ts'
import { conflictsOf, explainConflicts } from './conflicts.ts'
import { whyNot } from './eligible.ts'
import { whyIn, whyOut } from './explain.ts'
import { fillSettings, type LineupPlan, phaseOfSlot } from './fill-settings.ts'
import type { RoleNames } from './limit-name.ts'
import type { LeftOut, Lineup, Slot } from './lineup.ts'
import { pointsOf, total } from './points.ts'
import type { LineupFile, LineupSettings } from './settings-schema.ts'
import { type Choice, choose, relax } from './solve/choose.ts'
import type { Solver } from './solve/linear.ts'
import { buildProblem, type Problem, placeIndex } from './solve/problem.ts'
import { startWith } from './solve/start.ts'
import { preferFirstIds } from './solve/ties.ts'
import { fewest, strict, within } from './solve/variants.ts'
import { standingOf } from './standing.ts'
import { substitutes } from './substitute.ts'

/** What proposing and verifying a lineup read besides the candidates. */
export type LineupRules = {
  readonly settings: LineupSettings
  /** lineup.yaml */
  readonly defaults: LineupFile
  /** names of the roles, from roles.yaml */
  readonly roles: RoleNames
}

/**
 * I9 · The best order of products over the slots, feasible, proven close to optimal and explained. Never fails for want
 * of candidates: what cannot be kept is told in `conflicts`. The same input gives the same lineup whatever its order.
 * @throws BadInput for settings that contradict, ids given twice, or amounts in several currencies
 */
export function proposeLineup(candidates: readonly Candidate[], rules: LineupRules, solver: Solver): Lineup {
  const all = inOrder(candidates)
  const plan = fillSettings(rules.settings, rules.defaults, all)
  const eligible = all.filter((c) => whyNot(c, plan) === undefined)
  const problem = buildProblem(eligible, plan)
  const { program, choice, violations, settled } = best(problem, solver)
  const roleByProduct = preferFirstIds(problem, choice)
  const chosen = [...roleByProduct].map(([at, role]) => ({
    candidate: eligible[at] as Candidate,
    role: ROLES[role] as Role,
    points: problem.value[entryOf(problem, at, role)] as number,
  }))
  const places = (role: Role, phase: number) => choice.places.get(placeIndex(ROLES.indexOf(role), phase, plan)) ?? 0
  const placed = arrange(chosen, places, plan)
  if (placed.length !== chosen.length) throw new Error('every chosen product must find a slot')
  const standing = standingOf(placed, plan)
  const spare = substitutes(placed, eligible, standing, rules.roles)
  const slots = slotsOf(placed, spare, plan, rules.roles)
  const objective = slots.reduce((sum, s) => sum + (s.points ? total(s.points) : 0), 0)
  const proven = settled && objective >= choice.bound
  return {
    slots,
    filled: placed.length,
    released: placed.filter((p) => p.candidate.released).length,
    provisional: placed.filter((p) => !p.candidate.released).length,
    objective,
    bound: choice.bound,
    gap: (choice.bound - objective) / Math.max(1, Math.abs(objective)),
    proven,
    certificate: certificateOf(program, choice, violations),
    conflicts: explainConflicts(conflictsOf(standing, all), problem, choice.kept, solver, rules.roles),
    leftOut: leftOutOf(problem, choice, placed, rules.roles),
    work: {
      candidates: all.length,
      eligible: eligible.length,
      columns: problem.value.length,
      kept: choice.columns,
      rounds: choice.rounds,
    },
  }
}

function inOrder(candidates: readonly Candidate[]): Candidate[] {
  const all = candidates.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
  for (const [at, c] of all.entries()) {
    if (c.id === all[at - 1]?.id) throw new BadInput(because('candidates-alike'), { place: c.id })
    if (new Set(c.roles.map((r) => r.role)).size < c.roles.length)
      throw new BadInput(because('role-given-twice'), { place: c.id, field: 'roles' })
    if (![c.units, c.stock ?? 0, c.margin.minor, c.price.minor].every((n) => Number.isSafeInteger(n)))
      throw new BadInput(because('units-not-whole'), { place: c.id })
    if (![c.themeFit, c.minutes ?? 0, ...c.roles.map((r) => r.score)].every((n) => Number.isFinite(n) && n >= 0))
      throw new BadInput(because('scores-below-zero'), { place: c.id })
  }
  return all
}

/** Keeps every limit when that is possible; otherwise first as few violations as can be, then the most points. */
function best(problem: Problem, solver: Solver) {
  const start = relax(fewest(problem), solver, startWith(problem))
  if (start === undefined) throw new Error('a lineup with every limit relaxed must exist')
  if (start.priced.bound > -1e-3) {
    const program = strict(problem)
    const choice = choose(program, solver, start.kept)
    if (choice) return { program, choice, violations: 0, settled: true }
  }
  const least = choose(fewest(problem), solver, start.kept)
  if (least === undefined) throw new Error('a lineup with every limit relaxed must exist')
  const program = within(problem, -least.value)
  const known = [...least.roles.keys()]
  const choice = choose(program, solver, [...start.kept, ...known], known) ?? asKnown(program, solver, least)
  return { program, choice, violations: -least.value, settled: least.bound <= least.value }
}

/** When the solver's limit of nodes leaves nothing better than the choice with the fewest violations. */
function asKnown(program: Problem, solver: Solver, least: Choice): Choice {
  const relaxed = relax(program, solver, least.roles.keys())
  if (relaxed === undefined) throw new Error('a choice known to fit must fit')
  return { ...least, ...relaxed, bound: Math.floor(relaxed.priced.bound) }
}

const entryOf = (problem: Problem, product: number, role: number) =>
  problem.roleOf.indexOf(role, problem.roleStart[product])

const certificateOf = (problem: Problem, choice: Choice, violations: number): Lineup['certificate'] => ({
  bound: Math.floor(choice.priced.bound),
  violations,
  multipliers: problem.rows.flatMap(({ id }, at) =>
    choice.multipliers[at] ? [[id, choice.multipliers[at]] as const] : [],
  ),
})

function slotsOf(
  placed: readonly Placement[],
  spare: ReturnType<typeof substitutes>,
  plan: LineupPlan,
  roles: RoleNames,
): Slot[] {
  const bySlot = new Map(placed.map((p) => [p.slot, p]))
  const none = { zh: '空位', en: 'This slot stays empty; see the conflicts' }
  return phaseOfSlot(plan).map((at, slot) => {
    const phase = plan.phases[at] as LineupPlan['phases'][number]
    const p = bySlot.get(slot)
    const base = { slot: slot + 1, phase: phase.id }
    if (!p) {
      const empty = { product: null, role: null, points: null, locked: false, released: false }
      return { ...base, ...empty, why: none, substitute: null, substituteWhy: none }
    }
    const points = pointsOf(p.candidate, p.role, phase, plan)
    const id = p.candidate.id
    return {
      ...base,
      product: id,
      role: p.role,
      points,
      locked: plan.locks.get(slot) === id,
      released: p.candidate.released,
      why: whyIn(p, points, plan, roles, plan.mustHave.has(id)),
      substitute: spare.get(slot)?.product ?? null,
      substituteWhy: spare.get(slot)?.why ?? none,
    }
  })
}

function leftOutOf(problem: Problem, choice: Choice, placed: readonly Placement[], roles: RoleNames): LeftOut[] {
  const { plan, products } = problem
  const standing = standingOf(placed, plan)
  const points = new Map(
    placed.map((p) => [
      p.candidate.id,
      total(pointsOf(p.candidate, p.role, plan.phases[p.phase] as LineupPlan['phases'][number], plan)),
    ]),
  )
  // the reduced value says who is near; only the nearest are looked at exchange by exchange
  const near = [...products.keys()]
    .filter((at) => !standing.placed.has((products[at] as Candidate).id))
    .sort((a, b) => (choice.priced.worth[b] as number) - (choice.priced.worth[a] as number) || a - b)
    .slice(0, plan.explainOut * 4)
  const lack = (one: LeftOut) => one.short ?? Infinity
  return near
    .flatMap((at) => whyOut(products[at] as Candidate, standing, points, roles) ?? [])
    .sort((a, b) => (lack(a) === lack(b) ? (a.product < b.product ? -1 : 1) : lack(a) - lack(b)))
    .slice(0, plan.explainOut)
}
