import { source } from '@haixuan/domain/gate/rule'
import { CLAIM_KINDS, SEVERITIES } from '@haixuan/domain/gate/words'
import { z } from 'zod'

/** Words of a product's texts that claim something. */
export const claim = z.object({
  id: z.string(),
  kind: z.enum(CLAIM_KINDS),
  severity: z.enum(SEVERITIES),
  field: z.enum(['title', 'description']),
  from: z.int(),
  to: z.int(),
  words: z.string(),
  needs: z.string().describe('type of evidence that would carry it'),
  softer: z.string().describe('an honest wording, in the language of the claim'),
  language: z.string(),
  source,
})
