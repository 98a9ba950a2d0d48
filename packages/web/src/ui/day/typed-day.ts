import { addDays, type Day, isDay } from '@haixuan/domain/kernel/day'

/** Days as people write them: 2026-12-31, 2026/12/31, 2026年12月31日, 20261231; 31.12.2026. */
const YEAR_FIRST = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*[-/.月]?\s*(\d{1,2})\s*日?$/
const DAY_FIRST = /^(\d{1,2})\.\s*(\d{1,2})\.\s*(\d{4})$/

/** The day that was typed; undefined when it is none. */
export function typedDay(text: string): Day | undefined {
  const [, year, month, day] =
    YEAR_FIRST.exec(text.trim()) ?? DAY_FIRST.exec(text.trim())?.toReversed().with(-1, '') ?? []
  if (!year || !month || !day) return undefined
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isDay(iso) ? iso : undefined
}

const STEPS: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1, PageUp: 7, PageDown: -7 }

/** The day that a key leads to from this one: the next, the one before, a week on or back. */
export const steppedDay = (day: Day, key: string): Day | undefined => {
  const step = STEPS[key]
  return step === undefined ? undefined : addDays(day, step)
}
