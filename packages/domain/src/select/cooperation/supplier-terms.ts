import { z } from 'zod'
import type { Text } from '../../kernel/errors.ts'
import { type Offer, offer } from './offer.ts'

const { pricing, delivery, settlement, contract, ...rest } = offer.shape
const price = pricing.shape
const way = delivery.shape
const paid = settlement.shape
const customs = way.customs.unwrap().shape
const { kind, price: crossedOut } = price.reference.unwrap().shape
const { holder } = paid.payee.unwrap().shape
const { 'governing-law': law, text, clauses } = contract.unwrap().shape

/**
 * The terms as their supplier is shown them and agrees to them (I6, I7, I8). Named one by one, so that what the house reckons
 * for itself (costs, target, markup, prices elsewhere, rates looked up, deviations) is left out until someone names it here.
 */
export const supplierTerms = z.object({
  markets: rest.markets,
  quantity: rest.quantity,
  'stock-reserved': rest['stock-reserved'],
  pricing: z.object({
    type: price.type,
    price: price.price,
    'market-prices': price['market-prices'],
    from: price.from,
    until: price.until,
    reference: z.object({ kind, price: crossedOut }).optional(),
    tiers: price.tiers,
    limit: price.limit,
    channel: price.channel,
    bundle: price.bundle,
    'pre-sale': price['pre-sale'],
    coupons: price.coupons,
  }),
  delivery: z.object({
    mode: way.mode,
    'lead-days': way['lead-days'],
    'shipping-charged': way['shipping-charged'],
    'return-path': way['return-path'],
    incoterm: way.incoterm,
    customs: z.object({ hs: customs.hs, origin: customs.origin, 'declared-name': customs['declared-name'] }),
  }),
  settlement: z.object({
    mode: paid.mode,
    instrument: paid.instrument,
    currency: paid.currency,
    'cycle-days': paid['cycle-days'],
    'fx-day': paid['fx-day'],
    deposit: paid.deposit,
    invoice: paid.invoice,
    'commission-rate': paid['commission-rate'],
    'slot-fee': paid['slot-fee'],
    guaranteed: paid.guaranteed,
    'unit-price': paid['unit-price'],
    payee: z.object({ holder }).optional(),
  }),
  contract: z.object({ 'governing-law': law, text, clauses }).optional(),
  returns: rest.returns,
})
export type SupplierTerms = z.infer<typeof supplierTerms>

/** The parts of the terms as people call them: what is told to have changed when an answer is to other terms. */
export const TERMS_PARTS: Readonly<Record<keyof SupplierTerms, Text>> = {
  markets: { zh: '市场', en: 'markets' },
  quantity: { zh: '预计销量', en: 'units expected' },
  'stock-reserved': { zh: '锁定库存', en: 'stock reserved' },
  pricing: { zh: '定价', en: 'pricing' },
  delivery: { zh: '配送', en: 'delivery' },
  settlement: { zh: '结算', en: 'settlement' },
  contract: { zh: '合同', en: 'the contract' },
  returns: { zh: '退换货', en: 'returns' },
}

/** The terms of an offer as its supplier sees them; of a bundle its own product, as the others may be of other suppliers. */
export function termsForSupplier({ pricing, ...offered }: Offer): SupplierTerms {
  const { bundle, ...price } = pricing
  const own = bundle && { bundle: bundle.filter((of) => of.product === offered.product) }
  return supplierTerms.parse({ ...offered, pricing: { ...price, ...own } })
}
