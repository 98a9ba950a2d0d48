import type { Owner } from '../../../gate/words.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/errors.ts'
import type { About, ClaimHit } from './claim-hit.ts'
import type { EvidenceType } from './evidence-schema.ts'
import type { Matcher } from './matcher.ts'

/** Evidence recorded for a claim: the words it carries, its type of evidence.yaml, and the day it lapses. */
type Held = { readonly words: string; readonly type: string; readonly expires?: string | undefined }

/** A claim in a text with what the standard asks: the clause, what would carry it, what to say or do instead. */
export type ReviewedClaim = ClaimHit & {
  /** R3 · every claim is tied to evidence */
  readonly clause: 'R3'
  readonly evidence: { readonly id: string; readonly name: Text }
  /** `carried` when evidence of the needed type, in force on the day, is recorded for these words */
  readonly carried: boolean
  readonly remedy: Text
  readonly owner: Owner
}

const same = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/**
 * R3, S3 · Reviews a listing, card or script before it goes on air: each claim with clause, evidence, remedy and an
 * honest softer wording. `held` is the evidence recorded for the product; without `day` no lapse is looked at.
 */
export function reviewClaims(
  text: string,
  with_: { readonly matcher: Matcher; readonly evidence: readonly EvidenceType[] },
  about: About & { readonly held?: readonly Held[] | undefined; readonly day?: Day | undefined } = {},
): ReviewedClaim[] {
  const types = new Map(with_.evidence.map((e) => [e.id, e]))
  return with_.matcher.find(text, about).map((hit) => {
    const name = types.get(hit.needs)?.name ?? { zh: hit.needs, en: hit.needs }
    const words = same(hit.words)
    const carried = (about.held ?? []).some(
      (h) =>
        h.type === hit.needs &&
        same(h.words).includes(words) &&
        (h.expires === undefined || about.day === undefined || about.day <= h.expires),
    )
    return {
      ...hit,
      clause: 'R3',
      evidence: { id: hit.needs, name },
      carried,
      owner: 'supplier',
      remedy: {
        zh: `请提供“${name.zh}”，或改为：${hit.softer}`,
        en: `Provide: ${name.en}; or say instead: ${hit.softer}`,
      },
    }
  })
}
