import type { Text } from '../../kernel/errors.ts'
import type { Placement } from './arrange.ts'
import type { Candidate } from './candidate.ts'
import { whyNot } from './eligible.ts'
import type { LineupPlan } from './fill-settings.ts'
import { limitName, limitNames, type RoleNames } from './limit-name.ts'
import type { Conflict } from './lineup.ts'
import { boundsOf, type Standing } from './standing.ts'

/** Every limit the lineup could not keep, by how much, against which other limits; in order of weight. */
export function conflictsOf(
  standing: Standing,
  placed: readonly Placement[],
  candidates: ReadonlyMap<string, Candidate>,
  eligible: number,
  against: readonly string[],
  roles: RoleNames,
): Conflict[] {
  const { plan, used } = standing
  const found: Conflict[] = []
  const others = (limit: string) =>
    against.filter((other) => other !== limit && !(other === 'slots' && limit.startsWith('phase:')))
  const because = (limit: string): Text => {
    const names = limitNames(others(limit).slice(0, 6), plan, roles)
    return names.en ? { zh: `；与之冲突：${names.zh}`, en: `; it conflicts with ${names.en}` } : { zh: '', en: '' }
  }
  for (const id of [...plan.mustHave].sort()) {
    const c = candidates.get(id)
    if (standing.placed.has(id) || !c) continue
    const limit = `must:${id}`
    const reason = whyNot(c, plan)
    const rest = because(limit)
    found.push({
      limit,
      firm: true,
      by: 1,
      against: reason ? [] : others(limit),
      text: reason
        ? {
            zh: `必排商品“${c.title}”不能入选：${reason.zh}`,
            en: `Wanted product "${c.title}" cannot stand: ${reason.en}`,
          }
        : { zh: `必排商品“${c.title}”未能入选${rest.zh}`, en: `Wanted product "${c.title}" did not fit${rest.en}` },
    })
  }
  const limits = [
    ...Object.keys(plan.mix).map((role) => `mix:${role}`),
    ...plan.phases.flatMap((p) => Object.keys(p.roles).map((role) => `place:${p.id}:${role}`)),
    ...plan.bands.map((b) => `band:${b.id}`),
    ...[...used.keys()].filter((limit) => /^(supplier|brand|class):/.test(limit)).sort(),
  ]
  for (const limit of limits) {
    const { min, max, firm } = boundsOf(limit, plan)
    const count = used.get(limit) ?? 0
    if (count >= min && count <= max) continue
    const name = limitName(limit, plan, roles)
    const rest = because(limit)
    const by = count < min ? min - count : count - max
    found.push({
      limit,
      firm,
      by,
      against: others(limit),
      text:
        count < min
          ? { zh: `${name.zh}：缺${by}个${rest.zh}`, en: `${name.en}: ${by} short${rest.en}` }
          : { zh: `${name.zh}：超出${by}个${rest.zh}`, en: `${name.en}: ${by} over${rest.en}` },
    })
  }
  for (const [at, phase] of plan.phases.entries()) {
    const by = phase.slots - placed.filter((p) => p.phase === at).length
    if (by === 0) continue
    const limit = `phase:${phase.id}`
    const rest = eligible < plan.slots ? few(eligible, plan) : because(limit)
    found.push({
      limit,
      firm: true,
      by,
      against: eligible < plan.slots ? [] : others(limit),
      text: {
        zh: `“${phase.name.zh}”阶段空${by}个位次${rest.zh}`,
        en: `Phase "${phase.name.en}" has ${by} empty slots${rest.en}`,
      },
    })
  }
  return found
}

const few = (eligible: number, plan: LineupPlan): Text => ({
  zh: `；可选商品仅${eligible}个，位次有${plan.slots}个`,
  en: `; only ${eligible} products may stand for ${plan.slots} slots`,
})
