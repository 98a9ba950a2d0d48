import type { Text } from '../../kernel/errors.ts'
import type { Candidate } from './candidate.ts'
import { type LineupPlan, sellable } from './fill-settings.ts'

/** Why a product may not stand in this lineup at all; undefined when it may. */
export function whyNot(c: Candidate, plan: LineupPlan): Text | undefined {
  if (c.excluded) return c.excluded
  if (plan.excluded.has(c.id)) return { zh: '本场设定为不选', en: 'This stream excludes it' }
  if (!c.released && plan.provisional === 'refuse')
    return { zh: '尚未放行，本场只排已放行商品', en: 'Not yet released; this stream takes released products only' }
  if (c.roles.length === 0) return { zh: '尚未确定产品作用', en: 'No role has been decided' }
  if (c.stock !== undefined && sellable(c) === 0) return { zh: '无货可售', en: 'Nothing in stock to sell' }
  if (plan.minutesPerSlot !== undefined && (c.minutes ?? 0) > plan.minutesPerSlot * plan.slots)
    return { zh: '所需时长超过整场直播', en: 'It needs more minutes than the stream has' }
  return undefined
}
