import { z } from 'zod'
import { notices } from '../../../gate/notice.ts'
import { bilingual, source } from '../../../gate/rule.ts'
import { landedCostTexts } from './landed-cost.ts'
import { PRICING_TYPES } from './pricing-terms.ts'

export const PRICING_CHECKS = [
  'pricing.part-missing',
  'pricing.part-stray',
  'pricing.below-floor',
  'pricing.no-floor',
  'pricing.currency',
  'pricing.reference-unproven',
  'pricing.reference-not-lowest',
  'pricing.reference-not-higher',
  'pricing.history-missing',
  'pricing.history-short',
  'pricing.claim-unproven',
  'pricing.claim-parallel',
  'pricing.parallel-lower',
  'pricing.period-over',
  'pricing.tiers-rise',
  'pricing.tier-below-floor',
  'pricing.deposit-share',
  'pricing.deposit-days',
  'pricing.deposit-refund',
  'pricing.deposit-expansion',
  'pricing.coupon-below-floor',
  'pricing.coupon-shape',
  'pricing.bundle-dearer',
  'pricing.flash-limit',
  'pricing.markup-below-target',
  'pricing.following-unseen',
] as const

/** Parts of the pricing terms a type can ask for. */
export const PRICING_PARTS = [
  'tiers',
  'limit',
  'from',
  'until',
  'channel',
  'bundle',
  'pre-sale',
  'coupons',
  'cost-plus',
  'market-following',
  'parallel',
] as const

/** pricing.yaml: the pricing types, what each asks for, the words of its checks and of a landed cost (I6). */
export const pricingFile = z.strictObject({
  types: z
    .array(
      z.strictObject({
        id: z.enum(PRICING_TYPES),
        name: bilingual,
        means: bilingual,
        needs: z.array(z.enum(PRICING_PARTS)),
        source,
      }),
    )
    .length(PRICING_TYPES.length),
  /** limits that are the trade's or the law's, with where they come from */
  limits: z.strictObject({
    /** most of the price that may be asked as an earnest deposit, as a share */
    'deposit-share': z.strictObject({ share: z.string().regex(/^0\.\d+$/), source }),
    /** days a parallel price stays comparable */
    'parallel-days': z.strictObject({ days: z.int().positive(), source }),
  }),
  checks: notices(PRICING_CHECKS),
  'landed-cost': landedCostTexts,
})
export type PricingFile = z.infer<typeof pricingFile>
