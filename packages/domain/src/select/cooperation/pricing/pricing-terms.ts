import { z } from 'zod'
import { amount, currency, day, decimal, share } from '../amount.ts'

export const PRICING_TYPES = [
  'fixed',
  'tiered',
  'live-exclusive',
  'flash',
  'bundle',
  'pre-sale-deposit',
  'coupon',
  'cost-plus',
  'market-following',
] as const

const evidence = z.string().min(1)

/** The price of an offer and what supports it (I6). Prices are what the buyer pays for one unit, tax included where the market shows it so. */
export const pricingTerms = z.strictObject({
  type: z.enum(PRICING_TYPES),
  price: amount,
  /** another price in some of the offer's markets, in that market's currency */
  'market-prices': z.record(z.string().regex(/^[a-z]{2}$/), amount).optional(),
  /** the days the price holds */
  from: day.optional(),
  until: day.optional(),
  /** the crossed-out price, what it is, and its proof */
  reference: z
    .strictObject({
      price: amount,
      kind: z.enum(['prior-lowest', 'usual', 'list-price', 'recommended', 'competitor']),
      evidence: evidence.optional(),
    })
    .optional(),
  history: z
    .array(z.strictObject({ day, price: amount, channel: z.string().optional(), market: z.string().optional() }))
    .default([]),
  /** the same product elsewhere at the same time */
  parallel: z
    .array(z.strictObject({ channel: z.string().min(1), price: amount, day, evidence: evidence.optional() }))
    .default([]),
  /** words about the price that host or card will say, each with its proof */
  claims: z.array(z.strictObject({ words: z.string().min(1), evidence: evidence.optional() })).default([]),
  /** quantity from which a unit price holds */
  tiers: z.array(z.strictObject({ from: z.int().positive(), price: amount })).optional(),
  /** units sold at a flash or live-exclusive price */
  limit: z.int().positive().optional(),
  channel: z.string().optional(),
  bundle: z
    .array(z.strictObject({ product: z.string().min(1), quantity: z.int().positive(), 'single-price': amount }))
    .optional(),
  'pre-sale': z
    .strictObject({
      deposit: amount,
      'balance-from': day,
      'balance-until': day,
      'ship-by': day,
      /** the deposit is given back when the seller fails, or when the buyer may withdraw by law */
      refundable: z.boolean(),
      /** what the deposit counts for at the balance, when more than itself */
      'counts-as': amount.optional(),
    })
    .optional(),
  coupons: z
    .array(
      z.strictObject({
        id: z.string().min(1),
        off: amount.optional(),
        share: share.optional(),
        'from-total': amount.optional(),
        stackable: z.boolean(),
        'funded-by': z.enum(['shop', 'supplier', 'platform', 'host']),
      }),
    )
    .optional(),
  'cost-plus': z.strictObject({ markup: decimal }).optional(),
  'market-following': z
    .strictObject({ basis: z.array(z.string().min(1)).min(1), offset: z.string().regex(/^-?\d+(\.\d+)?$/), currency })
    .optional(),
})
export type PricingTerms = z.infer<typeof pricingTerms>
