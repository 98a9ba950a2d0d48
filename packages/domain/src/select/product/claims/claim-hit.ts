import type { Rule } from '../../../gate/rule.ts'
import type { ClaimKind, Severity } from '../../../gate/words.ts'
import type { LexiconEntry } from './lexicon.ts'

/** What is known of the text: its languages first to last, the market and class it is sold in. Unknown restricts nothing. */
export type About = {
  /** ISO 639-1; `und` is not known */
  readonly languages?: readonly string[] | undefined
  readonly market?: string | undefined
  readonly class?: string | undefined
}

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

type Said = Pick<LexiconEntry, 'id' | 'kind' | 'severity' | 'needs' | 'softer' | 'language' | 'source'>
/** An entry that stands in a folded text, from here to there. */
export type Claimed = { readonly entry: Said; readonly from: number; readonly to: number }
