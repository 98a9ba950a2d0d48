import { z } from 'zod'
import type { OfferAnswer } from '../../../platform/database/tables/select.ts'

/** What the supplier said in its portal. */
export const supplierAnswer = z.object({
  agrees: z.boolean(),
  by: z.string(),
  at: z.string(),
  note: z.string().nullable().describe('the reason of a no'),
  hash: z.string().describe('SHA-256 of the canonical JSON of the terms it was shown'),
  stands: z.boolean().describe('false: the terms have changed since'),
})

export const answerOf = ({ answer, waits }: { answer: OfferAnswer | null; waits: boolean }) =>
  answer && { ...answer, note: answer.note ?? null, stands: !waits }
