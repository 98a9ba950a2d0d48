import { z } from 'zod'
import { bilingual, source } from '../../gate/rule.ts'
import { OWNERS } from '../../gate/words.ts'
import { DEFECT_CLASSES } from './lot.ts'

export const NONCONFORMITY_STEPS = ['containment', 'cause', 'action', 'effect'] as const

/** quality.yaml: classes of nonconformity, the steps of a nonconformity with their days, and the parts of a score (S1). */
export const qualityFile = z.strictObject({
  source,
  classes: z
    .array(
      z.strictObject({
        id: z.enum(DEFECT_CLASSES),
        aql: z.string().optional(),
        name: bilingual,
        means: bilingual,
      }),
    )
    .length(DEFECT_CLASSES.length),
  steps: z
    .array(
      z.strictObject({
        id: z.enum(NONCONFORMITY_STEPS),
        days: z.int().positive(),
        owner: z.enum(OWNERS),
        name: bilingual,
        asks: bilingual,
      }),
    )
    .length(NONCONFORMITY_STEPS.length),
  scorecard: z.strictObject({
    parts: z
      .array(
        z.strictObject({
          id: z.string(),
          weight: z.string().regex(/^0\.\d+$/),
          /** what went well, of what */
          counts: z.tuple([z.string(), z.string()]),
          name: bilingual,
        }),
      )
      .min(1)
      .refine(
        (parts) => Math.abs(parts.reduce((sum, p) => sum + Number(p.weight), 0) - 1) < 1e-9,
        'weights add up to 1',
      ),
    grades: z.array(z.strictObject({ id: z.string(), from: z.number() })).min(1),
  }),
})
export type QualityFile = z.infer<typeof qualityFile>
