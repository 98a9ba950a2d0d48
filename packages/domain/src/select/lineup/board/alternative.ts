import type { Role } from '../../../gate/words.ts'
import type { Text } from '../../../kernel/errors.ts'
import type { Placement } from '../arrange.ts'
import type { Candidate } from '../candidate.ts'
import { whyNot } from '../eligible.ts'
import { limitNames, type RoleNames } from '../limit-name.ts'
import { pointsOf, total } from '../points.ts'
import { broken, type Standing, type Vacant } from '../standing.ts'

/** What a product outside the lineup would be in a slot: its best role there, and what speaks against it. */
export type Alternative = {
  readonly role: Role | null
  /** points it would have in the slot */
  readonly points: number
  /** those points less the points of what the slot holds now */
  readonly difference: number
  /** limits it would break, as kind:name */
  readonly limits: readonly string[]
  readonly why: Text
}

/** I9 · Why not this one here: its points in the role that suits the slot best, and the limits it would break. */
export function alternativeIn(
  standing: Standing,
  slot: Placement | Vacant,
  c: Candidate,
  roles: RoleNames,
): Alternative {
  const { plan } = standing
  const phase = plan.phases[slot.phase]!
  const held = slot.candidate ? total(pointsOf(slot.candidate, slot.role, phase, plan)) : 0
  const best = c.roles
    .map(({ role }) => ({
      role,
      points: total(pointsOf(c, role, phase, plan)),
      limits: broken(standing, slot, c, role),
    }))
    .sort((a, b) => a.limits.length - b.limits.length || b.points - a.points)[0]
  const barred = whyNot(c, plan)
  if (!best || barred) {
    const none = { zh: '尚未确定产品作用', en: 'No role has been decided' }
    return {
      role: best?.role ?? null,
      points: best?.points ?? 0,
      difference: (best?.points ?? 0) - held,
      limits: [],
      why: barred ?? none,
    }
  }
  const difference = best.points - held
  const named = limitNames(best.limits, plan, roles)
  const [zh, en] =
    best.limits.length > 0
      ? [`将突破${named.zh}`, `would break ${named.en}`]
      : difference < 0
        ? [`少${-difference}分`, `${-difference} points fewer`]
        : difference > 0
          ? [`多${difference}分`, `${difference} points more`]
          : ['得分相同', 'the same points']
  const provisional = c.released ? { zh: '', en: '' } : { zh: '；尚未放行', en: '; not released yet' }
  return { ...best, difference, why: { zh: `${zh}${provisional.zh}`, en: `${en}${provisional.en}` } }
}
