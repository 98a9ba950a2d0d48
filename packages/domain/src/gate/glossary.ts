import { z } from 'zod'
import { bilingual } from './rule.ts'

/** glossary.yaml: one term, one word, everywhere (G1). */
export const glossaryFile = z.strictObject({
  source: z.string(),
  terms: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        zh: z.string(),
        en: z.string(),
        means: bilingual,
        source: z.string().optional(),
      }),
    )
    .min(1),
})
export type Glossary = z.infer<typeof glossaryFile>
