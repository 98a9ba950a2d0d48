import type { Lot } from './lot.ts'
import { judge } from './lot-verdict.ts'
import { samplingPlan } from './sampling.ts'
import type { SamplingFile } from './sampling-schema.ts'
import { type LotResult, type SwitchingState, switchSeverity } from './switching.ts'

/** What an organisation has agreed on lots of a supplier and class: reduced inspection, and taking lots again after a stop. */
export type InspectionTerms = { readonly reduced: boolean; readonly resumed: boolean }

/** One lot as switching counts it; nothing for lots put up again or not yet decided. */
export function switchingResult(file: SamplingFile, lot: Lot): LotResult | undefined {
  if (lot.resubmits !== undefined) return undefined
  const { verdict, classes } = judge(file, lot)
  if (verdict !== 'accepted' && verdict !== 'refused') return undefined
  const main = classes.find((c) => c.class === 'major')?.plan
  const accept = typeof main?.accept === 'number' ? main.accept : (main?.accept[0] ?? 0)
  return { accepted: verdict === 'accepted', accept, acceptedTighter: acceptedTighter(file, lot) }
}

/** 9.3.3.2 · Whether what was found would have passed one AQL tighter. */
function acceptedTighter(file: SamplingFile, lot: Lot): boolean {
  const at = file.aqls.findIndex((aql) => Number(aql) === Number(lot.aql))
  const aql = file.aqls[at - 1]
  if (aql === undefined) return lot.found.every((n) => n === 0)
  const { units, level, severity, type } = lot
  const tighter = samplingPlan(file, { lot: units, level, aql, severity, type })
  const accept = typeof tighter.accept === 'number' ? tighter.accept : tighter.accept[1]
  return lot.found.reduce((sum, n) => sum + n, 0) <= accept
}

/** S1 · How the next lot of a supplier and class is inspected, from its original lots in the order they were inspected. */
export const severityAfter = (
  file: SamplingFile,
  results: readonly LotResult[],
  { reduced, resumed }: InspectionTerms,
): SwitchingState =>
  switchSeverity(file.switching, results, {
    steady: reduced,
    reducedWanted: reduced,
    from: resumed ? 'tightened' : 'normal',
  })
