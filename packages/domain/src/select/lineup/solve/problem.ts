import { ROLES, type Role } from '../../../gate/words.ts'
import type { Candidate } from '../candidate.ts'
import { bandOf, GROUPS, type LineupPlan, phaseOfSlot, secondsOf } from '../fill-settings.ts'
import { ownPoints, phasePoints, rolePoints } from '../points.ts'
import { type Draft, type Extra, newDraft, type Row } from './draft.ts'

/** What a unit of shortfall costs when not everything can be had: a wish of a person before a firm minimum and so on. */
export const WEIGHT = { must: 10_000, firm: 1_000, empty: 100, soft: 1 } as const

/**
 * The lineup as a linear program over whole numbers. Products choose roles (x), roles take slots of phases (y); the two
 * meet in one row per role, so the program has products × roles columns, not products × roles × phases.
 */
export type Problem = {
  readonly plan: LineupPlan
  /** eligible products in order of id */
  readonly products: readonly Candidate[]
  /** entries (product and role) of product i: from start[i] to start[i + 1] */
  readonly roleStart: Int32Array
  readonly roleOf: Uint8Array
  readonly value: Float64Array
  /** rows of product i besides its role's */
  readonly rowStart: Int32Array
  readonly rowOf: Int32Array
  readonly factor: Float64Array
  /** the row that an entry of a locked product joins besides */
  readonly lockRow: ReadonlyMap<number, number>
  readonly rows: readonly Row[]
  readonly extras: readonly Extra[]
  /** products that must be in the reduced problem: wanted, locked, apart */
  readonly named: readonly number[]
}

type Place = { readonly role: Role; readonly phase: LineupPlan['phases'][number]; rows: number[]; factors: number[] }

export const placeIndex = (role: number, phase: number, plan: LineupPlan): number => role * plan.phases.length + phase

/** Builds the program from eligible products sorted by id. */
export function buildProblem(products: readonly Candidate[], plan: LineupPlan): Problem {
  const draft = newDraft(products.length)
  const places = rolesAndPhases(draft, plan)
  for (const group of GROUPS) groupLimits(draft, plan, products, group)
  ladderAndTime(draft, plan, products)
  const entries = entriesOf(products, plan)
  const named = namedProducts(draft, plan, products)
  const lockRow = locks(draft, plan, products, places, entries)
  for (const [at, { role, phase, rows, factors }] of places.entries()) {
    const upper = Math.min(phase.slots, phase.roles[role].max)
    draft.extras.push({ kind: 'place', at, points: phasePoints(phase, role, plan), violation: 0, upper, rows, factors })
  }
  const { rows, extras } = draft
  return { plan, products, rows, extras, named, lockRow, ...entries, ...draft.memberships() }
}

/** What a soft limit or a least may be short or over. */
function relaxed(draft: Draft, row: number, limit: { min: number; max: number; firm: boolean }, slots: number) {
  draft.slack(row, 1, limit.firm ? WEIGHT.firm : WEIGHT.soft, limit.min)
  if (!limit.firm) draft.slack(row, -1, WEIGHT.soft, slots - limit.max)
}

function rolesAndPhases(draft: Draft, plan: LineupPlan): Place[] {
  for (const role of ROLES) draft.row(`role:${role}`, 0, 0)
  const phaseRows = plan.phases.map((p) => {
    const row = draft.row(`phase:${p.id}`, p.slots, p.slots)
    draft.slack(row, 1, WEIGHT.empty, p.slots)
    return row
  })
  const places = ROLES.flatMap((role, r) =>
    plan.phases.map((phase, p): Place => ({ role, phase, rows: [r, phaseRows[p] as number], factors: [-1, 1] })),
  )
  for (const role of ROLES) {
    const limit = plan.mix[role]
    if (!limit || (limit.min === 0 && limit.max >= plan.slots)) continue
    const row = draft.row(`mix:${role}`, limit.min, limit.max)
    for (const place of places) if (place.role === role) joinPlace(place, row, 1)
    relaxed(draft, row, limit, plan.slots)
  }
  for (const place of places) {
    const { min } = place.phase.roles[place.role]
    if (min === 0) continue
    const row = draft.row(`place:${place.phase.id}:${place.role}`, min, Math.max(min, plan.slots))
    joinPlace(place, row, 1)
    draft.slack(row, 1, WEIGHT.firm, min)
  }
  return places
}

const joinPlace = (place: Place, row: number, factor: number) => {
  place.rows.push(row)
  place.factors.push(factor)
}

