import { addDays, type Day, type Instant } from '@haixuan/domain/kernel/day'
import { instantIn, offsetAt } from '@haixuan/domain/kernel/zone'

/** One stream as a calendar shows it; without a time it takes the whole day. */
export type StreamEvent = {
  readonly uid: string
  readonly summary: string
  readonly description: string
  readonly day: Day
  readonly time: string | undefined
  readonly zone: string | undefined
  /** counts the changes */
  readonly sequence: number
  readonly changed: Instant
}

const FOLD = 75
const YEAR_MONTHS = 12

/** A text value: RFC 5545, 3.3.11. */
const escaped = (text: string) => text.replace(/[\\;,]/g, (c) => `\\${c}`).replace(/\r\n|\r|\n/g, '\\n')

/** Lines of at most 75 octets, never broken inside a character (3.1). */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  let bytes = 0
  for (const character of line) {
    const size = Buffer.byteLength(character)
    if (bytes + size > FOLD) {
      lines.push(current)
      current = ' '
      bytes = 1
    }
    current += character
    bytes += size
  }
  return [...lines, current].join('\r\n')
}

const plain = (text: string) => text.replace(/[-:]/g, '')
const utc = (at: Instant) => `${plain(at.slice(0, 19))}Z`
const offsetText = (minutes: number) => {
  const abs = Math.abs(minutes)
  const two = (n: number) => String(n).padStart(2, '0')
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(abs / 60))}${two(abs % 60)}`
}

/** How a zone's clocks are set in the years given: one observance for each change, found month by month (3.6.5). */
function zoneLines(zone: string, from: number, until: number): string[] {
  const at = (ms: number) => new Date(ms).toISOString() as Instant
  const observances: string[] = []
  const observance = (local: string, before: number, after: number, name: 'STANDARD' | 'DAYLIGHT') =>
    observances.push(
      `BEGIN:${name}`,
      `DTSTART:${local}`,
      `TZOFFSETFROM:${offsetText(before)}`,
      `TZOFFSETTO:${offsetText(after)}`,
      `END:${name}`,
    )
  let before = offsetAt(zone, at(Date.UTC(from, 0, 1)))
  observance(`${from}0101T000000`, before, before, 'STANDARD')
  for (let month = 0; month < (until - from + 1) * YEAR_MONTHS; month++) {
    const after = offsetAt(zone, at(Date.UTC(from, month + 1, 1)))
    if (after === before) continue
    let low = Date.UTC(from, month, 1)
    let high = Date.UTC(from, month + 1, 1)
    while (high - low > 60_000) {
      const middle = Math.floor((low + high) / 2 / 60_000) * 60_000
      if (offsetAt(zone, at(middle)) === before) low = middle
      else high = middle
    }
    const local = new Date(high + before * 60_000).toISOString().slice(0, 19)
    observance(plain(local), before, after, after > before ? 'DAYLIGHT' : 'STANDARD')
    before = after
  }
  return ['BEGIN:VTIMEZONE', `TZID:${zone}`, ...observances, 'END:VTIMEZONE']
}

function eventLines({ uid, summary, description, day, time, zone, sequence, changed }: StreamEvent): string[] {
  const when =
    time === undefined
      ? [`DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(addDays(day, 1))}`]
      : zone === undefined
        ? [`DTSTART:${plain(day)}T${plain(time)}00`]
        : [`DTSTART;TZID=${zone}:${plain(day)}T${plain(time)}00`]
  return [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${utc(changed)}`,
    `LAST-MODIFIED:${utc(changed)}`,
    `SEQUENCE:${sequence}`,
    ...when,
    `SUMMARY:${escaped(summary)}`,
    `DESCRIPTION:${escaped(description)}`,
    'END:VEVENT',
  ]
}

/** An iCalendar (RFC 5545) of streams, each in the zone of its plan. @throws BadInput for a zone nobody knows */
export function calendarOf(name: string, streams: readonly StreamEvent[]): string {
  const timed = streams.filter((s) => s.time !== undefined && s.zone !== undefined)
  for (const { zone, day, time } of timed) instantIn(zone as string, day, time as string)
  const zones = [...Map.groupBy(timed, (s) => s.zone as string)].sort(([a], [b]) => (a < b ? -1 : 1))
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Haixuan//Streams//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    ...zones.flatMap(([zone, its]) => {
      const years = its.map((s) => Number(s.day.slice(0, 4)))
      return zoneLines(zone, Math.min(...years) - 1, Math.max(...years) + 1)
    }),
    ...streams.flatMap(eventLines),
    'END:VCALENDAR',
  ]
  return `${lines.map(folded).join('\r\n')}\r\n`
}
