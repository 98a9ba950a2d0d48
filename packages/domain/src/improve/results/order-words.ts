import { z } from 'zod'

const words = z.array(z.string().min(1)).min(1)

/** standard/import/order-columns.yaml: what the columns of order lists are called, and what a status says (T3). */
export const orderColumnsFile = z.strictObject({
  source: z.string().min(1),
  fields: z.strictObject({
    order: words,
    product: words,
    quantity: words,
    amount: words,
    currency: words,
    /** when it was ordered */
    day: words,
    refund: words,
    status: words,
    return: words,
  }),
  cancelled: words,
  returned: words,
  /** a return that was asked for and came to nothing */
  kept: words,
  /** headers of what is personal */
  personal: words,
})
export type OrderColumns = z.infer<typeof orderColumnsFile>
export type OrderField = keyof OrderColumns['fields']
