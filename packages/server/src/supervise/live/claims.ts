import { forbiddingRules } from '@haixuan/domain/flow/desk'
import type { Instant } from '@haixuan/domain/kernel/day'
import type { Project } from '@haixuan/domain/plan/project'
import { forbiddenOnDesk } from '@haixuan/domain/select/product/claims/forbidden-words'
import { type ReviewedClaim, reviewClaims } from '@haixuan/domain/select/product/claims/review'
import type { ProductFacts } from '@haixuan/domain/select/product/product'
import { z } from 'zod'
import { planNow } from '../../flow/judge/plan-now.ts'
import type { House } from '../../house.ts'
import { text } from '../../platform/http/schemas.ts'
import { dayHere } from '../../platform/settings/day-here.ts'

/** What is known of the product that is spoken of; nothing when none is on air. */
export type Spoken = { readonly class: string | null; readonly facts: ProductFacts | null } | undefined

/** A claim as a desk reads it. `carried` when evidence in force stands behind these words. */
export const claimOnDesk = z.object({
  words: z.string(),
  from: z.int(),
  to: z.int(),
  kind: z.string(),
  severity: z.enum(['block', 'warn', 'note']),
  carried: z.boolean(),
  needs: text,
  softer: z.string(),
  forbidden: text.optional().describe('of words that a rule forbids: what they are, and whose rule it is'),
})

/** S3 · The claims in a text about a product, with the day's evidence, by the law of the plan's markets, and words its rules forbid. */
export function claimsIn(
  house: House,
  plan: Project,
  now: Instant,
  about: Spoken,
): (said: string, language: string) => z.input<typeof claimOnDesk>[] {
  const { desks, standard } = house
  const day = dayHere(house, now)
  const desk = desks.for(planNow(house, plan, now))
  const { readers } = desk
  const rules = forbiddingRules(desk, { class: about?.class ?? undefined })
  return (said, language) => {
    const matcher = { find: (t: string) => [...readers.claims(t, { language, class: about?.class ?? undefined })] }
    const held = about?.facts?.['claim-evidence']
    const claims = reviewClaims(said, { matcher, evidence: standard.evidence.evidence }, { held, day }).map(shown)
    return [...claims, ...readers.forbidden(rules, said).map((found) => forbiddenOnDesk(found, language))]
  }
}

/** The rules that forbid words of what is spoken of, so that a desk hears them as they are typed. */
export const forbiddingOn = (house: House, plan: Project, now: Instant, about: Spoken) =>
  forbiddingRules(house.desks.for(planNow(house, plan, now)), { class: about?.class ?? undefined })

const shown = (c: ReviewedClaim) => ({
  words: c.words,
  from: c.from,
  to: c.to,
  kind: c.kind,
  severity: c.severity,
  carried: c.carried,
  needs: c.evidence.name,
  softer: c.softer,
})
