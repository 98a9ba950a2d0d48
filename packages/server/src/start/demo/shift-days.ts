import type { Day } from '@haixuan/domain/kernel/day'

const DAY_MS = 86_400_000
const WEEK = 7
const DAY = /^(\d{4}-\d{2}-\d{2})(T.*)?$/
/** Days that do not move with a project. */
const FIXED = new Set(['born'])

/** Moves every day and instant of a record, whole values only, by so many days. */
export function shiftDays<T>(record: T, days: number): T {
  const shift = (value: unknown): unknown => {
    if (typeof value === 'string') {
      const [, day, time = ''] = DAY.exec(value) ?? []
      return day === undefined ? value : later(day, days) + time
    }
    if (Array.isArray(value)) return value.map(shift)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, FIXED.has(name) ? each : shift(each)]))
  }
  return shift(record) as T
}

/**
 * By how many whole weeks a project moves so that its stream lies ahead within a week, or back by more than one: an example
 * stays as it is told, however long ago it was written, and on its day of the week. What came of a stream is known a week
 * after it.
 */
export function weeksTo(stream: Day, today: Day, which: 'last' | 'next'): number {
  const apart = daysApart(stream, today)
  return WEEK * (which === 'last' ? Math.ceil(apart / WEEK) - 2 : Math.floor(apart / WEEK) + 1)
}

/** Days from one day to another. */
export const daysApart = (from: Day, to: Day): number => (Date.parse(to) - Date.parse(from)) / DAY_MS

const later = (day: string, days: number) => new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10)
