import { type Day, daysBetween } from '../../../kernel/day.ts'

/**
 * S2 · The threshold, in days before it lapses, that a paper has come to on a day: the tightest it is within, none while
 * it is further off. One that has lapsed stands at 0.
 */
export function thresholdOn(day: Day, until: Day, thresholds: readonly number[]): number | undefined {
  const left = daysBetween(day, until)
  if (left < 0) return 0
  const within = thresholds.filter((days) => left <= days)
  return within.length === 0 ? undefined : Math.min(...within)
}
