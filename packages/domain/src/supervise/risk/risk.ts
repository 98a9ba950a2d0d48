import { z } from 'zod'
import type { Finding } from '../../gate/finding.ts'
import { bilingual, source } from '../../gate/rule.ts'
import { OWNERS } from '../../gate/words.ts'

const fraction = z.string().regex(/^[01](\.\d+)?$/)

/** risks.yaml: the register every project starts with, and the indicators with their thresholds (S2). */
export const riskFile = z.strictObject({
  source,
  levels: z.array(z.strictObject({ id: z.string(), from: z.int(), name: bilingual })).min(1),
  risks: z
    .array(
      z.strictObject({
        id: z.string(),
        name: bilingual,
        impact: z.int().min(1).max(5),
        signs: z.array(z.string()).min(1),
        owner: z.enum(OWNERS),
      }),
    )
    .min(1),
  indicators: z.array(
    z.strictObject({
      id: z.string(),
      name: bilingual,
      counts: z.tuple([z.string(), z.string()]),
      alert: fraction,
      hold: fraction,
      owner: z.enum(OWNERS),
    }),
  ),
  confidence: fraction,
  /** highest share of subjects for likelihood 2, 3 and 4; above the last it is 5, without any sign 1 */
  likelihood: z.tuple([fraction, fraction, fraction]),
})
export type RiskFile = z.infer<typeof riskFile>

export type AssessedRisk = {
  readonly id: string
  readonly likelihood: number
  readonly impact: number
  readonly score: number
  readonly level: string
  /** subjects with a blocking finding that is a sign of this risk */
  readonly subjects: number
}

/** The subjects each risk of the register touches: those with a blocking finding that is a sign of it. */
function subjectsByRisk(file: RiskFile, findings: readonly Finding[]): ReadonlyMap<string, number> {
  const bySign = Map.groupBy(
    findings.filter((f) => f.severity === 'block'),
    (f) => f.check,
  )
  const touched = (signs: readonly string[]) =>
    new Set(signs.flatMap((sign) => (bySign.get(sign) ?? []).map((f) => f.subject))).size
  return new Map(file.risks.map((risk) => [risk.id, touched(risk.signs)]))
}

/** Assesses the register from the findings on all subjects. */
export const assessRisks = (file: RiskFile, findings: readonly Finding[], subjects: number): AssessedRisk[] =>
  rateRisks(file, subjectsByRisk(file, findings), subjects)

/**
 * Likelihood 1–5 from the share of subjects that show a sign; score = likelihood × impact, level by the register's bands.
 */
export function rateRisks(file: RiskFile, touched: ReadonlyMap<string, number>, subjects: number): AssessedRisk[] {
  const bands = [...file.levels].sort((a, b) => b.from - a.from)
  return file.risks
    .map((risk): AssessedRisk => {
      const count = touched.get(risk.id) ?? 0
      const share = subjects === 0 ? 0 : count / subjects
      const likelihood = count === 0 ? 1 : 2 + file.likelihood.filter((limit) => share > Number(limit)).length
      const score = likelihood * risk.impact
      const level = bands.find((band) => score >= band.from)?.id ?? (bands.at(-1)?.id as string)
      return { id: risk.id, likelihood, impact: risk.impact, score, level, subjects: count }
    })
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
}
