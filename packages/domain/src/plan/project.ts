import { z } from 'zod'
import { ROLES } from '../gate/words.ts'
import { asked } from '../kernel/asked.ts'
import { isDay } from '../kernel/day.ts'

const day = z.string().refine(isDay, asked.day)
const share = z.number().min(0).max(1)
const file = z.string().min(1)

/** A version of the plan (P5): who wrote it, who approved it, and what changed since the one before. */
export const planVersion = z.strictObject({
  version: z.int().positive(),
  author: z.string().min(1),
  at: z.string(),
  changes: z.array(z.string()).default([]),
  approved: z.strictObject({ by: z.string().min(1), at: z.string(), remark: z.string().optional() }).optional(),
})

/** A waiver of non-statutory findings: reasoned, by a second person, scoped, expiring. */
export const waiver = z.strictObject({
  check: z.string().min(1),
  rule: z.string().optional(),
  subject: z.string().min(1),
  market: z.string().optional(),
  reason: z.string().min(10),
  'asked-by': z.string().min(1),
  /** none while it is only asked for; without it nothing is waived */
  'granted-by': z.string().min(1).optional(),
  until: day,
})
export type Waiver = z.infer<typeof waiver>

/** A sourcing channel (P2): suppliers and products keep the channel they came by. */
export const channel = z.strictObject({
  id: z.string().min(1),
  kind: z.enum([
    'fair',
    'b2b-site',
    'platform-square',
    'own-brand',
    'supplier-portal',
    'data-tool',
    'referral',
    'file-import',
    'api',
  ]),
  name: z.string().min(1),
})

/** The stream and its plan (P1–P5). Only theme, markets, date, language and slots are needed; the rest is what a full plan holds. */
export const project = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  theme: z.string().min(1),
  markets: z.array(z.string().regex(/^[a-z]{2}$/)).min(1),
  date: day,
  language: z.enum(['zh', 'en']),
  slots: z.int().min(1).max(500),

  time: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  'time-zone': z.string().optional(),
  platform: z.string().optional(),
  channel: z.string().optional(),
  host: z.strictObject({ name: z.string(), born: day.optional(), verified: z.boolean().optional() }).optional(),
  audience: z.string().optional(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .optional(),
  budget: z.strictObject({ amount: z.string(), currency: z.string() }).optional(),
  goals: z
    .strictObject({ gmv: z.string().optional(), orders: z.int().optional(), followers: z.int().optional() })
    .optional(),
  'theme-classes': z.array(z.string()).optional(),
  'forbidden-classes': z.array(z.string()).default([]),
  'role-mix': z
    .partialRecord(z.enum(ROLES), z.strictObject({ min: share.optional(), max: share.optional() }))
    .optional(),
  lineup: z.looseObject({}).optional(),
  channels: z.array(channel).default([]),
  'qualification-tightening': z.looseObject({}).optional(),
  'contract-requirements': z.array(z.string()).default([]),
  versions: z.array(planVersion).default([]),
  waivers: z.array(waiver).default([]),
  /** products taken off every lineup (S2) */
  holds: z
    .array(
      z.strictObject({
        product: z.string().min(1),
        reason: z.string().min(1),
        by: z.string().min(1),
        from: day,
        until: day.optional(),
      }),
    )
    .default([]),
  /** what the host will say of a product (S3) */
  scripts: z
    .array(z.strictObject({ product: z.string().min(1), language: z.string().length(2), text: z.string().min(1) }))
    .default([]),
  /** the organisation's rules and who acknowledged them (T1) */
  'management-rules': z
    .array(
      z.strictObject({
        id: z.string().min(1),
        version: z.int().positive(),
        published: day,
        'must-acknowledge': z.array(z.string()),
        acknowledged: z.array(z.string()),
      }),
    )
    .default([]),
  /** how long records are kept, in years (T2) */
  'retention-years': z.int().positive().optional(),
  /** counts that came back from the stream: orders, returns, not-as-described, complaints, ratings, … (T3, S2) */
  results: z.record(z.string(), z.int().nonnegative()).optional(),
  rates: z
    .array(
      z.strictObject({
        from: z.string().length(3),
        to: z.string().length(3),
        rate: z.string().regex(/^\d+(\.\d+)?$/),
        day,
        source: z.string().min(1),
      }),
    )
    .default([]),
  /** duties of the stream that a person has confirmed, by name (replay-kept, host-of-age …); rules ask for plan.confirmed.<name> */
  confirmed: z.record(z.string(), z.strictObject({ by: z.string().min(1), on: day })).optional(),
  /** files beside the project file */
  files: z
    .strictObject({
      products: file.optional(),
      suppliers: file.optional(),
      facts: file.optional(),
      offers: file.optional(),
      lots: file.optional(),
      evidence: file.optional(),
    })
    .default({}),
})
export type Project = z.infer<typeof project>
