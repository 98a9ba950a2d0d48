import { type PlanAsOf, planAsOf } from '@haixuan/domain/flow/as-of'
import { type Day, dayOf, type Instant } from '@haixuan/domain/kernel/day'
import { dayIn } from '@haixuan/domain/kernel/zone'
import type { Project } from '@haixuan/domain/plan/project'
import type { House } from '../house.ts'

/** The day it is at a moment, by the calendar of the organisation. */
export const dayHere = ({ zone }: Pick<House, 'zone'>, now: Instant): Day => (zone ? dayIn(zone, now) : dayOf(now))

/** A plan as its gates read it at a moment, by the calendar of the organisation. */
export const planNow = (house: Pick<House, 'zone'>, plan: Project, now: Instant): PlanAsOf =>
  planAsOf(plan, dayHere(house, now))
