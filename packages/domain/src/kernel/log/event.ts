import { z } from 'zod'
import { because } from '../because.ts'
import type { Instant } from '../day.ts'
import { BadInput } from '../errors.ts'
import { wrongsOf } from '../issue.ts'
import { canonicalBytes, canonicalJson } from './canonical-json.ts'

/** One spelling of each moment: UTC with milliseconds, 24 characters. */
const isInstant = (value: unknown): value is Instant => {
  if (typeof value !== 'string' || value.length !== 24) return false
  const time = Date.parse(value)
  return !Number.isNaN(time) && new Date(time).toISOString() === value
}

/** One thing that happened, as the log keeps it (T2): `gate.decided`, `product.imported`, `lineup.released`, … */
export const event = z.strictObject({
  /** place in the log, from 0 */
  seq: z.int().nonnegative(),
  at: z.custom<Instant>(isInstant, 'not an instant in UTC such as 2026-05-20T12:00:00.000Z'),
  type: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)+$/),
  actor: z.string().min(1),
  subject: z.string().min(1),
  /** clause of the standard */
  clause: z.string().regex(/^[A-Z]\d$/),
  /** where it belongs, in a log of many projects */
  project: z.string().min(1).optional(),
  supplier: z.string().min(1).optional(),
  body: z.record(z.string(), z.unknown()),
})
export type Event = z.infer<typeof event>

/** The bytes a leaf of the log hashes: the event's canonical JSON in UTF-8. @throws BadInput */
export const eventBytes = (e: Event): Uint8Array => canonicalBytes(e)

/** Reads one event and refuses any spelling but the canonical one. @throws BadInput */
export function parseEvent(text: string): Event {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw new BadInput(because('not-json'))
  }
  const read = event.safeParse(value)
  if (!read.success) {
    const [wrong] = wrongsOf(read.error.issues, value)
    throw new BadInput(wrong?.reason ?? because('not-an-event'), { field: wrong?.path.join('.') || 'event' })
  }
  if (canonicalJson(value) !== text) throw new BadInput(because('not-canonical-json'))
  return read.data
}

/** Decisions and assessments are the events that anyone can re-run from the facts and rules before them. */
export const isDecision = (e: Event): boolean => /\.(?:decided|assessed)$/.test(e.type)
