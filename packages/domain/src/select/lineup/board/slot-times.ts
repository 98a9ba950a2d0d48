import type { Seat } from './put.ts'

/** When a slot begins, in minutes after the stream does, and how long it lasts. */
export type SlotTime = { readonly slot: number; readonly from: number; readonly minutes: number }

/** The minutes of each slot: its own, else the usual ones; undefined where neither is known. */
export function slotTimes(seats: readonly Seat[], usual: number | undefined): SlotTime[] | undefined {
  let from = 0
  const times: SlotTime[] = []
  for (const { slot, minutes = usual } of seats) {
    if (minutes === undefined) return undefined
    times.push({ slot, from, minutes })
    from += minutes
  }
  return times
}

const MINUTES_PER_DAY = 24 * 60

/** The clock so many minutes after `start`, "20:05" and, past midnight, "00:10". */
export function clockAfter(start: string, minutes: number): string {
  const [hour = 0, minute = 0] = start.split(':').map(Number)
  const at = Math.floor(hour * 60 + minute + minutes) % MINUTES_PER_DAY
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`
}
