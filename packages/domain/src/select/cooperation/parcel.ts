import { z } from 'zod'
import { asked } from '../../kernel/asked.ts'
import { BadInput } from '../../kernel/errors.ts'
import { amount, day, decimal, rate, share } from './amount.ts'
import { because } from './because.ts'
import type { DeliveryFile } from './delivery/delivery-schema.ts'
import { DELIVERY_MODES, type Offer } from './offer.ts'

const parcelLine = z.strictObject({
  name: z.string().min(1),
  class: z.string().optional(),
  hs: z
    .string()
    .regex(/^\d{6,10}$/, asked.hs)
    .optional(),
  origin: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  quantity: z.int().positive(),
  /** what the buyer pays for one unit, tax included where the market shows it so */
  price: amount,
  'unit-cost': amount,
  /** declared FOB value of one unit, when it is not the buyer's price */
  'customs-value': amount.optional(),
  /** the tariff's rate as looked up, when no rule carries it */
  'duty-rate': z.strictObject({ rate: decimal, source: z.string().min(1) }).optional(),
})

/** What one parcel to one buyer costs: several items may share it. Amounts are for the whole parcel, shares are of what the buyer pays. */
export const parcel = z.strictObject({
  market: z.string().regex(/^[a-z]{2}$/, asked.market),
  day: day.optional(),
  mode: z.enum(DELIVERY_MODES).default('direct-mail-9610'),
  /** parcel = each order crosses the border on its own; bulk = goods crossed it before the sale */
  enters: z.enum(['parcel', 'bulk']).default('parcel'),
  /** the seller is registered under the market's import scheme, such as IOSS */
  registered: z.boolean().default(false),
  carrier: z.enum(['express', 'post']).default('express'),
  items: z.array(parcelLine).min(1),
  'shipping-charged': amount.optional(),
  packaging: amount.optional(),
  'inland-freight': amount.optional(),
  'international-freight': amount.optional(),
  insurance: amount.optional(),
  delivery: z.array(z.strictObject({ id: z.string().min(1), amount })).default([]),
  /** a fee shared over the units expected to be sold */
  'slot-fee': z.strictObject({ fee: amount, units: z.int().positive() }).optional(),
  'platform-fee-rate': share.default('0'),
  'payment-fee-rate': share.default('0'),
  'payment-fee': amount.optional(),
  'commission-rate': share.default('0'),
  'host-commission-rate': share.default('0'),
  'ad-share': share.default('0'),
  'return-rate': share.default('0'),
  'return-cost': amount.optional(),
  'resale-share': share.default('0'),
  'target-margin': share.default('0'),
  rates: z.array(rate).default([]),
})
export type Parcel = z.infer<typeof parcel>

const COMMISSIONED = ['commission', 'slot-fee-commission', 'consignment', 'guaranteed-gmv']

/** One unit of an offer as a parcel to one of its markets. @throws BadInput when the offer is not for that market */
export function parcelOf(offer: Offer, market: string, delivery: DeliveryFile): Parcel {
  if (!offer.markets.includes(market))
    throw new BadInput(because('offer-not-for-market', { id: offer.id, markets: offer.markets, market }), {
      field: 'markets',
    })
  const { costs, settlement, delivery: terms } = offer
  const customs = terms.customs
  const dutyRate = customs['duty-rates']?.[market]
  const mode = delivery.modes.find((m) => m.id === terms.mode)
  if (!mode) throw new BadInput(because('no-delivery-mode', { mode: terms.mode }), { field: 'delivery.mode' })
  const given = <K extends string, V>(key: K, value: V | undefined) =>
    (value === undefined ? {} : { [key]: value }) as { [k in K]?: V }
  return {
    market,
    mode: terms.mode,
    enters: mode.enters,
    registered: terms['registered-in'].includes(market),
    carrier: 'express',
    items: [
      {
        name: offer.name ?? offer.product,
        quantity: 1,
        price: offer.pricing['market-prices']?.[market] ?? offer.pricing.price,
        'unit-cost': costs['unit-cost'],
        ...given('class', offer.class),
        ...given('hs', customs.hs),
        ...given('origin', customs.origin),
        ...given('customs-value', customs.value),
        ...given('duty-rate', dutyRate && { rate: dutyRate.rate, source: dutyRate.source }),
      },
    ],
    delivery: terms.costs,
    ...given('shipping-charged', terms['shipping-charged']),
    ...given('packaging', costs.packaging),
    ...given('inland-freight', costs['inland-freight']),
    ...given('international-freight', costs['international-freight']),
    ...given('insurance', costs.insurance),
    ...given('slot-fee', settlement['slot-fee'] && { fee: settlement['slot-fee'], units: offer.quantity }),
    ...given('payment-fee', costs['payment-fee']),
    ...given('return-cost', costs['return-cost']),
    'platform-fee-rate': costs['platform-fee-rate'],
    'payment-fee-rate': costs['payment-fee-rate'],
    'commission-rate': COMMISSIONED.includes(settlement.mode) ? (settlement['commission-rate'] ?? '0') : '0',
    'host-commission-rate': costs['host-commission-rate'],
    'ad-share': costs['ad-share'],
    'return-rate': costs['return-rate'],
    'resale-share': costs['resale-share'],
    'target-margin': offer['target-margin'],
    rates: offer.rates,
  }
}
