import { z } from 'zod'
import { query } from '../../platform/queries/query.ts'

/** S3 · What claims are found by, so that a desk hears them as they are typed; the same that the server finds them by. */
export const claimLexicon = query({
  name: 'claim.lexicon',
  path: '/claim-lexicon',
  summary: { zh: '宣称词库', en: 'The lexicon of claims' },
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    lexicons: z.array(z.looseObject({})),
    figures: z.looseObject({}),
    evidence: z.array(z.looseObject({})),
  }),
  tag: ({ desks }) => desks.standardHash,
  run: async ({ house: { standard } }) => ({
    lexicons: [...standard.lexicons],
    figures: standard.figures,
    evidence: [...standard.evidence.evidence],
  }),
})
