import type { Finding } from '../gate/finding.ts'
import type { RuleSet } from '../gate/rule-set.ts'
import type { Day } from '../kernel/day.ts'
import { toMoney } from '../select/cooperation/amount.ts'
import { checkDelivery } from '../select/cooperation/delivery/check-delivery.ts'
import type { DeliveryFile } from '../select/cooperation/delivery/delivery-schema.ts'
import type { Offer } from '../select/cooperation/offer.ts'
import { parcelOf } from '../select/cooperation/parcel.ts'
import { checkPricing } from '../select/cooperation/pricing/check-pricing.ts'
import { type LandedCost, landedCost } from '../select/cooperation/pricing/landed-cost.ts'
import { priceLadder } from '../select/cooperation/pricing/price-ladder.ts'
import type { PricingFile } from '../select/cooperation/pricing/pricing-schema.ts'
import type { Product } from '../select/product/product-case.ts'

type About = {
  readonly day: Day
  /** the day of a stream that is past */
  readonly streamed?: Day
  readonly rules: RuleSet
  readonly product: Pick<Product, 'class' | 'traits'>
  readonly pricing: PricingFile
  readonly delivery: DeliveryFile
}

/** What an offer, or one that might be made, would cost and meet in one market (I6, I7). */
export type Weighed = { readonly cost: LandedCost; readonly findings: readonly Finding[] }

/** Weighs a described offer in a market without recording anything. @throws BadInput when a rate of exchange is missing */
export function weighOffer(offer: Offer, { day, streamed, rules, product, pricing, delivery }: About): Weighed {
  const market = rules.market.id
  const { parameter: parameters } = rules
  const parcel = parcelOf(offer, market, delivery)
  const cost = landedCost(parcel, { day, parameters, texts: pricing['landed-cost'] })
  const about = { market, day, parameters, ...(streamed ? { streamed } : {}) }
  const price = toMoney(parcel.items[0]!.price)
  return {
    cost,
    findings: [
      ...checkPricing(offer, { ...about, pricing, price, floor: cost.floorPrice }),
      ...checkDelivery(offer, {
        ...about,
        marketName: rules.market.name,
        delivery,
        class: product.class,
        traits: product.traits,
      }),
    ],
  }
}

/** The margin at prices around what is asked and the floor. */
export const ladderOf = (offer: Offer, { day, rules, delivery }: About) =>
  priceLadder(parcelOf(offer, rules.market.id, delivery), { day, parameters: rules.parameter })

/** The same goods by each way of delivery, other costs as they are recorded: what law and duty then make of them (I7). */
export const compareDeliveries = (offer: Offer, about: About) =>
  about.delivery.modes.map((mode) => {
    const weighed = weighOffer({ ...offer, delivery: { ...offer.delivery, mode: mode.id } }, about)
    return { mode, ...weighed, findings: weighed.findings.filter((f) => f.clause === 'I7') }
  })
