import { z } from 'zod'
import { SAMPLING_SEVERITIES } from './sampling.ts'

/** A measured attribute with its unit: lengths, weights, colours as words. */
export const measurement = z.strictObject({
  attribute: z.string().min(1),
  value: z.union([z.number(), z.string()]),
  unit: z.string().optional(),
})

/** Bulk goods put up for inspection (S1): how they were sampled, and what was found in the first and second sample. */
export const lot = z.strictObject({
  id: z.string().min(1),
  units: z.int().min(2),
  level: z.string().default('II'),
  aql: z.string().default('2.5'),
  severity: z.enum(SAMPLING_SEVERITIES).default('normal'),
  type: z.enum(['single', 'double']).default('single'),
  /** nonconforming units in the first and, for double plans, the second sample; empty = not yet inspected */
  found: z.array(z.int().nonnegative()).max(2).default([]),
  by: z.string().optional(),
  /** the same attributes as the sealed sample's, measured on the bulk goods */
  measured: z.array(measurement).default([]),
  evidence: z.string().optional(),
})
