import { ROLES, type Role } from '../../../gate/words.ts'
import type { Candidate } from '../candidate.ts'
import { GROUPS, type LineupPlan } from '../fill-settings.ts'
import { marginPoints, phasePoints, provisionalPoints, rolePoints, themePoints } from '../points.ts'

/** What a unit of shortfall costs when not everything can be had: a wish of a person before a firm minimum and so on. */
export const WEIGHT = { must: 10_000, firm: 1_000, empty: 100, soft: 1 } as const

/** A constraint that couples products: min ≤ sum ≤ max. */
export type Row = { readonly id: string; readonly min: number; readonly max: number }

/** A variable that is not a product: slots of a role in a phase, an empty slot, or what a limit is short or over. */
export type Extra = {
  readonly kind: 'place' | 'slack'
  /** the row it belongs to, or role index × phases + phase index of a place */
  readonly at: number
  readonly points: number
  readonly violation: number
  readonly upper: number
  readonly rows: readonly number[]
  readonly factors: readonly number[]
}

/**
 * The lineup as a linear program over whole numbers. Products choose roles (x), roles take slots of phases (y); the two
 * meet in one row per role, so the model has products × roles columns, not products × roles × phases.
 */
export type Problem = {
  readonly plan: LineupPlan
  /** eligible products in order of id */
  readonly products: readonly Candidate[]
  /** roles of product i: entries from start[i] to start[i + 1] */
  readonly roleStart: Int32Array
  readonly roleOf: Uint8Array
  readonly value: Float64Array
  /** rows of product i besides its role's */
  readonly rowStart: Int32Array
  readonly rowOf: Int32Array
  readonly factor: Float64Array
  readonly rows: readonly Row[]
  readonly extras: readonly Extra[]
  /** the row that a locked product's entry in a role joins besides */
  readonly lockRow: ReadonlyMap<number, number>
  /** products that must be in the reduced problem: wanted, locked, apart */
  readonly named: readonly number[]
}

export const placeIndex = (role: number, phase: number, phases: number): number => role * phases + phase

/** The phase of each slot. */
export const phaseOfSlot = (plan: LineupPlan): number[] =>
  plan.phases.flatMap((p, at) => Array<number>(p.slots).fill(at))

/** Seconds a product takes on air, when the stream counts them. */
export const secondsOf = (c: Candidate, plan: LineupPlan): number =>
  plan.minutesPerSlot === undefined ? 0 : Math.round((c.minutes ?? plan.minutesPerSlot) * 60)

export const bandOf = (c: Candidate, plan: LineupPlan): number =>
  plan.bands.findIndex((b) => c.price.minor > b.from && c.price.minor <= b.to)

