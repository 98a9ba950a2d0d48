import type { Text } from '../../../kernel/errors.ts'
import type { Placement } from '../arrange.ts'
import type { Candidate } from '../candidate.ts'
import { whyNot } from '../eligible.ts'
import { type LineupPlan, phaseOfSlot } from '../fill-settings.ts'
import { limitName, type RoleNames } from '../limit-name.ts'
import { type Points, pointsOf, total } from '../points.ts'
import { WEIGHT } from '../solve/problem.ts'
import { boundsOf, limitsIn, limitsOn, type Standing, standingOf } from '../standing.ts'
import type { Seat } from './put.ts'

/** What is to be said of one slot. `block` holds the release of the lineup. */
export type SeatFinding = { readonly severity: 'block' | 'warn' | 'note'; readonly limit?: string; readonly what: Text }
export type JudgedSeat = Seat & {
  /** place of its phase in the plan, from 0 */
  readonly phase: number
  readonly points: Points | null
  readonly released: boolean
  readonly findings: readonly SeatFinding[]
}
/** One limit with how much of it is used, and by which slots. */
export type LimitUse = {
  readonly limit: string
  readonly name: Text
  readonly count: number
  readonly min: number
  readonly max: number
  readonly firm: boolean
  readonly state: 'kept' | 'short' | 'over'
  readonly slots: readonly number[]
}
export type JudgedBoard = {
  readonly seats: readonly JudgedSeat[]
  readonly limits: readonly LimitUse[]
  readonly objective: number
  /** limits are kept as well as in the lineup that the bound is of: the bound then holds for this one too */
  readonly within: boolean
  /** (bound − objective) ÷ the larger of 1 and |objective|; null where the bound does not hold */
  readonly gap: number | null
  readonly filled: number
  readonly released: number
}
export type BoardRules = {
  readonly plan: LineupPlan
  readonly roles: RoleNames
  readonly certified: { readonly bound: number; readonly violations: number }
}

/**
 * I9 · Checks an arrangement as it is being moved about: findings slot by slot, every limit counted, and how far it is
 * from the proven bound. Pure and quick: the same in the browser, while a card is dragged, and in the command.
 */
export function judgeBoard(
  seats: readonly Seat[],
  candidates: ReadonlyMap<string, Candidate>,
  { plan, roles, certified }: BoardRules,
): JudgedBoard {
  const phases = phaseOfSlot(plan)
  const placed = placementsOf(seats, candidates, plan)
  const bySlot = new Map(placed.map((p) => [p.slot + 1, p]))
  const standing = standingOf(placed, plan)
  const limits = usesOf(standing, placed, roles)
  const outside = limits.filter((l) => l.state !== 'kept')
  let able = true
  const judged = seats.map((seat, at): JudgedSeat => {
    const phase = phases[seat.slot - 1] ?? 0
    const findings: SeatFinding[] = []
    const p = bySlot.get(seat.slot)
    const say = (severity: SeatFinding['severity'], zh: string, en: string, limit?: string) =>
      void findings.push({ severity, ...(limit === undefined ? {} : { limit }), what: { zh, en } })
    if (seat.product === null) say('block', '此位次为空', 'This slot is empty')
    else if (!p) {
      const known = candidates.has(seat.product)
      if (known) say('block', '请先确定产品在此的作用', 'Its role here is not decided')
      else say('block', '此产品不是本次排品的候选', 'It was no candidate when the lineup was proposed')
    }
    const c = p?.candidate
    const barred = c && whyNot(c, plan)
    if (barred) say('block', barred.zh, barred.en)
    else if (c && !c.released) say('block', '尚未放行', 'Not released yet')
    if (p && !p.candidate.roles.some((r) => r.role === p.role))
      say('block', `不宜作“${roles[p.role].zh}”`, `May not play "${roles[p.role].en}"`)
    if (barred || (seat.product !== null && !p) || (p && !p.candidate.roles.some((r) => r.role === p.role)))
      able = false
    for (const l of outside)
      if (l.state === 'over' && l.slots.includes(seat.slot))
        say(l.firm ? 'warn' : 'note', `${l.name.zh}：现有${l.count}个`, `${l.name.en}: there are ${l.count}`, l.limit)
    const before = p && bySlot.get(seats[at - 1]?.slot ?? 0)
    if (p && before) alike(before, p, say, roles)
    const points = p && c?.roles.some((r) => r.role === p.role) ? pointsOf(c, p.role, plan.phases[phase]!, plan) : null
    return { ...seat, phase, points, released: c?.released === true && !barred, findings }
  })
  const objective = judged.reduce((sum, s) => sum + (s.points ? total(s.points) : 0), 0)
  const empty = plan.slots - placed.length
  const violations =
    outside.reduce((sum, l) => sum + weightOf(l), 0) +
    WEIGHT.empty * empty +
    WEIGHT.must * missing(standing, candidates)
  const overFirm = outside.some((l) => l.state === 'over' && l.firm)
  const within = able && !overFirm && violations <= certified.violations && objective <= certified.bound
  return {
    seats: judged,
    limits,
    objective,
    within,
    gap: within ? (certified.bound - objective) / Math.max(1, Math.abs(objective)) : null,
    filled: placed.length,
    released: judged.filter((s) => s.released).length,
  }
}

