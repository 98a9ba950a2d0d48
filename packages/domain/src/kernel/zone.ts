import { because } from './because.ts'
import type { Day, Instant } from './day.ts'
import { BadInput } from './errors.ts'

const MS_PER_MINUTE = 60_000
const clocks = new Map<string, Intl.DateTimeFormat>()

/** What clocks of a zone show, as if it were UTC, in milliseconds. @throws BadInput for a zone nobody knows */
function shownAt(zone: string, time: number): number {
  let clock = clocks.get(zone)
  if (!clock) {
    try {
      clock = new Intl.DateTimeFormat('en-CA', {
        timeZone: zone,
        hourCycle: 'h23',
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
        hour: '2-digit',
        minute: '2-digit',
        second: '2-digit',
      })
    } catch {
      throw new BadInput(because('no-time-zone', { zone }), { field: 'time-zone' })
    }
    clocks.set(zone, clock)
  }
  const p = Object.fromEntries(clock.formatToParts(time).map(({ type, value }) => [type, value]))
  return Date.parse(`${p.year}-${p.month}-${p.day}T${p.hour}:${p.minute}:${p.second}Z`)
}

/** How far clocks of a zone are ahead of UTC at a moment, in minutes. @throws BadInput */
export const offsetAt = (zone: string, at: Instant): number => {
  const time = Math.floor(Date.parse(at) / 1000) * 1000
  return (shownAt(zone, time) - time) / MS_PER_MINUTE
}

/** The day that calendars of a zone show at a moment. @throws BadInput */
export const dayIn = (zone: string, at: Instant): Day =>
  new Date(shownAt(zone, Date.parse(at))).toISOString().slice(0, 10) as Day

/**
 * The moment at which clocks of a zone show a day and a time such as 20:00. Of two such moments the first; a time that
 * clocks skip is read by the offset before they do. @throws BadInput
 */
export function instantIn(zone: string, day: Day, time: string): Instant {
  const shown = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(shown)) throw new BadInput(because('time-not-written-so', { time }), { field: 'time' })
  const at = (ms: number) => new Date(ms).toISOString() as Instant
  const offsets = [-24, 24].map((hours) => offsetAt(zone, at(shown + hours * 3_600_000)))
  const moments = offsets.map((offset) => shown - offset * MS_PER_MINUTE)
  return at(moments.find((ms) => shownAt(zone, ms) === shown) ?? (moments[0] as number))
}

/** Whether a time zone is one that clocks know, such as Asia/Shanghai. */
export const isZone = (zone: string): boolean => {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: zone }))
  } catch {
    return false
  }
}
