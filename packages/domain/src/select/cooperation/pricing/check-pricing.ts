import type { Finding } from '../../../gate/finding.ts'
import { noticed, type Say } from '../../../gate/notice.ts'
import { addDays, type Day, daysBetween } from '../../../kernel/day.ts'
import { type Money, money, times } from '../../../kernel/money.ts'
import { type Amount, exchange, percent, show, toMoney } from '../amount.ts'
import type { Offer } from '../offer.ts'
import { type Parameters, standsOn } from './border.ts'
import { type PRICING_CHECKS, PRICING_PARTS, type PricingFile } from './pricing-schema.ts'

export type PricingAbout = {
  readonly market: string
  /** the day of the stream; once that is past, today */
  readonly day: Day
  /** the day of a stream that is past: what was agreed for it need not hold longer */
  readonly streamed?: Day
  readonly parameters: Parameters
  readonly pricing: PricingFile
  /** what a unit is sold for in this market, and the smallest price that reaches the target margin */
  readonly price: Money
  readonly floor: Money | undefined
}

/**
 * Whether the price of an offer can be asked in a market on the day of the stream (I6): floor, reference price, price
 * history, claims, other channels, and what its pricing type asks for.
 * @throws BadInput when a rate of exchange is missing
 */
export function checkPricing(offer: Offer, about: PricingAbout): Finding[] {
  const { pricing: terms } = offer
  const { day, market, pricing, price, floor } = about
  const found: Finding[] = []
  const say: PricingSay = (id, words, more) =>
    void found.push(noticed(id, pricing.checks[id], offer.id, words, { market, ...more }))
  const here = (a: Amount, on: Day = day): Money => exchange(toMoney(a), price.currency, offer.rates, on)

  const named = pricing.types.find((t) => t.id === terms.type)
  const needs = named?.needs ?? []
  const type = named?.name ?? terms.type
  for (const part of needs) {
    const held = terms[part]
    if (held === undefined || (Array.isArray(held) && held.length === 0))
      say('pricing.part-missing', { part: pricing.parts[part], type })
  }
  const shared = ['from', 'until', 'channel', 'parallel', 'limit', 'coupons']
  for (const part of PRICING_PARTS)
    if (!needs.includes(part) && !shared.includes(part) && terms[part] !== undefined)
      say('pricing.part-stray', { part: pricing.parts[part], type })

  if (floor === undefined) say('pricing.no-floor', {})
  else if (price.minor < floor.minor) say('pricing.below-floor', { price: show(price), floor: show(floor) })
  const underFloor = (m: Money) => floor !== undefined && m.minor < floor.minor

  const shown = about.parameters('price-display')?.values.currency
  if (typeof shown === 'string' && shown !== price.currency)
    say('pricing.currency', { currency: price.currency, expected: shown })
  const onAir = about.streamed ?? day
  if ((terms.until && terms.until < onAir) || (terms.from && terms.from > onAir))
    say('pricing.period-over', { from: terms.from ?? '…', until: terms.until ?? '…', day: onAir })

  checkReference(offer, about, price, here, say)
  for (const claim of terms.claims) if (!claim.evidence) say('pricing.claim-unproven', { words: claim.words })
  const fresh = terms.parallel.filter(
    (p) => Math.abs(daysBetween(p.day as Day, day)) <= pricing.limits['parallel-days'].days,
  )
  for (const p of fresh) {
    const there = here(p.price)
    if (there.minor >= price.minor) continue
    const words = { channel: p.channel, there: show(there), price: show(price) }
    if (terms.type === 'live-exclusive' || terms.claims.length > 0) say('pricing.claim-parallel', words)
    else say('pricing.parallel-lower', words)
  }

  const tiers = (terms.tiers ?? []).toSorted((a, b) => a.from - b.from)
  for (const [i, tier] of tiers.entries()) {
    const m = here(tier.price)
    const before = tiers[i - 1]
    if (before && (before.from === tier.from || here(before.price).minor <= m.minor))
      say('pricing.tiers-rise', { from: String(tier.from), price: show(m) })
    if (underFloor(m)) say('pricing.tier-below-floor', { from: String(tier.from), price: show(m), floor: show(floor!) })
  }
  if (terms['pre-sale']) checkPreSale(terms['pre-sale'], about, price, here, say)
  checkCoupons(terms.coupons ?? [], about, price, floor, here, say)
  if (terms.bundle) {
    const single = terms.bundle.reduce((sum, b) => sum + here(b['single-price']).minor * b.quantity, 0)
    if (single > 0 && price.minor >= single)
      say('pricing.bundle-dearer', { price: show(price), single: show(money(single, price.currency)) })
  }
  if (terms.type === 'flash' && terms.limit !== undefined && terms.limit > (offer['stock-reserved'] ?? 0))
    say('pricing.flash-limit', { limit: String(terms.limit), stock: String(offer['stock-reserved'] ?? 0) })
  const plus = terms['cost-plus']
  if (plus) {
    const asked = times(here(offer.costs['unit-cost']), plus.markup)
    if (underFloor(asked)) say('pricing.markup-below-target', { price: show(asked), floor: show(floor!) })
  }
  const following = terms['market-following']
  if (following)
    for (const channel of following.basis)
      if (!fresh.some((p) => p.channel === channel)) say('pricing.following-unseen', { channel })
  return found
}

