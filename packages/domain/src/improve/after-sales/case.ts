import { z } from 'zod'
import { returnPolicy } from '../../gate/return-policy.ts'
import { asked } from '../../kernel/asked.ts'
import { isDay } from '../../kernel/day.ts'

const day = z.string().refine(isDay, asked.day)
const amount = z.string().regex(/^\d+(\.\d+)?$/, 'an amount in quotes, such as "12.90"')
const id = z.string().min(1)

export const CASE_KINDS = ['withdrawal', 'defect', 'not-as-described', 'late', 'lost', 'exchange'] as const
export const REMEDIES = ['repair', 'replace', 'reduce', 'refund'] as const

/** What can take goods out of withdrawal; the words of the parameter `withdrawal.exceptions`. */
export const EXCLUSIONS = [
  'custom-made',
  'perishable',
  'sealed-hygiene-opened',
  'sealed-media-opened',
  'digital-started',
  'periodicals',
  'agreed-not-suitable',
  'inseparable',
  'alcohol-later-delivery',
] as const

/** An order as the buyer paid it; all amounts in its currency. */
const order = z.strictObject({
  id: id.optional(),
  day,
  /** the day the buyer had the goods; absent = not delivered */
  delivered: day.optional(),
  /** the last day that was promised */
  promised: day.optional(),
  currency: z.string().regex(/^[A-Z]{3}$/, asked.currency),
  lines: z
    .array(
      z.strictObject({
        id,
        product: id.optional(),
        class: z.string().optional(),
        quantity: z.int().positive(),
        /** one unit, as shown to the buyer */
        price: amount,
        /** off the whole line */
        discount: amount.optional(),
        /** units of former cases of this order */
        'returned-before': z.int().nonnegative().default(0),
        /** what is known of the goods, such as custom-made */
        facts: z.array(z.enum(EXCLUSIONS)).default([]),
      }),
    )
    .min(1),
  /** off the whole order: coupons, vouchers, thresholds */
  discounts: z.array(z.strictObject({ id, amount })).default([]),
  /** what the buyer paid for the way out, and what the cheapest offered way would have cost */
  shipping: z.strictObject({ paid: amount, standard: amount.optional() }).optional(),
  duties: z.strictObject({ amount, 'paid-to': z.enum(['seller', 'customs']) }).optional(),
  /** tax put on top of the prices; tax within them needs no line */
  tax: z.strictObject({ amount }).optional(),
})

/** A case (T4): what the buyer asks, of which lines, when, and how far it has come. */
export const afterSalesCase = z.strictObject({
  id: id.optional(),
  market: z.string().regex(/^[a-z]{2}$/, asked.market),
  order,
  case: z.strictObject({
    kind: z.enum(CASE_KINDS),
    requested: day,
    /** absent = everything not returned before */
    lines: z
      .array(
        z.strictObject({
          line: id,
          quantity: z.int().positive(),
          condition: z.enum(['unopened', 'opened', 'used', 'damaged']).default('unopened'),
          /** by use beyond trying, for the returned units; or the price reduction of a defect */
          'value-lost': amount.optional(),
        }),
      )
      .min(1)
      .optional(),
    reason: z.string().optional(),
    /** the buyer was told of the right to withdraw before the order */
    'told-of-right': z.boolean().default(true),
    wants: z.enum(REMEDIES).optional(),
    /** remedies that failed, were refused or are impossible */
    tried: z.array(z.enum(REMEDIES)).default([]),
    /** the day the goods were back, and the day the buyer proved sending them */
    'goods-back': day.optional(),
    'proof-of-sending': day.optional(),
    'return-shipping-paid': amount.optional(),
    replacement: z.strictObject({ available: z.boolean(), price: amount.optional() }).optional(),
    'carrier-confirms-loss': z.boolean().default(false),
    /** days off at the buyer's, beside the weekend, where they move a deadline */
    holidays: z.array(day).default([]),
  }),
  policy: returnPolicy.optional(),
  /** what the contract with the supplier says about who bears it */
  supplier: z
    .strictObject({
      id,
      clause: z.string().min(1),
      kinds: z.array(z.enum(CASE_KINDS)).min(1),
      share: z.string().regex(/^(0(\.\d+)?|1(\.0+)?)$/, 'a share in quotes, such as "0.8"'),
    })
    .optional(),
})
export type AfterSalesCase = z.infer<typeof afterSalesCase>
