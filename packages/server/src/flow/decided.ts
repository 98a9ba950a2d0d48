import type { BriefDecision, GateDecision, SeveralDecided } from '@haixuan/domain/flow/decision'
import type { Project } from '@haixuan/domain/plan/project'
import type { Desks } from './desks.ts'

/** A decision as the log keeps it: with the day it was made as of and the standard it was made under, to be run again. */
export const decided = (
  decision: GateDecision | BriefDecision | SeveralDecided,
  plan: Project,
  { standardHash }: Desks,
) => ({
  ...decision,
  'as-of': plan.date,
  standard: standardHash,
})
