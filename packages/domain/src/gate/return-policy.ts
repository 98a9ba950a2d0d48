import { z } from 'zod'

/** A shop's own return policy: it may be more generous than the law of the buyer's market, never less (T4). */
export const returnPolicy = z.strictObject({
  /** days after delivery to send back for no reason */
  days: z.int().nonnegative(),
  'refund-days': z.int().nonnegative().optional(),
  /** gives back what the buyer paid for the way out */
  'outbound-shipping': z.boolean().optional(),
  'return-shipping-payer': z.enum(['buyer', 'seller']).optional(),
  /** share kept of goods that come back for no reason, where the law gives no right to */
  'restocking-share': z
    .string()
    .regex(/^0(\.\d+)?$/, 'a share in quotes, such as "0.15"')
    .optional(),
  /** takes back goods the law lets a seller refuse */
  'accepts-excluded': z.boolean().optional(),
})
export type ReturnPolicy = z.infer<typeof returnPolicy>
