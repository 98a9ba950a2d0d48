import type { Rule } from '../../../gate/rule.ts'
import type { ClaimKind, Severity } from '../../../gate/words.ts'

/** Words in a text that claim something; `from` and `to` count UTF-16 code units of the original text. */
export type ClaimHit = {
  readonly id: string
  readonly kind: ClaimKind
  readonly severity: Severity
  readonly from: number
  readonly to: number
  readonly words: string
  readonly needs: string
  readonly softer: string
  readonly language: string
  readonly source: Rule['source']
}
