import type { About } from '../gate/binding.ts'
import { runChecks } from '../gate/check.ts'
import type { Judged } from '../gate/gate.ts'
import type { RuleSet } from '../gate/rule-set.ts'
import { applyWaivers } from '../gate/waiver.ts'
import type { Trait } from '../gate/words.ts'
import type { Day } from '../kernel/day.ts'
import type { Text } from '../kernel/errors.ts'
import { productChecks } from '../select/product/checks.ts'
import type { ClaimHit } from '../select/product/claims/claim-hit.ts'
import type { ForbiddenFinder } from '../select/product/claims/forbidden-words.ts'
import type { Listing } from '../select/product/listing.ts'
import type { ProductFacts } from '../select/product/product.ts'
import type { FieldClaim, Product, ProductCase, Signal } from '../select/product/product-case.ts'
import type { PlanAsOf } from './as-of.ts'

/** What the classifier says of a listing: no class when it is not sure. */
export type Classified = {
  readonly class: string | undefined
  readonly confidence: number
  readonly reason: Text
  readonly traits: readonly Trait[]
}

/** The readers of a text that a review needs, compiled once for a project. */
export type Readers = {
  readonly classify: (listing: Listing) => Classified
  readonly claims: (
    text: string,
    about: { readonly language: string; readonly class: string | undefined },
  ) => readonly ClaimHit[]
  readonly signals: (listing: Listing, cls: string | undefined, traits: readonly Trait[]) => readonly Signal[]
  readonly themeFit: (
    listing: Listing,
    cls: string | undefined,
  ) => { readonly score: number; readonly reasons: readonly Text[] }
  /** those of the rule sets' words that the text holds */
  readonly words: (text: string) => readonly string[]
  /** what rules forbid to say */
  readonly forbidden: ForbiddenFinder
  /** changes when what they find in a text may: SHA-256, hex */
  readonly version: string
}

export type ProductReview = {
  readonly plan: PlanAsOf
  readonly asOf: Day
  readonly markets: readonly RuleSet[]
  readonly readers: Readers
  readonly nameOf: ProductCase['nameOf']
}

/** Stable id of a product: its sku, else its gtin, else its row, of its list when that is told: `row:7@3fa9c1`. */
export const productId = ({ sku, gtin, row, list }: Listing): string =>
  sku ?? gtin ?? (list === undefined ? `row:${row}` : `row:${row}@${list}`)

/** The keys people write what they know of a listing under: its id, sku, gtin, address or row. */
export const keysOf = (listing: Listing): string[] =>
  [productId(listing), listing.sku, listing.gtin, listing.url, `row:${listing.row}`].filter((key) => key !== undefined)

/** Finds what is recorded of a listing, under the first of its keys that anything is. */
export function factsFinder(facts: readonly ProductFacts[]): (listing: Listing) => ProductFacts | undefined {
  const byKey = new Map(facts.map((f) => [f.product, f]))
  return (listing) => {
    for (const key of keysOf(listing)) if (byKey.has(key)) return byKey.get(key)
    return undefined
  }
}

/** What a listing says, read with what people recorded: class, traits, claims, signals, theme fit. A person's class wins over the classifier's. */
export function readListing(listing: Listing, facts: ProductFacts | undefined, readers: Readers): ReadListing {
  const found = readers.classify(listing)
  const fixed = facts?.class
  const cls = fixed ?? found.class
  const traits = facts?.traits ?? found.traits
  const field = (name: FieldClaim['field']) =>
    readers.claims(listing[name], { language: listing.language, class: cls }).map((hit) => ({ ...hit, field: name }))
  return {
    class: cls,
    classReason: fixed ? { zh: '由人确定', en: 'fixed by a person' } : found.reason,
    confidence: fixed ? 1 : found.confidence,
    traits,
    claims: [...field('title'), ...field('description')],
    signals: readers.signals(listing, cls, traits),
    themeFit: readers.themeFit(listing, cls),
    words: readers.words(`${listing.title}\n${listing.description}`),
  }
}
export type ReadListing = Pick<
  Product,
  'class' | 'classReason' | 'confidence' | 'traits' | 'claims' | 'signals' | 'themeFit' | 'words'
>

/** A product of a supplier, by its listing as it was read. */
export const productOf = (
  listing: Listing,
  facts: ProductFacts | undefined,
  with_: { readonly read: ReadListing; readonly supplier: string | undefined; readonly brandAuthorised: boolean },
): Product => ({
  id: productId(listing),
  listing,
  facts,
  supplier: with_.supplier,
  ...with_.read,
  brandAuthorised: with_.brandAuthorised,
})

/** What decides which rules bind a product. */
export const aboutOf = (product: Product, delivery: string | undefined): About => ({
  class: product.class,
  traits: product.traits,
  makerEstablished: product.facts?.maker?.country,
  origin: product.facts?.origin ?? product.listing.origin,
  claims: [...new Set(product.claims.map((c) => c.kind))],
  delivery,
  words: product.words,
})

/** A product as the checks see it in each market of the plan. */
export function casesOf(product: Product, review: ProductReview, delivery?: string): ProductCase[] {
  const {
    plan,
    asOf,
    nameOf,
    readers: { forbidden },
  } = review
  const about = aboutOf(product, delivery)
  return review.markets.map((rules) => ({
    product,
    plan,
    market: rules.market.id,
    rules,
    about,
    asOf,
    forbidden,
    nameOf,
  }))
}

/** Runs every product check in every market of the plan: findings in the order of markets and checks, waivers applied. */
export function reviewProduct(product: Product, review: ProductReview, delivery?: string): Judged[] {
  const findings = casesOf(product, review, delivery).flatMap((about) => runChecks(productChecks, about))
  return applyWaivers(findings, review.plan.waivers as never, review.asOf)
}
