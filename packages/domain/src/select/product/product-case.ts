import type { About } from '../../gate/binding.ts'
import type { RuleSet } from '../../gate/rule-set.ts'
import type { Owner, Severity, Trait } from '../../gate/words.ts'
import type { Day } from '../../kernel/day.ts'
import type { Text } from '../../kernel/errors.ts'
import type { Project } from '../../plan/project.ts'
import type { ClaimHit } from './claims/claim-hit.ts'
import type { ForbiddenFinder } from './claims/forbidden-words.ts'
import type { Listing } from './listing.ts'
import type { Certificate, ProductFacts } from './product.ts'

/** What a listing's words say that selection must look at, whatever the market: look-alikes, licences, devices. */
export type Signal = {
  readonly id: string
  readonly severity: Severity
  readonly what: Text
  readonly remedy: Text
  readonly owner?: Owner
  /** the act or treaty it stands on */
  readonly source?: string
  /** evidence type of evidence.yaml that clears it */
  readonly needs?: string | undefined
  readonly span?: { readonly field: string; readonly from: number; readonly to: number; readonly words: string }
}

/** A claim found in one field of a product's texts. */
export type FieldClaim = ClaimHit & { readonly field: 'title' | 'description' }

/** One product as the checks see it, whatever the market. */
export type Product = {
  readonly id: string
  readonly listing: Listing
  readonly facts: ProductFacts | undefined
  readonly supplier: string | undefined
  readonly class: string | undefined
  readonly classReason: Text
  readonly confidence: number
  readonly traits: readonly Trait[]
  readonly claims: readonly FieldClaim[]
  readonly signals: readonly Signal[]
  readonly themeFit: { readonly score: number; readonly reasons: readonly Text[] }
  /** those of the rules' words that its texts hold */
  readonly words: readonly string[]
  /** true when the supplier holds a valid authorisation for the brand */
  readonly brandAuthorised: boolean
}

/** One product in one market on the day of the stream. */
export type ProductCase = {
  readonly product: Product
  readonly plan: Project
  readonly market: string
  readonly rules: RuleSet
  readonly about: About
  readonly asOf: Day
  readonly forbidden: ForbiddenFinder
  /** bilingual names by id: evidence types, labels, classes */
  readonly nameOf: (kind: 'evidence' | 'label' | 'class' | 'document', id: string) => Text
}

/** The market of a case and the one it belongs to. */
export const marketsOf = ({ rules }: Pick<ProductCase, 'rules'>): string[] => [
  rules.market.id,
  ...(rules.market.parent ? [rules.market.parent] : []),
]

/** Whether a certificate covers the product's model and this market on a day (I3). */
export const certificateHolds = (
  c: Certificate,
  model: string | undefined,
  market: readonly string[],
  day: Day,
): boolean =>
  (c.models.length === 0 || (model !== undefined && c.models.includes(model))) &&
  (c.markets === undefined || c.markets.some((m) => market.includes(m))) &&
  (c.issued === undefined || c.issued <= day) &&
  (c.expires === undefined || day <= c.expires)
