import { type Day, dayOf, type Instant } from '@haixuan/domain/kernel/day'
import { dayIn } from '@haixuan/domain/kernel/zone'
import type { House } from '../../house.ts'

/** The day it is at a moment, by the calendar of the organisation. */
export const dayHere = ({ zone }: Pick<House, 'zone'>, now: Instant): Day => (zone ? dayIn(zone, now) : dayOf(now))
