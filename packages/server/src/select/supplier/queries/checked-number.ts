import { z } from 'zod'
import { text } from '../../../platform/http/schemas.ts'

/** A number with how it was checked. */
export const checkedNumber = z.object({
  country: z.string(),
  kind: z.string().describe('`country kind`, as it was checked'),
  number: z.string(),
  normalised: z.string(),
  name: text,
  algorithm: text,
  valid: z.boolean(),
  says: text,
  digit: z.object({ expected: z.string(), given: z.string() }).optional(),
  computed: z
    .object({
      terms: z
        .array(z.object({ character: z.string(), value: z.number(), weight: z.number(), product: z.number() }))
        .describe('empty where the whole number is divided'),
      total: z.string(),
      modulus: z.int(),
      remainder: z.int(),
      expected: z.string(),
      given: z.string(),
    })
    .optional(),
})
