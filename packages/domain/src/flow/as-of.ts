import { type Day, dayOf, type Instant } from '../kernel/day.ts'
import { dayIn, isZone } from '../kernel/zone.ts'
import type { Project } from '../plan/project.ts'

/** A plan as of a day; `streamed` is the day of its stream, once that is past. */
export type PlanAsOf = Project & { readonly streamed?: Day }

/** The plan as its gates read it on a day: on the day of the stream, and once that is past, on the day itself. */
export const planAsOf = (plan: Project, today: Day): PlanAsOf =>
  plan.date >= today ? plan : { ...plan, date: today, streamed: plan.date as Day }

/**
 * The plan as a stored decision read it: on the day of the stream, unless the decision tells the day it was made as of.
 * That day follows from the plan and from when it was decided, by the calendar of the zone it names, and of UTC where it
 * names none; undefined when it is another.
 */
export function planOfDecision(plan: Project, decision: { at: Instant; body: Record<string, unknown> }) {
  const told = decision.body['as-of']
  if (told === undefined) return plan
  const today = dayOfDecision(decision)
  const read = today && planAsOf(plan, today)
  return told === read?.date ? read : undefined
}

function dayOfDecision({ at, body: { zone } }: { at: Instant; body: Record<string, unknown> }): Day | undefined {
  if (zone === undefined) return dayOf(at)
  return typeof zone === 'string' && isZone(zone) ? dayIn(zone, at) : undefined
}
