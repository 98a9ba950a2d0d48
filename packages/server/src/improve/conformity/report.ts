import type { Instant } from '@haixuan/domain/kernel/day'
import type { ConformityModel } from '@haixuan/interchange/report/conformity-model'
import type { House } from '../../house.ts'
import type { Assessment } from './assessment.ts'

const MOST_AGAINST = 5

/** An assessment as its report tells it, in one language. */
export function conformityModel(
  { of, clauses }: Assessment,
  { standard, clock }: Pick<House, 'standard' | 'clock'>,
  language: 'zh' | 'en',
): ConformityModel {
  const told = new Map(standard.clauses.clauses.map((c) => [c.id, c]))
  const rows = clauses.map(({ clause, verdict, wrong, missing, shown, against }) => ({
    stage: told.get(clause)!.stage as string,
    id: clause,
    title: told.get(clause)!.title[language],
    asks: told.get(clause)!.asks[language],
    verdict,
    shown: shown.map(({ type, count }) => ({ type, count })),
    wrong,
    missing,
    against: against.slice(0, MOST_AGAINST).map(({ name, finding }) => ({
      name,
      what: finding.what?.[language] ?? '',
      wrong: finding.state === 'wrong' && !finding.waived,
    })),
  }))
  return {
    language,
    name: of.name,
    ...(of.day === null ? {} : { day: of.day }),
    at: clock() as Instant,
    stages: [...Map.groupBy(rows, ({ stage }) => stage)].map(([id, all]) => ({
      id,
      clauses: all.map(({ stage: _, ...row }) => row),
    })),
  }
}
