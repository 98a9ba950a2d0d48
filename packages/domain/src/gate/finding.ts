import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/errors.ts'
import type { Gate, Owner, Severity } from './words.ts'

/** What a check saw: clause, rule and source, severity, subject, what is wrong, the remedy, who owes it and by when. */
export type Finding = {
  /** id of the check that found it */
  readonly check: string
  /** clause of the standard, e.g. I3 */
  readonly clause: string
  readonly gate: Gate
  /** rule id and its source, when a dated rule of a market stands behind it */
  readonly rule?: string
  readonly source?: string
  readonly severity: Severity
  readonly statutory: boolean
  /** id of the plan, supplier, product or offer it speaks of */
  readonly subject: string
  readonly market?: string
  /**
   * `missing` = nothing recorded yet (a provisional state, severity block holds it from release but not from a
   * provisional lineup); `wrong` = recorded facts contradict the rule.
   */
  readonly state: 'missing' | 'wrong'
  readonly what: Text
  readonly remedy: Text
  readonly owner: Owner
  readonly due?: Day
  /** characters [from, to) of the field where the words stand */
  readonly span?: { readonly field: string; readonly from: number; readonly to: number; readonly words: string }
}