/** Builds the program from eligible products sorted by id. */
export function buildProblem(products: readonly Candidate[], plan: LineupPlan): Problem {
  const rows: Row[] = []
  const extras: Extra[] = []
  const members: number[][] = products.map(() => [])
  const factors: number[][] = products.map(() => [])
  const index = new Map(products.map((c, at) => [c.id, at]))
  const row = (id: string, min: number, max: number) => rows.push({ id, min, max }) - 1
  const join = (product: number, to: number, factor = 1) => {
    members[product]?.push(to)
    factors[product]?.push(factor)
  }
  const slack = (at: number, factor: number, violation: number, upper: number) =>
    upper > 0 && extras.push({ kind: 'slack', at, points: 0, violation, upper, rows: [at], factors: [factor] })
  const weight = (firm: boolean) => (firm ? WEIGHT.firm : WEIGHT.soft)

  for (const role of ROLES) row(`role:${role}`, 0, 0)
  const phaseRows = plan.phases.map((p) => {
    const at = row(`phase:${p.id}`, p.slots, p.slots)
    slack(at, 1, WEIGHT.empty, p.slots)
    return at
  })
  const places = ROLES.flatMap((role, r) =>
    plan.phases.map((phase, p) => ({ role, r, phase, p, rows: [r, phaseRows[p] as number], factors: [-1, 1] })),
  )
  for (const role of ROLES) {
    const bounds = plan.mix[role]
    if (!bounds || (bounds.min === 0 && bounds.max >= plan.slots)) continue
    const at = row(`mix:${role}`, bounds.min, bounds.max)
    for (const place of places) if (place.role === role) push(place, at, 1)
    slack(at, 1, weight(bounds.firm), bounds.min)
    if (!bounds.firm) slack(at, -1, WEIGHT.soft, plan.slots - bounds.max)
  }
  for (const place of places) {
    const wanted = place.phase.roles[place.role]
    if (wanted.min === 0) continue
    const at = row(`place:${place.phase.id}:${place.role}`, wanted.min, plan.slots)
    push(place, at, 1)
    slack(at, 1, WEIGHT.firm, wanted.min)
  }
  for (const group of GROUPS) {
    const limit = plan.limits[group]
    if (!limit) continue
    const groups = new Map<string, number[]>()
    for (const [at, c] of products.entries()) {
      const name = c[group]
      if (name === undefined) continue
      const list = groups.get(name)
      if (list) list.push(at)
      else groups.set(name, [at])
    }
    for (const [name, list] of groups) {
      if (list.length <= limit.max) continue
      const at = row(`${group}:${name}`, 0, limit.max)
      for (const product of list) join(product, at)
      if (!limit.firm) slack(at, -1, WEIGHT.soft, plan.slots - limit.max)
    }
  }
  const bandRows = plan.bands.map((band) => {
    if (band.min === 0 && band.max >= plan.slots) return -1
    const at = row(`band:${band.id}`, band.min, band.max)
    slack(at, 1, weight(band.firm), band.min)
    if (!band.firm) slack(at, -1, WEIGHT.soft, plan.slots - band.max)
    return at
  })
  for (const [product, c] of products.entries()) {
    const at = bandRows[bandOf(c, plan)] ?? -1
    if (at >= 0) join(product, at)
  }
  if (plan.minutesPerSlot !== undefined && products.some((c) => c.minutes !== undefined)) {
    const at = row('minutes', 0, Math.round(plan.minutesPerSlot * 60) * plan.slots)
    for (const [product, c] of products.entries()) join(product, at, secondsOf(c, plan))
  }
  const named = new Set<number>()
  for (const [a, b] of plan.apart) {
    const [first, second] = [index.get(a), index.get(b)]
    if (first === undefined || second === undefined) continue
    const at = row(`apart:${a}:${b}`, 0, 1)
    join(first, at)
    join(second, at)
    named.add(first).add(second)
  }
  for (const id of plan.mustHave) {
    const product = index.get(id)
    if (product === undefined) continue
    const at = row(`must:${id}`, 1, 1)
    join(product, at)
    slack(at, 1, WEIGHT.must, 1)
    named.add(product)
  }
  // a locked product in role r needs one of r's places in the phase of its slot: one row per role and phase
  const phases = phaseOfSlot(plan)
  const lockRows = new Map<number, number>()
  const lockRowOf = new Map<string, number>()
  for (const [slot, id] of plan.locks) {
    const product = index.get(id)
    const phase = phases[slot] as number
    for (const { role } of product === undefined ? [] : (products[product] as Candidate).roles) {
      const place = placeIndex(ROLES.indexOf(role), phase, plan.phases.length)
      if (!lockRows.has(place)) {
        lockRows.set(place, row(`lock:${plan.phases[phase]?.id}:${role}`, -plan.slots, 0))
        push(places[place] as (typeof places)[number], lockRows.get(place) as number, -1)
      }
      lockRowOf.set(`${product}:${ROLES.indexOf(role)}`, lockRows.get(place) as number)
    }
  }
  for (const place of places) {
    extras.push({
      kind: 'place',
      at: placeIndex(place.r, place.p, plan.phases.length),
      points: phasePoints(place.phase, place.role, plan),
      violation: 0,
      upper: Math.min(place.phase.slots, place.phase.roles[place.role].max),
      rows: place.rows,
      factors: place.factors,
    })
  }
  return { plan, products, rows, extras, named: [...named].sort((a, b) => a - b), ...entries() }

  function push(place: { rows: number[]; factors: number[] }, at: number, factor: number) {
    place.rows.push(at)
    place.factors.push(factor)
  }
  function entries() {
    const count = products.reduce((n, c) => n + c.roles.length, 0)
    const roleStart = new Int32Array(products.length + 1)
    const rowStart = new Int32Array(products.length + 1)
    const roleOf = new Uint8Array(count)
    const value = new Float64Array(count)
    const rowOf: number[] = []
    const factor: number[] = []
    const lockRow = new Map<number, number>()
    let next = 0
    for (const [at, c] of products.entries()) {
      const own = marginPoints(c, plan) + themePoints(c, plan) + provisionalPoints(c, plan)
      for (const { role, score } of c.roles) {
        roleOf[next] = ROLES.indexOf(role as Role)
        value[next] = own + rolePoints(score, plan)
        const lock = lockRowOf.get(`${at}:${roleOf[next]}`)
        if (lock !== undefined) lockRow.set(next, lock)
        next += 1
      }
      for (const m of members[at] as number[]) rowOf.push(m)
      for (const f of factors[at] as number[]) factor.push(f)
      roleStart[at + 1] = next
      rowStart[at + 1] = rowOf.length
    }
    return {
      roleStart,
      roleOf,
      value,
      rowStart,
      rowOf: Int32Array.from(rowOf),
      factor: Float64Array.from(factor),
      lockRow,
    }
  }
}
