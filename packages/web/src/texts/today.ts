import type { Day, Instant } from '@haixuan/domain/kernel/day'
import { dayIn } from '@haixuan/domain/kernel/zone'

// until it is known whose days they are, as the server has it for an organisation that has chosen no zone
let zone = 'Asia/Shanghai'

/** From now on days begin and end in this zone: that of the organisation, in which the server counts them too. */
export function countDaysIn(its: string): void {
  zone = its
}

/** The day it is for the organisation, wherever its reader is. */
export const today = (): Day => dayIn(zone, new Date().toISOString() as Instant)

/** Whether a day is over for what is due on it: from the day after. */
export const over = (day: string): boolean => day < today()

/** Whether the day of a stream is over: by the calendar of its own zone, where the plan names one. */
export const streamOver = (day: string, its: string | null | undefined): boolean =>
  day < (its ? dayIn(its, new Date().toISOString() as Instant) : today())
