import { ROLES, type Role } from '../../gate/words.ts'
import type { Text } from '../../kernel/errors.ts'
import type { Candidate } from './candidate.ts'
import { whyNot } from './eligible.ts'
import { type Bounds, fillSettings, GROUPS, type LineupPlan } from './fill-settings.ts'
import type { Lineup, Slot } from './lineup.ts'
import { type Points, pointsOf, total } from './points.ts'
import type { LineupRules } from './propose-lineup.ts'
import { exact, priceOut } from './solve/bound.ts'
import { buildProblem, WEIGHT } from './solve/problem.ts'
import { within } from './solve/variants.ts'

/** What is wrong with a lineup, and in which slot. */
export type LineupFault = { readonly slot?: number; readonly what: Text }

/**
 * I9 · Checks a lineup against its candidates and rules by counting anew, without a solver: every slot, every limit, the
 * sum of points, and the bound that the certificate's multipliers prove. Empty when all holds.
 * @throws BadInput for settings that contradict
 */
export function verifyLineup(lineup: Lineup, candidates: readonly Candidate[], rules: LineupRules): LineupFault[] {
  const faults: LineupFault[] = []
  const fault = (zh: string, en: string, slot?: number) =>
    faults.push({ ...(slot !== undefined && { slot }), what: { zh, en } })
  const all = candidates.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  const plan = fillSettings(rules.settings, rules.defaults, all)
  const byId = new Map(all.map((c) => [c.id, c]))
  const layout = plan.phases.flatMap((p) => Array.from({ length: p.slots }, () => p))
  if (lineup.slots.length !== layout.length) fault('位次数不符', 'The number of slots is wrong')

  const seen = new Set<string>()
  let objective = 0
  for (const [at, slot] of lineup.slots.entries()) {
    const phase = layout[at]
    if (slot.slot !== at + 1 || !phase || slot.phase !== phase.id) {
      fault('位次或阶段不符', 'The slot or its phase is wrong', slot.slot)
      continue
    }
    if (slot.product === null) continue
    const c = byId.get(slot.product)
    if (!c) fault('商品不在候选之列', 'The product is not among the candidates', slot.slot)
    else if (seen.has(c.id)) fault('商品重复出现', 'The product stands twice', slot.slot)
    else objective += checkSlot(slot, c, phase)
    seen.add(slot.product)
  }
  function checkSlot(slot: Slot, c: Candidate, phase: LineupPlan['phases'][number]): number {
    const barred = whyNot(c, plan)
    if (barred) fault(`商品不可入选：${barred.zh}`, `The product may not stand: ${barred.en}`, slot.slot)
    if (slot.released !== c.released) fault('放行状态不符', 'Its release is told wrongly', slot.slot)
    if (!c.roles.some((r) => r.role === slot.role)) {
      fault('商品不能作此用', 'The product may not play this role', slot.slot)
      return 0
    }
    const points = pointsOf(c, slot.role as Role, phase, plan)
    const told = slot.points
    if (!told || (Object.keys(points) as (keyof Points)[]).some((part) => points[part] !== told[part]))
      fault('得分不符', 'Its points are wrong', slot.slot)
    return total(points)
  }
  for (const slot of lineup.slots) {
    const c = slot.substitute === null ? undefined : byId.get(slot.substitute)
    if (slot.substitute === null) continue
    if (!c?.released || seen.has(c.id) || whyNot(c, plan) || !c.roles.some((r) => r.role === slot.role))
      fault('替补商品不合要求', 'The substitute is not a released product that could take the slot', slot.slot)
  }
  for (const [slot, id] of plan.locks)
    if (seen.has(id) && lineup.slots[slot]?.product !== id)
      fault('锁定商品不在其位', 'A locked product is elsewhere', slot + 1)

  const violations = countViolations(lineup, byId, plan, fault)
  if (violations > lineup.certificate.violations)
    fault('限制未如所述遵守', 'Limits are broken further than the lineup says')
  if (objective !== lineup.objective) fault(`总分应为${objective}`, `The objective should be ${objective}`)
  const placed = lineup.slots.filter((s) => s.product !== null)
  const released = placed.filter((s) => s.released).length
  if (
    lineup.filled !== placed.length ||
    lineup.released !== released ||
    lineup.provisional !== placed.length - released
  )
    fault('计数不符', 'The counts are wrong')
  checkBound()
  return faults

  function checkBound() {
    const eligible = all.filter((c) => whyNot(c, plan) === undefined)
    const problem = within(buildProblem(eligible, plan), lineup.certificate.violations)
    const index = new Map(problem.rows.map((row, at) => [row.id, at]))
    const multipliers = new Float64Array(index.size)
    for (const [id, multiplier] of lineup.certificate.multipliers) {
      const at = index.get(id)
      if (at === undefined)
        return fault(`证明中的限制“${id}”不存在`, `The proof names a limit that is not there, "${id}"`)
      multipliers[at] = multiplier
    }
    const { bound } = priceOut(problem, exact(multipliers))
    if (Math.floor(bound) > lineup.certificate.bound)
      fault('上界未获证明', 'The bound is not proven by its multipliers')
    if (lineup.bound > lineup.certificate.bound || lineup.objective > lineup.bound)
      fault('上界不成立', 'The bound does not hold')
    const gap = (lineup.bound - lineup.objective) / Math.max(1, Math.abs(lineup.objective))
    if (Math.abs(gap - lineup.gap) > 1e-12) fault('差距不符', 'The gap is wrong')
    return undefined
  }
}

