import { z } from 'zod'
import { notices } from '../../gate/notice.ts'
import { bilingual, source } from '../../gate/rule.ts'
import { EXCLUSIONS } from './case.ts'

const market = z.string().regex(/^[a-z]{2}$/)
const kebab = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)

/** The checks and the words each one gives to its texts. */
export const RETURN_CHECKS = {
  'returns.no-policy': ['market'],
  'returns.less-than-law': ['term', 'own', 'market', 'law'],
} as const

/** Why an amount is given back or kept, and why a case stands or falls. */
export const REASONS = [
  'goods',
  'value-lost',
  'restocking',
  'shipping',
  'shipping-standard',
  'shipping-kept',
  'duties',
  'duties-at-customs',
  'tax',
  'return-shipping',
  'price-reduction',
  'price-difference',
  'by-law',
  'by-policy',
  'before-delivery',
  'too-late',
  'no-right',
  'excluded',
  'conform-period',
  'burden-seller',
  'burden-buyer',
  'reject-outright',
  'remedy-first',
  'not-late',
  'arrived-late',
  'extra-time',
  'not-lost',
  'lost',
  'late',
  'exchange',
  'exchange-unavailable',
  'may-withhold',
  'after-goods-back',
  'extended',
  'rolled',
  'nothing-left',
  'claimed-before',
] as const
export type Reason = (typeof REASONS)[number]

/** after-sales.yaml: goods that may be refused, ways back, how days are counted, and the words of a decision (T4). */
export const afterSalesFile = z.strictObject({
  exclusions: z
    .array(
      z.strictObject({
        id: z.enum(EXCLUSIONS),
        title: bilingual,
        /** classes it is presumed for, once the goods are in the condition named */
        presumed: z
          .array(
            z.strictObject({
              classes: z.array(kebab).min(1),
              markets: z.array(market).min(1).optional(),
              when: z.enum(['always', 'opened']),
              source,
            }),
          )
          .default([]),
      }),
    )
    .length(EXCLUSIONS.length),
  /** markets whose law moves a last day that falls on a day off to the next working day */
  rolls: z.array(z.strictObject({ markets: z.array(market).min(1), weekend: z.array(z.int().min(0).max(6)), source })),
  /** where proof of sending starts the days to refund as the goods themselves do */
  'proof-of-sending': z.strictObject({ markets: z.array(market).min(1), source }),
  /** days to refund where neither law nor policy says */
  'refund-days': z.strictObject({ days: z.int().positive(), source }),
  routes: z.record(z.enum(['local-address', 'send-abroad', 'none']), bilingual),
  reasons: z.record(z.enum(REASONS), bilingual),
  checks: notices(RETURN_CHECKS),
})
export type AfterSalesFile = z.infer<typeof afterSalesFile>
