import { z } from 'zod'
import { bilingual } from './rule.ts'

/** A clause of the standard with the checks that stand for it and the events that show it was carried out. */
export const clause = z.strictObject({
  id: z.string().regex(/^[A-Z]\d$/),
  stage: z.enum(['general', 'plan', 'select', 'supervise', 'improve', 'problem', 'itself']),
  title: bilingual,
  asks: bilingual,
  checks: z.array(z.string()).min(1),
  events: z.array(z.string()).min(1),
})
export type Clause = z.infer<typeof clause>
export const clauseFile = z.strictObject({ source: z.string(), clauses: z.array(clause).min(1) })
