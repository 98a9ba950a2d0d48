import { z } from 'zod'
import { returnPolicy } from '../../gate/return-policy.ts'
import { asked } from '../../kernel/asked.ts'
import { amount, currency, day, decimal, rate, share } from './amount.ts'
import { pricingTerms } from './pricing/pricing-terms.ts'

const market = z.string().regex(/^[a-z]{2}$/, asked.market)
const person = z.string().min(1)

export const DELIVERY_MODES = [
  'direct-mail-9610',
  'bonded-import-1210',
  'overseas-warehouse-9810',
  'b2b-direct-9710',
  'platform-fulfilment',
  'drop-shipping',
] as const

/** What customs is told (I7): HS of 6 digits or more; `value` is the declared FOB value of one unit when it is not the buyer's price. */
const customsEntry = z.strictObject({
  hs: z
    .string()
    .regex(/^\d{6,10}$/, asked.hs)
    .optional(),
  origin: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  value: amount.optional(),
  'declared-name': z.string().optional(),
  /** the tariff's rate for this HS by market, as looked up */
  'duty-rates': z
    .record(market, z.strictObject({ rate: decimal, source: z.string().min(1), day: day.optional() }))
    .optional(),
})

const deliveryTerms = z.strictObject({
  mode: z.enum(DELIVERY_MODES),
  /** days from order to door that the buyer is promised */
  'lead-days': z.strictObject({ min: z.int().nonnegative(), max: z.int().positive() }).optional(),
  /** further costs of one unit in this mode, such as storage */
  costs: z.array(z.strictObject({ id: z.string().min(1), amount })).default([]),
  /** restrictions of delivery.yaml that somebody has looked at, with the proof that they are met */
  acknowledged: z
    .array(z.strictObject({ restriction: z.string(), evidence: z.string().min(1), by: person }))
    .default([]),
  'return-path': z
    .strictObject({
      kind: z.enum(['local-address', 'collect-and-consolidate', 'send-abroad', 'refund-without-return']),
      address: z.string().optional(),
      'paid-by': z.enum(['buyer', 'seller', 'supplier']),
    })
    .optional(),
  customs: customsEntry.default({}),
  /** sells under the one-stop import scheme of these markets (IOSS and its kin) */
  'registered-in': z.array(market).default([]),
  /** what the buyer pays for shipping on top of the price */
  'shipping-charged': amount.optional(),
  incoterm: z.enum(['ddp', 'dap', 'exw', 'fob', 'cif', 'fca']).optional(),
})

export const SETTLEMENT_MODES = [
  'commission',
  'slot-fee-commission',
  'guaranteed-gmv',
  'buy-out',
  'consignment',
] as const
export const INSTRUMENTS = ['tt', 'lc', 'escrow', 'platform'] as const

const settlementTerms = z.strictObject({
  mode: z.enum(SETTLEMENT_MODES),
  instrument: z.enum(INSTRUMENTS),
  currency,
  /** days from the end of a period to payment */
  'cycle-days': z.int().nonnegative(),
  /** the day whose exchange rate counts */
  'fx-day': z.enum(['order', 'statement', 'payment']).default('statement'),
  deposit: amount.optional(),
  invoice: z.enum(['vat-special', 'vat-ordinary', 'commercial', 'none']),
  'commission-rate': share.optional(),
  'slot-fee': amount.optional(),
  guaranteed: z
    .strictObject({ gmv: amount, shortfall: z.enum(['refund-pro-rata', 'refund-all', 'stream-again']) })
    .optional(),
  'unit-price': amount.optional(),
  payee: z
    .strictObject({
      holder: z.string().min(1),
      'recorded-by': person.optional(),
      'verified-by': person.optional(),
      'verified-on': day.optional(),
    })
    .optional(),
})

/** The contract as text or clauses, and the deviations from the library that a second person approved (P4). */
const contractRecord = z.strictObject({
  'governing-law': market,
  text: z.string().optional(),
  clauses: z.array(z.strictObject({ id: z.string().optional(), text: z.string().min(1) })).optional(),
  signed: day.optional(),
  deviations: z
    .array(
      z.strictObject({
        clause: z.string(),
        reason: z.string(),
        'asked-by': person,
        'approved-by': person.optional(),
        day: day.optional(),
      }),
    )
    .default([]),
})

/** Costs of one unit, and shares of what the buyer pays. What is not given costs nothing. */
const unitCosts = z.strictObject({
  'unit-cost': amount,
  packaging: amount.optional(),
  'inland-freight': amount.optional(),
  'international-freight': amount.optional(),
  insurance: amount.optional(),
  'platform-fee-rate': share.default('0'),
  'payment-fee-rate': share.default('0'),
  'payment-fee': amount.optional(),
  'host-commission-rate': share.default('0'),
  'ad-share': share.default('0'),
  'return-rate': share.default('0'),
  /** way back and handling of one returned unit */
  'return-cost': amount.optional(),
  /** share of returned units that can be sold again as new */
  'resale-share': share.default('0'),
})

/** The cooperation terms for one product (I6, I7, I8, P4, T4). */
export const offer = z.strictObject({
  id: z.string().min(1),
  product: z.string().min(1),
  supplier: z.string().min(1),
  name: z.string().optional(),
  class: z.string().optional(),
  traits: z.array(z.string()).optional(),
  markets: z.array(market).min(1),
  pricing: pricingTerms,
  /** units expected to be sold; a slot fee is shared over them */
  quantity: z.int().positive(),
  'stock-reserved': z.int().nonnegative().optional(),
  delivery: deliveryTerms,
  settlement: settlementTerms,
  contract: contractRecord.optional(),
  returns: returnPolicy.optional(),
  costs: unitCosts,
  /** least margin as a share of the price without tax */
  'target-margin': share.default('0'),
  rates: z.array(rate).default([]),
})
export type Offer = z.infer<typeof offer>