/** Products in their slots, each with its role and its own minutes. */
export function placementsOf(
  seats: readonly Seat[],
  candidates: ReadonlyMap<string, Candidate>,
  plan: LineupPlan,
): Placement[] {
  const phases = phaseOfSlot(plan)
  return seats.flatMap((seat) => {
    const known = seat.product === null ? undefined : candidates.get(seat.product)
    const phase = phases[seat.slot - 1]
    if (!known || phase === undefined || !seat.role) return []
    const candidate = seat.minutes === undefined ? known : { ...known, minutes: seat.minutes }
    return [{ slot: seat.slot - 1, phase, candidate, role: seat.role }]
  })
}

const weightOf = ({ state, firm, count, min, max }: LimitUse) =>
  state === 'short' ? (firm ? WEIGHT.firm : WEIGHT.soft) * (min - count) : WEIGHT.soft * (count - max)

const missing = ({ plan, placed }: Standing, candidates: ReadonlyMap<string, Candidate>) =>
  [...plan.mustHave].filter((id) => {
    const c = candidates.get(id)
    return c && !placed.has(id) && !whyNot(c, plan)
  }).length

/** Every limit that asks anything, with how much of it is used; those not kept first. */
function usesOf(standing: Standing, placed: readonly Placement[], roles: RoleNames): LimitUse[] {
  const { plan, used, apart } = standing
  const uses = limitsIn(standing).flatMap((limit): LimitUse[] => {
    const { min, max, firm } = boundsOf(limit, plan)
    const count = used.get(limit) ?? 0
    if (min === 0 && max >= plan.slots) return []
    const slots = placed
      .filter((p) => limitsOn(p.candidate, p.role, p.phase, plan).includes(limit))
      .map((p) => p.slot + 1)
    const state = count < min ? 'short' : count > max ? 'over' : 'kept'
    return [{ limit, name: limitName(limit, plan, roles), count, min, max, firm, state, slots }]
  })
  const asked = (limit: string, count: number, max: number, slots: number[]): LimitUse => ({
    limit,
    name: limitName(limit, plan, roles),
    count,
    min: 0,
    max,
    firm: true,
    state: count > max ? 'over' : 'kept',
    slots,
  })
  for (const [a, others] of apart)
    for (const b of others) {
      const both = [standing.placed.get(a), standing.placed.get(b)].flatMap((p) => (p ? [p.slot + 1] : []))
      if (a < b && both.length > 1) uses.push(asked(`apart:${a}:${b}`, 2, 1, both))
    }
  if (plan.minutesPerSlot !== undefined) {
    const over = standing.seconds > plan.seconds ? placed.filter((p) => p.candidate.minutes !== undefined) : []
    uses.push(
      asked(
        'minutes',
        standing.seconds / 60,
        plan.seconds / 60,
        over.map((p) => p.slot + 1),
      ),
    )
  }
  return uses.sort((a, b) => Number(a.state === 'kept') - Number(b.state === 'kept'))
}

type SayOfSeat = (severity: SeatFinding['severity'], zh: string, en: string) => void

/** Neighbours that are alike bore the people who watch: told, never in the way. */
function alike(before: Placement, p: Placement, say: SayOfSeat, roles: RoleNames): void {
  const [a, b] = [before.candidate, p.candidate]
  if (a.class !== undefined && a.class === b.class) say('note', '与前一位同品类', 'Same class as the slot before')
  if (a.brand !== undefined && a.brand === b.brand) say('note', '与前一位同品牌', 'Same brand as the slot before')
  else if (a.supplier !== undefined && a.supplier === b.supplier)
    say('note', '与前一位同供应商', 'Same supplier as the slot before')
  if (before.role === p.role && p.role !== 'regular' && p.role !== 'profit')
    say('note', `与前一位同为${roles[p.role].zh}`, `Same role as the slot before: ${roles[p.role].en}`)
}
