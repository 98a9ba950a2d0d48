import type { Owner } from '../../../gate/words.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/errors.ts'
import type { About, ClaimHit } from './claim-hit.ts'
import type { EvidenceType } from './evidence-schema.ts'
import { carries, type Held, holdsOn } from './held.ts'
import type { Matcher } from './matcher.ts'

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
  const { held = [], day } = about
  const inForce = day === undefined ? held : held.filter(holdsOn(day))
  return with_.matcher.find(text, about).map((hit) => {
    const name = types.get(hit.needs)?.name ?? { zh: hit.needs, en: hit.needs }
    return {
      ...hit,
      clause: 'R3',
      evidence: { id: hit.needs, name },
      carried: inForce.some((h) => carries(h, hit)),
      owner: 'supplier',
      remedy: {
        zh: `请提供“${name.zh}”，或改为：${hit.softer}`,
        en: `Provide: ${name.en}; or say instead: ${hit.softer}`,
      },
    }
  })
}