function groupLimits(draft: Draft, plan: LineupPlan, products: readonly Candidate[], group: (typeof GROUPS)[number]) {
  const limit = plan.limits[group]
  if (!limit) return
  const sizes = new Map<string, number>()
  for (const c of products) {
    const name = c[group]
    if (name !== undefined) sizes.set(name, (sizes.get(name) ?? 0) + 1)
  }
  const rows = new Map<string, number>()
  for (const [name, size] of sizes) {
    if (size <= limit.max) continue
    const row = draft.row(`${group}:${name}`, 0, limit.max)
    rows.set(name, row)
    relaxed(draft, row, limit, plan.slots)
  }
  for (const [at, c] of products.entries()) {
    const name = c[group]
    const row = name === undefined ? undefined : rows.get(name)
    if (row !== undefined) draft.join(at, row)
  }
}

function ladderAndTime(draft: Draft, plan: LineupPlan, products: readonly Candidate[]) {
  const bandRows = plan.bands.map((band) => {
    if (band.min === 0 && band.max >= plan.slots) return undefined
    const row = draft.row(`band:${band.id}`, band.min, band.max)
    relaxed(draft, row, band, plan.slots)
    return row
  })
  const timed = plan.minutesPerSlot !== undefined && products.some((c) => c.minutes !== undefined)
  const time = timed ? draft.row('minutes', 0, plan.seconds) : undefined
  for (const [at, c] of products.entries()) {
    const band = bandRows[bandOf(c, plan)]
    if (band !== undefined) draft.join(at, band)
    if (time !== undefined) draft.join(at, time, secondsOf(c, plan))
  }
}

function namedProducts(draft: Draft, plan: LineupPlan, products: readonly Candidate[]): number[] {
  const index = indexOf(plan, products)
  const named = new Set<number>()
  for (const [a, b] of plan.apart) {
    const [first, second] = [index.get(a), index.get(b)]
    if (first === undefined || second === undefined) continue
    const row = draft.row(`apart:${a}:${b}`, 0, 1)
    draft.join(first, row)
    draft.join(second, row)
    named.add(first).add(second)
  }
  for (const id of [...plan.mustHave].sort()) {
    const product = index.get(id)
    if (product === undefined) continue
    const row = draft.row(`must:${id}`, 1, 1)
    draft.join(product, row)
    draft.slack(row, 1, WEIGHT.must, 1)
    named.add(product)
  }
  return [...named].sort((a, b) => a - b)
}

/** The places of products that the settings name. */
function indexOf(plan: LineupPlan, products: readonly Candidate[]): Map<string, number> {
  const wanted = new Set([...plan.mustHave, ...plan.apart.flat()])
  const index = new Map<string, number>()
  if (wanted.size > 0) for (const [at, c] of products.entries()) if (wanted.has(c.id)) index.set(c.id, at)
  return index
}

type Entries = Pick<Problem, 'roleStart' | 'roleOf' | 'value'>

function entriesOf(products: readonly Candidate[], plan: LineupPlan): Entries {
  const count = products.reduce((n, c) => n + c.roles.length, 0)
  const roleStart = new Int32Array(products.length + 1)
  const roleOf = new Uint8Array(count)
  const value = new Float64Array(count)
  let next = 0
  for (const [at, c] of products.entries()) {
    const own = ownPoints(c, plan)
    for (const { role, score } of c.roles) {
      roleOf[next] = ROLES.indexOf(role)
      value[next] = own + rolePoints(score, plan)
      next += 1
    }
    roleStart[at + 1] = next
  }
  return { roleStart, roleOf, value }
}

/** A locked product in a role needs one of the role's places in the phase of its slot: a row per role and phase. */
function locks(
  draft: Draft,
  plan: LineupPlan,
  products: readonly Candidate[],
  places: readonly Place[],
  { roleStart, roleOf }: Entries,
): Map<number, number> {
  const index = indexOf(plan, products)
  const phases = phaseOfSlot(plan)
  const rows = new Map<number, number>()
  const lockRow = new Map<number, number>()
  for (const [slot, id] of [...plan.locks].sort(([a], [b]) => a - b)) {
    const product = index.get(id)
    if (product === undefined) continue
    for (let e = roleStart[product] as number; e < (roleStart[product + 1] as number); e += 1) {
      const at = placeIndex(roleOf[e] as number, phases[slot] as number, plan)
      const place = places[at] as Place
      let row = rows.get(at)
      if (row === undefined) {
        row = draft.row(`lock:${place.phase.id}:${place.role}`, -plan.slots, 0)
        joinPlace(place, row, -1)
        rows.set(at, row)
      }
      lockRow.set(e, row)
    }
  }
  return lockRow
}
