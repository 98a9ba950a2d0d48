import { z } from 'zod'
import { notices } from '../../../gate/notice.ts'
import { bilingual, source } from '../../../gate/rule.ts'
import { landedCostTexts } from './landed-cost.ts'
import { PRICING_TYPES } from './pricing-terms.ts'

/** The checks and the words each one gives to its texts. */
export const PRICING_CHECKS = {
  'pricing.part-missing': ['type', 'part'],
  'pricing.part-stray': ['type', 'part'],
  'pricing.below-floor': ['price', 'floor'],
  'pricing.no-floor': [],
  'pricing.currency': ['currency', 'expected'],
  'pricing.reference-unproven': ['reference'],
  'pricing.reference-not-lowest': ['reference', 'days', 'lowest'],
  'pricing.reference-not-higher': ['reference', 'price'],
  'pricing.history-missing': ['days', 'reference'],
  'pricing.history-short': ['first', 'days'],
  'pricing.claim-unproven': ['words'],
  'pricing.claim-parallel': ['channel', 'there', 'price'],
  'pricing.parallel-lower': ['channel', 'there', 'price'],
  'pricing.period-over': ['from', 'until', 'day'],
  'pricing.tiers-rise': ['from', 'price'],
  'pricing.tier-below-floor': ['from', 'price', 'floor'],
  'pricing.deposit-share': ['deposit', 'price', 'share'],
  'pricing.deposit-days': ['from', 'until', 'ship'],
  'pricing.deposit-refund': ['deposit'],
  'pricing.deposit-expansion': ['deposit', 'counts'],
  'pricing.coupon-below-floor': ['coupons', 'deepest', 'floor', 'market'],
  'pricing.coupon-shape': ['coupon'],
  'pricing.bundle-dearer': ['price', 'single'],
  'pricing.flash-limit': ['limit', 'stock'],
  'pricing.markup-below-target': ['price', 'floor'],
  'pricing.following-unseen': ['channel'],
} as const

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
  /** what the parts of the terms are called */
  parts: z.record(z.enum(PRICING_PARTS), bilingual),
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
