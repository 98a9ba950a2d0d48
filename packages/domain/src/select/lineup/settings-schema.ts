import { z } from 'zod'
import { bilingual, source } from '../../gate/rule.ts'
import { ROLES } from '../../gate/words.ts'

const share = z.number().min(0).max(1)
/** A share of all slots (0.2) or a number of slots ({ count: 3 }). */
const amount = z.union([share, z.strictObject({ count: z.int().min(0) })])
export type Amount = z.infer<typeof amount>

/** `firm: false` gives way before a slot stays empty, and says so; what a person sets is firm unless it says otherwise. */
const range = { min: amount.optional(), max: amount.optional(), firm: z.boolean().optional() }
const cap = z.strictObject({ max: amount, firm: z.boolean().optional() })

const phase = z.strictObject({
  id: z.string().min(1),
  name: bilingual.optional(),
  /** a number of slots, or a share of the slots that phases with numbers leave */
  slots: z.int().min(0).optional(),
  share: z.number().positive().max(1).optional(),
  /** how well a role suits this phase, 0–100 points (a role not named: 0), and how many the phase needs or bears */
  roles: z.partialRecord(
    z.enum(ROLES),
    z.strictObject({
      points: z.int().min(0).max(100),
      min: z.int().min(0).optional(),
      max: z.int().min(0).optional(),
    }),
  ),
})

const band = z.strictObject({
  id: z.string().min(1),
  name: bilingual.optional(),
  /** the band's highest price in major units, "9.90", or its rank among the candidates' prices, 0–1; the last has none */
  'up-to': z.union([z.string().regex(/^\d+(\.\d+)?$/), z.strictObject({ rank: share })]).optional(),
  ...range,
})

const weights = z.strictObject({
  /** points for the reference profit in one slot: margin after returns × units, capped by stock */
  margin: z.int().min(0).max(10_000),
  /** points for a theme fit of 1 */
  theme: z.int().min(0).max(10_000),
  /** points for a role score of 100 */
  role: z.int().min(0).max(10_000),
  /** points for a role that suits its phase with 100 */
  phase: z.int().min(0).max(10_000),
  /** points a product loses that is not yet released */
  provisional: z.int().min(0).max(100_000),
})

const sequence = z.strictObject({
  class: z.int().min(0),
  brand: z.int().min(0),
  supplier: z.int().min(0),
  role: z.int().min(0),
  /** three prices that rise or fall in a row */
  price: z.int().min(0),
})

const limits = z.strictObject({ supplier: cap.optional(), brand: cap.optional(), class: cap.optional() })
const mix = z.partialRecord(z.enum(ROLES), z.strictObject(range))

/** I9 · What a person sets for one stream; what is left out comes from lineup.yaml. */
export const lineupSettings = z.strictObject({
  slots: z.int().min(1).max(500),
  'minutes-per-slot': z.number().positive().max(600).optional(),
  phases: z.array(phase).min(1).max(20).optional(),
  'role-mix': mix.optional(),
  limits: limits.optional(),
  ladder: z.array(band).max(20).optional(),
  'must-have': z.array(z.string()).optional(),
  exclude: z.array(z.string()).optional(),
  /** pairs of products that may not both stand in the lineup */
  apart: z.array(z.tuple([z.string(), z.string()])).optional(),
  /** a product fixed to a slot, slots counted from 1 over the whole stream */
  locks: z.array(z.strictObject({ slot: z.int().min(1), product: z.string() })).optional(),
  /** may products that are not yet released fill slots? */
  provisional: z.enum(['fill', 'refuse']).optional(),
  weights: weights.partial().optional(),
  sequence: sequence.partial().optional(),
  /** the profit of one slot in major units that earns the full margin points; left out, taken from the candidates */
  'reference-profit': z
    .string()
    .regex(/^\d+(\.\d+)?$/)
    .optional(),
  /** how many products left out are explained */
  'explain-out': z.int().min(0).max(1_000).optional(),
})
export type LineupSettings = z.infer<typeof lineupSettings>

const noted = { note: bilingual }
/** lineup.yaml: the defaults, each with the reason the trade gives for it. */
export const lineupFile = z.strictObject({
  source,
  phases: z.array(z.strictObject({ ...phase.shape, name: bilingual, ...noted })).min(1),
  'role-mix': z.partialRecord(z.enum(ROLES), z.strictObject({ ...range, ...noted })),
  limits: z.strictObject({
    supplier: z.strictObject({ ...cap.shape, ...noted }),
    brand: z.strictObject({ ...cap.shape, ...noted }),
    class: z.strictObject({ ...cap.shape, ...noted }),
  }),
  ladder: z.array(z.strictObject({ ...band.shape, name: bilingual, ...noted })),
  provisional: z.strictObject({ default: z.enum(['fill', 'refuse']), ...noted }),
  weights: z.strictObject({ ...weights.shape, ...noted }),
  sequence: z.strictObject({ ...sequence.shape, ...noted }),
  'explain-out': z.strictObject({ default: z.int().min(0).max(1_000), ...noted }),
})
export type LineupFile = z.infer<typeof lineupFile>
