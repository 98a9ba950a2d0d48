import { addDays, type Day, daysBetween, isDay } from '@haixuan/domain/kernel/day'

const DAY = /"(\d{4}-\d{2}-\d{2})(?=["T])/g
const EPOCH = '1970-01-01' as Day

/**
 * The first day after `asOf` on which a decision that stands on these records may come out otherwise by time alone. Every
 * day they name counts, and the day after it, as papers hold through their last day; so does every day that lies one of
 * the `periods` before or after, such as the end of what is valid for a year. Thus a decision is made again once too
 * often rather than once too late.
 */
export function recheckOn(asOf: Day, periods: readonly number[], ...records: readonly unknown[]): Day | undefined {
  const from = daysBetween(EPOCH, asOf)
  let first = Number.POSITIVE_INFINITY
  for (const day of daysIn(records)) {
    const named = daysBetween(EPOCH, day)
    for (const period of [0, ...periods])
      for (const turn of [named + period, named + period + 1, named - period, named - period + 1])
        if (turn > from && turn < first) first = turn
  }
  return Number.isFinite(first) ? addDays(EPOCH, first) : undefined
}

function daysIn(records: readonly unknown[]): Set<Day> {
  const days = new Set<Day>()
  for (const record of records)
    for (const [, day = ''] of (JSON.stringify(record) ?? '').matchAll(DAY)) if (isDay(day)) days.add(day)
  return days
}

/** Every number of days that a part of the standard or a plan sets, such as `valid-days: 365`. */
export function periodsIn(part: unknown): number[] {
  const found = new Set<number>()
  const walk = (value: unknown, name: string): void => {
    if (typeof value === 'number' && /\bdays\b/.test(name)) found.add(value)
    else if (typeof value === 'object' && value !== null)
      for (const [key, each] of Object.entries(value)) walk(each, Array.isArray(value) ? name : key)
  }
  walk(part, '')
  return [...found].sort((a, b) => a - b)
}
