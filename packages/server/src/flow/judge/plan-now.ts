import { type PlanAsOf, planAsOf } from '@haixuan/domain/flow/as-of'
import type { Instant } from '@haixuan/domain/kernel/day'
import type { Project } from '@haixuan/domain/plan/project'
import type { House } from '../../house.ts'
import { dayHere } from '../../platform/settings/day-here.ts'

/** A plan as its gates read it at a moment, by the calendar of the organisation. */
export const planNow = (house: Pick<House, 'zone'>, plan: Project, now: Instant): PlanAsOf =>
  planAsOf(plan, dayHere(house, now))
