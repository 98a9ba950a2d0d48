import { wilson } from '../risk/indicator.ts'
import type { QualityFile } from './quality-schema.ts'

export type ScorePart = {
  readonly id: string
  readonly good: number
  readonly of: number
  /** the share that went well, and its lower bound at 95 % (Wilson); nothing without figures */
  readonly share: number | null
  readonly low: number | null
  readonly weight: number
}
export type Score = {
  readonly parts: readonly ScorePart[]
  /** 0 to 100; nothing without any figures */
  readonly score: number | null
  readonly grade: string | null
}

const QUANTILE_95 = 1.96

/** S1, R1 · A supplier's score from counts by name: shares that went well, weighted; parts without figures left out. */
export function scoreOf(
  { scorecard }: Pick<QualityFile, 'scorecard'>,
  counts: Readonly<Record<string, number>>,
): Score {
  const parts = scorecard.parts.map(({ id, weight, counts: [good, of] }): ScorePart => {
    const count = { events: Math.max(0, counts[good] ?? 0), trials: counts[of] ?? 0 }
    const known = count.trials > 0
    return {
      id,
      good: count.events,
      of: count.trials,
      share: known ? count.events / count.trials : null,
      low: known ? wilson(count, QUANTILE_95).low : null,
      weight: Number(weight),
    }
  })
  const told = parts.filter((p) => p.share !== null)
  const weight = told.reduce((sum, p) => sum + p.weight, 0)
  if (weight === 0) return { parts, score: null, grade: null }
  const score = Math.round((told.reduce((sum, p) => sum + p.weight * (p.share as number), 0) / weight) * 1000) / 10
  const grades = [...scorecard.grades].sort((a, b) => b.from - a.from)
  return { parts, score, grade: grades.find((g) => score >= g.from)?.id ?? null }
}
