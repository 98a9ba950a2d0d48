import { COST_LINES } from '@haixuan/domain/select/cooperation/pricing/prepare'
import { STATEMENT_LINES } from '@haixuan/domain/select/cooperation/settlement/settlement-schema'
import { z } from 'zod'
import { text } from '../../platform/http/schemas.ts'

export const cash = z.object({ minor: z.number(), currency: z.string() })

/** I6 · A landed cost, line by line, each with its arithmetic, rule and source. */
export const landedCost = z.object({
  market: z.string(),
  day: z.string(),
  currency: z.string(),
  price: cash.describe('what the buyer pays, with shipping'),
  lines: z.array(
    z.object({
      id: z.enum(COST_LINES),
      label: text,
      amount: cash,
      formula: z.string(),
      rule: z.string().optional(),
      source: z.string().optional(),
      day: z.string(),
    }),
  ),
  total: cash,
  margin: cash,
  marginRate: z.string().describe('share of the price without tax'),
  targetMargin: z.string(),
  floorPrice: cash.optional().describe('smallest price that reaches the target margin; absent when none does'),
  customsValue: z.object({ amount: cash, formula: z.string() }),
  open: z.array(text).describe('what is not known yet and may add to the cost'),
})
export const rung = z.object({ price: cash, margin: cash })

const span = z.object({ clause: z.int().optional(), from: z.int(), to: z.int(), words: z.string() })
/** P4, R5 · A clause of the library as it was read in the contract. */
export const clauseResult = z.object({
  id: z.string(),
  kind: z.enum(['required', 'optional', 'unfair']),
  title: text,
  state: z.enum(['present', 'missing', 'unfair', 'absent', 'deviates']),
  spans: z.array(span),
  why: text,
  wording: text,
  source: z.string(),
  approved: z.object({ reason: z.string(), by: z.string() }).optional(),
})

const lineKind = z.enum(STATEMENT_LINES)
/** I8 · What one party owes the other for a period. */
export const statementAnswer = z.object({
  payee: z.enum(['operator', 'supplier']),
  lines: z.array(
    z.object({
      kind: lineKind,
      label: text,
      order: z.string().optional(),
      day: z.string(),
      amount: cash,
      formula: z.string(),
    }),
  ),
  total: cash,
  due: cash,
  rate: z.string().optional(),
  dueDay: z.string(),
  sales: cash,
  refunds: cash,
})
export const reconciliationAnswer = z.object({
  lines: z.array(
    z.object({
      kind: lineKind,
      order: z.string().optional(),
      ours: cash.optional(),
      theirs: cash.optional(),
      difference: cash,
      state: z.enum(['same', 'differs', 'only-ours', 'only-theirs', 'stated-twice']),
    }),
  ),
  ours: cash,
  theirs: cash,
  difference: cash,
  agrees: z.boolean(),
})