type PricingSay = Say<typeof PRICING_CHECKS>
type Here = (a: Amount, on?: Day) => Money

/** A crossed-out price: proven, higher, and where the law looks back some days, no higher than the lowest of those days. */
function checkReference(offer: Offer, about: PricingAbout, price: Money, here: Here, say: PricingSay): void {
  const reference = offer.pricing.reference
  if (!reference) return
  const shown = here(reference.price)
  if (!reference.evidence) say('pricing.reference-unproven', { reference: show(shown) })
  if (shown.minor <= price.minor) say('pricing.reference-not-higher', { reference: show(shown), price: show(price) })
  const rule = about.parameters('price-reference', { class: offer.class })
  const days = rule?.values.days
  const announces = reference.kind !== 'recommended' && reference.kind !== 'competitor'
  if (!rule || typeof days !== 'number' || rule.values.basis === 'genuine' || !announces) return
  const stands = standsOn(rule, 'days')
  // the reduction begins on its first day; prices of the days before it count
  const begins = (offer.pricing.from ?? about.day) as Day
  const first = addDays(begins, -days)
  const known = offer.pricing.history
    .filter((h) => (h.market === undefined || h.market === about.market) && h.day < begins)
    .toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  // the price that stood when the look-back began is the last one set before it
  const standing = known.filter((h) => h.day <= first).at(-1)
  const looked = known.filter((h) => h.day > first || h === standing)
  if (looked.length === 0) {
    say('pricing.history-missing', { days: String(days), reference: show(shown) }, stands)
    return
  }
  if (!standing) say('pricing.history-short', { days: String(days), first: looked[0]!.day }, stands)
  const lowest = looked.map((h) => here(h.price, h.day as Day)).reduce((a, b) => (b.minor < a.minor ? b : a))
  if (shown.minor > lowest.minor)
    say('pricing.reference-not-lowest', { reference: show(shown), lowest: show(lowest), days: String(days) }, stands)
}

function checkPreSale(
  sale: NonNullable<Offer['pricing']['pre-sale']>,
  about: PricingAbout,
  price: Money,
  here: Here,
  say: PricingSay,
): void {
  const deposit = here(sale.deposit)
  const most = about.pricing.limits['deposit-share'].share
  if (deposit.minor > times(price, most, 'down').minor)
    say('pricing.deposit-share', { deposit: show(deposit), share: percent(most), price: show(price) })
  if (!(sale['balance-from'] <= sale['balance-until'] && sale['balance-until'] <= sale['ship-by']))
    say('pricing.deposit-days', { from: sale['balance-from'], until: sale['balance-until'], ship: sale['ship-by'] })
  if (!sale.refundable) say('pricing.deposit-refund', { deposit: show(deposit) })
  const counts = sale['counts-as']
  if (counts && here(counts).minor < deposit.minor)
    say('pricing.deposit-expansion', { deposit: show(deposit), counts: show(here(counts)) })
}

/** The deepest price a buyer can reach: all stackable coupons together, or the best single one. */
function checkCoupons(
  coupons: NonNullable<Offer['pricing']['coupons']>,
  about: PricingAbout,
  price: Money,
  floor: Money | undefined,
  here: Here,
  say: PricingSay,
): void {
  for (const c of coupons)
    if ((c.off === undefined) === (c.share === undefined)) say('pricing.coupon-shape', { coupon: c.id })
  // who else pays for a coupon does not lower what the shop receives
  const ours = coupons.filter(
    (c) => c['funded-by'] === 'shop' && (!c['from-total'] || here(c['from-total']).minor <= price.minor),
  )
  const off = (c: (typeof ours)[number], of: Money) =>
    c.off ? here(c.off).minor : c.share ? times(of, c.share).minor : 0
  // shares first, of the whole price: that is the deepest order
  const stack = ours
    .filter((c) => c.stackable)
    .toSorted((a, b) => Number(a.share === undefined) - Number(b.share === undefined))
    .reduce((left, c) => money(Math.max(0, left.minor - off(c, left)), price.currency), price)
  const single = ours.reduce((least, c) => Math.min(least, price.minor - off(c, price)), price.minor)
  const deepest = money(Math.max(0, Math.min(stack.minor, single)), price.currency)
  if (floor && deepest.minor < floor.minor && deepest.minor < price.minor)
    say('pricing.coupon-below-floor', {
      deepest: show(deepest),
      floor: show(floor),
      coupons: ours.map((c) => c.id).join(', '),
      market: about.market,
    })
}
