import type { SamplingSeverity } from './sampling.ts'
import type { SamplingFile } from './sampling-schema.ts'

/** One original lot in the order it came: accepted or refused, and whether it would have been at the next tighter AQL. */
export type LotResult = {
  readonly accepted: boolean
  /** acceptance number of the plan used */
  readonly accept: number
  /** whether it would have been accepted one AQL tighter (needed for the score when `accept` ≥ 2) */
  readonly acceptedTighter?: boolean
}

export type SwitchingState = {
  readonly severity: SamplingSeverity
  /** clause 9.3.3.2; counts up to reduced inspection */
  readonly score: number
  readonly discontinued: boolean
}

/** What may hold back or end reduced inspection: clause 9.3.3 asks for steady production and the authority's consent. */
export type Circumstances = {
  readonly steady: boolean
  readonly reducedWanted: boolean
  /** where the lots begin: tightened once acceptance is taken up again after a stop (9.4) */
  readonly from?: 'normal' | 'tightened'
}

/**
 * ISO 2859-1 clause 9.3: which severity inspects the next lot, from the original lots so far. Two refused of five or
 * fewer tighten; five accepted in a row return; five refused under tightened stop acceptance; a score of 30 reduces.
 */
export function switchSeverity(
  rules: SamplingFile['switching'],
  lots: readonly LotResult[],
  { steady, reducedWanted, from = 'normal' }: Circumstances,
): SwitchingState {
  let severity: SamplingSeverity = from
  let score = 0
  let recent: boolean[] = []
  let refusedTightened = 0
  for (const lot of lots) {
    recent = [...recent, lot.accepted]
    if (severity === 'tightened') {
      if (!lot.accepted) refusedTightened += 1
      if (refusedTightened >= rules.discontinue['refused-under-tightened'])
        return { severity, score: 0, discontinued: true }
      const needed = rules['back-to-normal']['accepted-in-row']
      if (recent.length >= needed && recent.slice(-needed).every(Boolean)) {
        severity = 'normal'
        score = 0
        recent = []
      }
    } else if (severity === 'reduced') {
      if (!lot.accepted || !steady) {
        severity = 'normal'
        score = 0
        recent = []
      }
    } else {
      // 9.3.3.2: two points (three for acceptance numbers of two and more) for a lot that passes, else back to nothing
      const earned = lot.accept >= 2 ? (lot.accepted && lot.acceptedTighter ? 3 : 0) : lot.accepted ? 2 : 0
      score = earned === 0 ? 0 : score + earned
      const { refused, among } = rules['to-tightened']
      if (recent.slice(-among).filter((accepted) => !accepted).length >= refused) {
        severity = 'tightened'
        score = 0
        recent = []
        refusedTightened = 0
      } else if (score >= rules['to-reduced']['switching-score'] && steady && reducedWanted) {
        severity = 'reduced'
        recent = []
      }
    }
  }
  return { severity, score, discontinued: false }
}
