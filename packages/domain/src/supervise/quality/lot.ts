import { z } from 'zod'
import { SAMPLING_SEVERITIES } from './sampling.ts'

/** A measured attribute with its unit: lengths, weights, colours as words. */
export const measurement = z.strictObject({
  attribute: z.string().min(1),
  value: z.union([z.number(), z.string()]),
  unit: z.string().optional(),
})

/** Classes of nonconformity, the gravest first; a nonconforming unit counts in its gravest. */
export const DEFECT_CLASSES = ['critical', 'major', 'minor'] as const
export type DefectClass = (typeof DEFECT_CLASSES)[number]

const found = z.array(z.int().nonnegative()).max(2)

/** One kind of nonconformity found in a sample: how many units show it, and a picture. */
export const defect = z.strictObject({
  class: z.enum(DEFECT_CLASSES),
  what: z.string().trim().min(1).max(200),
  units: z.int().positive(),
  photo: z.string().optional(),
})

/** Bulk goods put up for inspection (S1): how they were sampled, and what was found in the first and second sample. */
export const lot = z.strictObject({
  id: z.string().min(1),
  units: z.int().min(2),
  level: z.string().default('II'),
  aql: z.string().default('2.5'),
  severity: z.enum(SAMPLING_SEVERITIES).default('normal'),
  type: z.enum(['single', 'double']).default('single'),
  /** nonconforming units (of major class) in the first and, for double plans, the second sample; empty = not yet inspected */
  found: found.default([]),
  /** classes judged beside the major one, each with its own AQL; without one a single unit refuses the lot */
  classes: z
    .array(
      z.strictObject({ class: z.enum(['critical', 'minor']), aql: z.string().optional(), found: found.default([]) }),
    )
    .max(2)
    .optional(),
  defects: z.array(defect).max(100).optional(),
  by: z.string().optional(),
  /** when it was put up, and when its sample was inspected */
  submitted: z.string().optional(),
  inspected: z.string().optional(),
  /** the refused lot of which these are the goods, sorted and put up again; it counts for no switching */
  resubmits: z.string().optional(),
  /** the same attributes as the sealed sample's, measured on the bulk goods */
  measured: z.array(measurement).default([]),
  photos: z.array(z.string()).max(40).optional(),
  evidence: z.string().optional(),
})
export type Lot = z.infer<typeof lot>
