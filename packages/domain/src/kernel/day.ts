import { because } from './because.ts'
import { BadInput } from './errors.ts'

/** A calendar day, `YYYY-MM-DD`. Days compare as strings. */
export type Day = string & { readonly __day: true }
/** A moment, ISO 8601 in UTC ending in `Z`. Instants of equal precision compare as strings. */
export type Instant = string & { readonly __instant: true }

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/
const MS_PER_DAY = 86_400_000

/** Reads a day; refuses days that do not exist, such as 2026-02-30. @throws BadInput */
export function parseDay(text: string, field?: string): Day {
  const where = field === undefined ? {} : { field }
  const parts = DAY.exec(text)
  if (!parts) throw new BadInput(because('day-not-written-so', { text }), where)
  const time = Date.parse(`${text}T00:00:00Z`)
  if (Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== text)
    throw new BadInput(because('no-such-day', { text }), where)
  return text as Day
}

export const isDay = (text: string): text is Day => {
  const time = DAY.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text
}

/** Reads an instant with its offset and gives it back in UTC with milliseconds. @throws BadInput */
export function parseInstant(text: string, field?: string): Instant {
  const shape = /^(\d{4}-\d{2}-\d{2})(T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2}))?$/.exec(text)
  const time = shape?.[1] && isDay(shape[1]) ? Date.parse(shape[2] ? text : `${text}T00:00:00Z`) : Number.NaN
  if (Number.isNaN(time))
    throw new BadInput(because('instant-not-written-so', { text }), field === undefined ? {} : { field })
  return new Date(time).toISOString() as Instant
}

export const dayOf = (instant: Instant): Day => instant.slice(0, 10) as Day

const serial = (day: Day) => Date.parse(`${day}T00:00:00Z`) / MS_PER_DAY

/** `day` moved by whole days, negative for earlier. */
export const addDays = (day: Day, days: number): Day =>
  new Date((serial(day) + days) * MS_PER_DAY).toISOString().slice(0, 10) as Day

/** Whole days from `from` to `to`, negative when `to` is earlier. */
export const daysBetween = (from: Day, to: Day): number => serial(to) - serial(from)

/** A span of days: `from` included, `until` excluded; a missing end is open. */
export type Period = { readonly from?: Day | undefined; readonly until?: Day | undefined }

export const covers = (period: Period, day: Day): boolean =>
  (period.from === undefined || period.from <= day) && (period.until === undefined || day < period.until)