/** Counts every limit from the slots and adds up what is short or over; a firm maximum broken is a fault. */
function countViolations(
  lineup: Lineup,
  byId: ReadonlyMap<string, Candidate>,
  plan: LineupPlan,
  fault: (zh: string, en: string) => void,
): number {
  const standing = lineup.slots.flatMap((slot) => {
    const c = slot.product === null ? undefined : byId.get(slot.product)
    return c ? [{ c, role: slot.role, phase: slot.phase }] : []
  })
  const ids = new Set(standing.map((s) => s.c.id))
  let sum = 0
  const check = (name: string, count: number, limit: Bounds) => {
    const [short, over] = [Math.max(0, limit.min - count), Math.max(0, count - limit.max)]
    if (over > 0 && limit.firm) fault(`“${name}”超出上限${over}个`, `"${name}" is ${over} over its most`)
    sum += (limit.firm ? WEIGHT.firm : WEIGHT.soft) * short + WEIGHT.soft * over
  }
  for (const group of GROUPS) {
    const limit = plan.limits[group]
    const counts = Map.groupBy(standing, (s) => s.c[group])
    for (const [name, list] of counts) if (limit && name !== undefined) check(name, list.length, limit)
  }
  for (const role of ROLES) {
    const limit = plan.mix[role]
    if (limit) check(role, standing.filter((s) => s.role === role).length, limit)
    for (const phase of plan.phases) {
      const { min, max } = phase.roles[role]
      const count = standing.filter((s) => s.role === role && s.phase === phase.id).length
      check(`${phase.id} ${role}`, count, { min, max, firm: true })
    }
  }
  for (const band of plan.bands)
    check(
      band.id,
      standing.filter(({ c: { price } }) => price.minor > band.from && price.minor <= band.to).length,
      band,
    )
  for (const [a, b] of plan.apart)
    if (ids.has(a) && ids.has(b)) fault(`“${a}”与“${b}”不得同场`, `"${a}" and "${b}" may not both stand`)
  const slot = plan.minutesPerSlot
  if (slot !== undefined) {
    const seconds = standing.reduce((all, { c }) => all + Math.round((c.minutes ?? slot) * 60), 0)
    if (seconds > Math.round(slot * 60) * plan.slots)
      fault('超出总时长', 'The products need more minutes than there are')
  }
  for (const id of plan.mustHave) {
    const c = byId.get(id)
    if (c && !ids.has(id) && !whyNot(c, plan)) sum += WEIGHT.must
  }
  return sum + WEIGHT.empty * (plan.slots - standing.length)
}
