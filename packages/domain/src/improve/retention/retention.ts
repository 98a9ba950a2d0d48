import { z } from 'zod'
import { bilingual, source } from '../../gate/rule.ts'
import type { Day } from '../../kernel/day.ts'
import { BadInput } from '../../kernel/errors.ts'
import { because } from '../because.ts'

/** retention.yaml: how long records are kept at least, by the law of the markets they are of (T2, G2). */
export const retentionFile = z.strictObject({
  periods: z
    .array(
      z.strictObject({
        id: z.string().regex(/^[a-z]+(-[a-z]+)*$/),
        name: bilingual,
        about: z.array(z.enum(['project', 'person'])).min(1),
        markets: z.union([z.literal('all'), z.array(z.string().regex(/^[a-z]{2}$/)).min(1)]),
        years: z.int().positive(),
        /** what day the years count from, in words */
        from: bilingual,
        source,
      }),
    )
    .min(1),
})
export type RetentionFile = z.infer<typeof retentionFile>
type Period = RetentionFile['periods'][number]

type Years = Readonly<Record<string, number>>

/** T2 · The periods with an organisation's own years in place of the law's, where they are longer. */
export const keptLonger = (file: RetentionFile, own: Years): RetentionFile => ({
  ...file,
  periods: file.periods.map((period) => ({ ...period, years: Math.max(period.years, own[period.id] ?? 0) })),
})

/** Sees that an organisation keeps nothing shorter than the law asks. @throws BadInput naming the period */
export function checkYears({ periods }: RetentionFile, own: Years): void {
  for (const [id, years] of Object.entries(own)) {
    const law = periods.find((p) => p.id === id)
    if (!law) throw new BadInput(because('no-retention-period', { id }), { field: id })
    if (years < law.years) throw new BadInput(because('retention-below-law', { years: law.years }), { field: id })
  }
}

/** How long a record is kept at least, and what asks for it: the longest period of its markets. */
export type Kept = { readonly until: Day; readonly by: Period }

/** T2 · Until when a record is kept at least; undefined when nothing asks for it. The last day is one of those it is kept. */
export function keptUntil(
  { periods }: RetentionFile,
  about: Period['about'][number],
  markets: readonly string[],
  day: Day,
): Kept | undefined {
  const bound = periods.filter(
    (p) => p.about.includes(about) && (p.markets === 'all' || markets.some((m) => p.markets.includes(m))),
  )
  const [longest] = bound.sort((a, b) => b.years - a.years)
  return longest && { until: yearsAfter(day, longest.years), by: longest }
}

/** The same day so many years later; 29 February becomes the 28th where there is none. */
function yearsAfter(day: Day, years: number): Day {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year + years, month, 0)).getUTCDate()
  return new Date(Date.UTC(year + years, month - 1, Math.min(date, last))).toISOString().slice(0, 10) as Day
}
