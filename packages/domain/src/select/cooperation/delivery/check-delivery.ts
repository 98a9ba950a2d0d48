import { isClass } from '../../../gate/binding.ts'
import type { Finding } from '../../../gate/finding.ts'
import { noticed, type Say } from '../../../gate/notice.ts'
import type { Day } from '../../../kernel/day.ts'
import type { Text } from '../../../kernel/errors.ts'
import { parseMoney } from '../../../kernel/money.ts'
import { exchange, show, toMoney } from '../amount.ts'
import type { Offer } from '../offer.ts'
import { type Parameters, standsOn } from '../pricing/border.ts'
import type { DELIVERY_CHECKS, DeliveryFile } from './delivery-schema.ts'

/** What is known of the product beside the offer: its class and traits when sure. */
export type DeliveryAbout = {
  readonly market: string
  readonly marketName: Text
  readonly day: Day
  readonly parameters: Parameters
  readonly delivery: DeliveryFile
  readonly class?: string | undefined
  readonly traits?: readonly string[] | undefined
}

/**
 * Whether the offer's way of delivery works for this product in this market (I7): mode and market, lead time,
 * restricted goods, return path, customs data. @throws BadInput when a rate of exchange is missing
 */
export function checkDelivery(offer: Offer, about: DeliveryAbout): Finding[] {
  const terms = offer.delivery
  const { market, marketName, delivery } = about
  const found: Finding[] = []
  const mode = delivery.modes.find((m) => m.id === terms.mode)
  const say: DeliverySay = (id, words, more) =>
    void found.push(
      noticed(
        id,
        delivery.checks[id],
        offer.id,
        { mode: mode?.name ?? terms.mode, market: marketName, ...words },
        { market, ...more },
      ),
    )
  if (!mode || (mode.into && !mode.into.includes(market))) say('delivery.mode-market', {})
  if (!mode) return found

  const lead = terms['lead-days']
  if (!lead) say('delivery.lead-missing', {})
  else {
    if (lead.max < mode['least-days'] || lead.min > lead.max)
      say('delivery.lead-impossible', { promised: String(lead.max), least: String(mode['least-days']) })
    const law = about.parameters('delivery-time', { class: about.class, delivery: terms.mode })
    const days = law?.values.days
    if (law && typeof days === 'number' && lead.max > days)
      say('delivery.lead-over-law', { promised: String(lead.max), days: String(days) }, standsOn(law, 'days'))
  }

  const path = terms['return-path']
  if (!path) say('delivery.return-path-missing', {})
  else if (!mode['return-paths'].includes(path.kind) || (path.kind !== 'refund-without-return' && !path.address))
    say('delivery.return-path-mode', {
      path: delivery['return-paths'][path.kind],
      paths: named(mode['return-paths'].map((kind) => delivery['return-paths'][kind])),
    })

  const customs: Readonly<Record<string, unknown>> = terms.customs
  const lacking = mode.needs.filter((field) => customs[field] === undefined)
  if (lacking.length > 0)
    say('delivery.customs-missing', { fields: named(lacking.map((field) => delivery['customs-fields'][field])) })
  checkValue(offer, about, say)

  for (const r of delivery.restrictions) {
    const touched =
      (r.traits?.some((t) => about.traits?.includes(t)) ?? false) ||
      (about.class !== undefined && (r.classes?.some((c) => isClass(about.class!, c)) ?? false))
    if (!touched || !r.modes.includes(terms.mode) || (r.markets && !r.markets.includes(market))) continue
    const words = { title: r.title.zh, 'title-en': r.title.en, needs: r.needs.zh, 'needs-en': r.needs.en }
    const source = r.source.article ? `${r.source.act}, ${r.source.article}` : r.source.act
    if (r.outcome === 'forbidden') say('delivery.prohibited', words, { rule: r.id, source })
    else if (!terms.acknowledged.some((a) => a.restriction === r.id))
      say('delivery.restricted', words, { rule: r.id, source })
  }
  return found
}

/** Several names in one phrase. */
const named = (names: readonly Text[]): Text => ({
  zh: names.map((n) => n.zh).join('、'),
  en: names.map((n) => n.en).join(', '),
})

type DeliverySay = Say<typeof DELIVERY_CHECKS>

/** Figures of law about what the goods are worth, and who pays the duty. */
function checkValue(offer: Offer, about: DeliveryAbout, say: DeliverySay): void {
  const { delivery: terms, pricing, rates } = offer
  const price = toMoney(pricing['market-prices']?.[about.market] ?? pricing.price)
  const asked = { class: about.class, origin: terms.customs.origin, delivery: terms.mode }
  const declared = terms.customs.value && toMoney(terms.customs.value)
  const cost = toMoney(offer.costs['unit-cost'])
  if (declared && exchange(declared, cost.currency, rates, about.day).minor < cost.minor)
    say('delivery.customs-value', { declared: show(declared), cost: show(cost) })
  const limit = (name: string, amountKey: string) => {
    const law = about.parameters(name, asked)
    const { [amountKey]: amount, currency } = law?.values ?? {}
    if (!law || typeof amount !== 'string' || typeof currency !== 'string') return undefined
    return { money: parseMoney(amount, currency), stands: standsOn(law, amountKey) }
  }
  const small = about.delivery.modes.find((m) => m.id === terms.mode)?.enters === 'parcel'
  const least = small ? limit('minimum-price', 'amount') : undefined
  const value = declared ?? price
  if (least && exchange(value, least.money.currency, rates, about.day).minor < least.money.minor)
    say('delivery.minimum-price', { value: show(value), least: show(least.money) }, least.stands)
  const most = limit('purchase-limit', 'per-order')
  if (most && exchange(price, most.money.currency, rates, about.day).minor > most.money.minor)
    say('delivery.purchase-limit', { price: show(price), most: show(most.money) }, most.stands)
  if (small && terms.incoterm !== undefined && terms.incoterm !== 'ddp')
    say('delivery.duty-unpaid', { incoterm: terms.incoterm.toUpperCase() })
}
