import type { BriefDecision, GateDecision, SeveralDecided } from '@haixuan/domain/flow/decision'
import type { Project } from '@haixuan/domain/plan/project'
import type { House } from '../../house.ts'

/** What a decision tells of how it was made: as of which day, by the calendar of which zone, under which standard. */
export const madeUnder = (plan: Project, { zone, desks }: Pick<House, 'zone' | 'desks'>) => ({
  'as-of': plan.date,
  ...(zone ? { zone } : {}),
  standard: desks.standardHash,
})

/** A decision as the log keeps it, to be run again. */
export const decided = (
  decision: GateDecision | BriefDecision | SeveralDecided,
  plan: Project,
  house: Pick<House, 'zone' | 'desks'>,
) => ({ ...decision, ...madeUnder(plan, house) })
