import { z } from 'zod'
import { asked } from '../kernel/asked.ts'
import { bilingual } from './rule.ts'

const id = z.string().regex(/^[a-z]{2}$/, asked.market)
const zone = (name: string) => {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== ''
  } catch {
    return false
  }
}

/** A market: where a stream sells. A child (de) is bound by its parent's rules (eu) beside its own. */
export const market = z.strictObject({
  id,
  name: bilingual,
  parent: id.optional(),
  /** languages buyers are addressed in, ISO 639-1; the first one leads */
  languages: z.array(z.string().regex(/^[a-z]{2}$/, asked.language)).min(1),
  currency: z.string().regex(/^[A-Z]{3}$/, asked.currency),
  'time-zone': z.string().refine(zone, 'not a time zone of the IANA list, such as Europe/Berlin'),
  /** the market whose customs law and border it shares: itself, or its union (de → eu) */
  'customs-territory': id,
  /** ISO 3166-1 countries it holds */
  countries: z.array(z.string().regex(/^[A-Z]{2}$/, asked.country)).min(1),
})
export type Market = z.infer<typeof market>
export const marketFile = z.strictObject({ markets: z.array(market).min(1) })
