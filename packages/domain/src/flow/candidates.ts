import { type GateState, type Judged, nextOwed } from '../gate/gate.ts'
import { type Money, money } from '../kernel/money.ts'
import { inCurrency, type RatesFile } from '../kernel/reference-rates.ts'
import type { Project } from '../plan/project.ts'
import { toMoney } from '../select/cooperation/amount.ts'
import type { Offer } from '../select/cooperation/offer.ts'
import type { LandedCost } from '../select/cooperation/pricing/landed-cost.ts'
import type { Candidate } from '../select/lineup/candidate.ts'
import type { Listing } from '../select/product/listing.ts'
import type { Product } from '../select/product/product-case.ts'
import type { Figures, RoleSuggestion } from '../select/product/role.ts'

/** A product with all that its lineup place hangs on. */
export type Reviewed = {
  readonly product: Product
  readonly offer: Offer | undefined
  readonly costs: readonly LandedCost[]
  readonly findings: readonly Judged[]
  readonly overall: GateState
}

/** The currency most listings are priced in, when the plan names none; the first by code among equals. */
export function streamCurrency(
  plan: Project,
  products: readonly { readonly listing: Pick<Listing, 'price'> }[],
): string {
  if (plan.currency) return plan.currency
  const counts = new Map<string, number>()
  for (const { listing } of products)
    if (listing.price) counts.set(listing.price.currency, (counts.get(listing.price.currency) ?? 0) + 1)
  return [...counts].sort(([a, n], [b, m]) => m - n || (a < b ? -1 : 1))[0]?.[0] ?? 'CNY'
}

/** What the stream asks for a product: the offer's price, or the listing's while no offer is recorded (I6, I9). */
export const askedPrice = ({ offer, product }: Omit<Figured, 'margin'>): Money | undefined =>
  offer ? toMoney(offer.pricing.price) : product.listing.price

/** The least margin over the markets, per unit: a product is judged by the market where it earns least. */
const leastMargin = (costs: readonly LandedCost[]): Money | undefined =>
  costs
    .map((c) => c.margin)
    .reduce<Money | undefined>((least, m) => (!least || m.minor < least.minor ? m : least), undefined)

/** The share of the price that is left in the market where least is; undefined without an offer. */
export const leastMarginRate = (costs: readonly LandedCost[]): number | undefined =>
  costs[0] ? Math.min(...costs.map((c) => Number(c.marginRate))) : undefined

/** What the figures of a product are read from. */
export type Figured = {
  readonly product: {
    readonly id: string
    readonly listing: Pick<Listing, 'price' | 'listPrice' | 'sold' | 'reviews' | 'rating'>
  }
  readonly offer: Offer | undefined
  /** share of the price that is left */
  readonly margin: number | undefined
}

/** Figures for role suggestions, prices in one currency (I5). */
export function figuresOf(
  { product, offer, margin }: Figured,
  currency: string,
  plan: Project,
  rates: RatesFile,
): Figures {
  const { listing } = product
  const minor = (m: Money | undefined) => (m ? inCurrency(m, currency, plan.rates, rates)?.minor : undefined)
  return {
    id: product.id,
    price: minor(askedPrice({ product, offer })),
    listPrice: minor(listing.listPrice),
    sold: listing.sold,
    reviews: listing.reviews,
    rating: listing.rating,
    margin,
  }
}

const UNPRICED = { zh: '没有可用的价格', en: 'it has no price that can be used' }

/** The candidates of the lineup: a blocked product is excluded with its reason; without an offer its margin is unknown and counts as none (I9). */
export function candidatesOf(
  reviewed: readonly Reviewed[],
  suggestions: ReadonlyMap<string, RoleSuggestion>,
  currency: string,
  plan: Project,
  rates: RatesFile,
): Candidate[] {
  return reviewed.map((r): Candidate => {
    const { product, offer } = r
    const asked = askedPrice(r)
    const price = asked ? inCurrency(asked, currency, plan.rates, rates) : undefined
    const least = leastMargin(r.costs)
    const margin = least ? inCurrency(least, currency, plan.rates, rates) : undefined
    const owed = r.overall === 'open' ? nextOwed(r.findings) : undefined
    const excluded = owed ? owed.what : r.overall === 'open' || !price ? UNPRICED : undefined
    const fixed = product.facts?.role
    const scores = suggestions.get(product.id)?.scores ?? []
    return {
      id: product.id,
      title: product.listing.title,
      roles: fixed
        ? [{ role: fixed.fixed, score: 100 }]
        : scores.filter((s) => s.score > 0).map((s) => ({ role: s.role, score: s.score })),
      class: product.class,
      supplier: product.supplier,
      brand: product.listing.brand,
      price: price ?? money(0, currency),
      margin: margin ?? money(0, currency),
      units: product.facts?.['expected-units'] ?? offer?.quantity ?? 0,
      stock: offer?.['stock-reserved'] ?? product.facts?.stock ?? product.listing.stock,
      themeFit: product.themeFit.score,
      released: r.overall === 'passed',
      excluded,
    }
  })
}
