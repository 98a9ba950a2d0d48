import { holdsFact } from '../gate/fact.ts'
import type { Project } from '../plan/project.ts'
import type { Offer } from '../select/cooperation/offer.ts'
import type { FieldClaim, Product } from '../select/product/product-case.ts'
import type { BriefDecision, FindingSpan } from './decision.ts'

/**
 * Products are alike when no check can tell them apart but by their name and by the words of their claims: they are
 * judged once, as a product that has marks in place of those.
 */
export type Likeness = {
  /** what the checks stand on; the same for products that are alike */
  readonly text: string
  /** the product with marks in place of what is its own */
  readonly like: Product
}

/** What is always asked of a listing, beside what rules ask. */
const ALWAYS = ['price', 'images', 'brand']
/** Marks hold code points that Unicode sets apart from text. */
const SUBJECT_MARK = '\ufdd0'
const wordsMark = (claim: number) => `\ufdd1${claim}\ufdd2`
const FROM_MARK = -1_000_000
const TO_MARK = -2_000_000
const MOST_MARKS = 1_000

/** What a plan says of single products: they are like no other. */
export const mentionedIn = ({ waivers, holds, scripts }: Project): ReadonlySet<string> =>
  new Set([...waivers.map((w) => w.subject), ...holds.map((h) => h.product), ...scripts.map((s) => s.product)])

/** What a product is judged by, as far as the rules of a plan's markets may ever ask. */
export function likenessOf(
  product: Product,
  offer: Offer | undefined,
  { asked, mentioned }: { readonly asked: readonly string[]; readonly mentioned: ReadonlySet<string> },
): Likeness {
  const { id, listing, supplier, traits, words, themeFit } = product
  const marked = product.claims.length <= MOST_MARKS && !mentioned.has(id)
  const spoken = (product.facts?.['claim-evidence'] ?? []).length > 0
  const like: Product = marked
    ? {
        ...product,
        id: SUBJECT_MARK,
        claims: product.claims.map((claim, i) => markedClaim(claim, i, spoken)),
      }
    : product
  const { product: _, ...facts } = product.facts ?? {}
  const text = JSON.stringify([
    product.class ?? product.classReason,
    traits,
    product.facts === undefined ? null : facts,
    offer ?? null,
    listing.origin ?? null,
    [...ALWAYS, ...asked].map((path) => (holdsFact(listing, path) ? 1 : 0)).join(''),
    themeFit.score > 0,
    words,
    like.claims,
    product.signals,
    // an authorisation is a supplier's, of a brand, and counts where a sign of infringement stands
    product.signals.some((s) => s.id.startsWith('ip.')) ? [supplier ?? null, listing.brand ?? null] : null,
    marked ? null : [id, product.claims],
  ])
  return { text, like }
}

const markedClaim = (claim: FieldClaim, i: number, spoken: boolean): FieldClaim => ({
  ...claim,
  from: FROM_MARK - i,
  to: TO_MARK - i,
  // evidence is recorded for words, and so looks at them
  ...(spoken ? {} : { words: wordsMark(i) }),
})

/** Where the words stand in a product's own texts, by the marks of what was judged. */
function ownPlaces({ claims }: Own): (at: number) => number {
  const places = new Map<number, number>()
  for (const [i, { from, to }] of claims.entries()) places.set(FROM_MARK - i, from).set(TO_MARK - i, to)
  return (at) => places.get(at) ?? at
}

type Own = Pick<Product, 'claims'>

/** Where the words of findings stand in the texts of a product, by the decision on what it is alike to. */
export function ownSpans({ spans }: Pick<BriefDecision, 'spans'>, product: Own): readonly FindingSpan[] | undefined {
  if (!spans) return undefined
  const own = ownPlaces(product)
  return spans.map(([i, field, from, to]) => [i, field, own(from), own(to)])
}
