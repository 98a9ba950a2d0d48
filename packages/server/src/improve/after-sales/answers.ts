import { REMEDIES } from '@haixuan/domain/improve/after-sales/case'
import { z } from 'zod'
import { text } from '../../platform/http/schemas.ts'

export const money = z.object({ minor: z.int(), currency: z.string() })

/** A decision as it is told: eligibility, each line with its reason, what it stands on, by when, and who bears it. */
export const decision = z.object({
  eligible: z.boolean(),
  remedy: z.enum([...REMEDIES, 'exchange', 'none']),
  basis: z
    .object({
      kind: z.enum(['law', 'policy', 'none']),
      rule: z.string().optional(),
      source: z.string().optional(),
    })
    .describe("the law, the shop's policy where it gives more, or neither"),
  deadline: z.string().optional().describe('last day to ask'),
  lines: z.array(z.object({ what: z.string(), line: z.string().optional(), amount: money, why: text })).readonly(),
  total: money,
  refundBy: z
    .string()
    .optional()
    .describe('last day to pay; absent until the goods are back, where that starts the days'),
  return: z.object({ route: text, payer: z.enum(['buyer', 'seller', 'nobody']) }),
  recovery: z.object({ supplier: z.string(), clause: z.string(), amount: money }).optional(),
  reasons: z.array(text).readonly().describe('what decided it, in order'),
})

const step = z.object({ by: z.string(), at: z.string() })
/** Who did what with the money and the goods. */
export const steps = z.object({
  'refund-asked': step.optional(),
  refunded: step.extend({ reference: z.string() }).optional(),
  recovered: step.extend({ reference: z.string(), minor: z.int() }).optional(),
  closed: step.extend({ outcome: z.string() }).optional(),
})
