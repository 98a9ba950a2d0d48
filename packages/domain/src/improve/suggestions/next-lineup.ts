import { z } from 'zod'
import { bilingual, source } from '../../gate/rule.ts'
import { type Count, quantileOf, wilson } from '../../supervise/risk/indicator.ts'
import { differenceOf } from './effect.ts'

export const PROPOSALS = ['keep', 'rest', 'stop', 'repeat', 'explore'] as const
export type Proposal = (typeof PROPOSALS)[number]

/** optimisation.yaml: how results of one stream become proposals for the next (T3). */
export const optimisationFile = z.strictObject({
  source,
  confidence: z.enum(['0.80', '0.90', '0.95', '0.98', '0.99']),
  'exploration-share': z.string().regex(/^0(\.\d+)?$/, 'a share in quotes, such as "0.2"'),
  'least-trials': z.int().positive(),
  /** [events, trials] of what is compared, the first the results tell of */
  conversion: z.array(z.tuple([z.string(), z.string()])).min(1),
  proposals: z
    .array(z.strictObject({ id: z.enum(PROPOSALS), name: bilingual, why: bilingual }))
    .length(PROPOSALS.length),
})
export type OptimisationFile = z.infer<typeof optimisationFile>

export type Candidate = {
  readonly product: string
  /** what came back; none for a product that was not on air */
  readonly counts?: Readonly<Record<string, number>> | undefined
  /** all gates passed */
  readonly passed: boolean
  /** a risk indicator stands at hold */
  readonly held: boolean
}
export type Proposed = {
  readonly product: string
  readonly proposal: Proposal
  readonly count: Count
  readonly low: number
  readonly high: number
}
/** What the slots of those that rest may bring when those that are kept have them: the difference of their shares. */
export type Uplift = { readonly change: number; readonly low: number; readonly high: number }
export type NextLineup = {
  readonly of: readonly [events: string, trials: string]
  readonly whole: Count
  readonly proposed: readonly Proposed[]
  /** slots that may go to `repeat` and `explore` */
  readonly trials: number
  readonly uplift: Uplift | null
}

/**
 * T3 · Proposes for the next lineup what to keep, rest, stop and try, from counts alone. A product is told better or worse
 * only when the interval of its share leaves out that of the stream; trials are limited, and only of what passed all gates,
 * so that what is learnt costs at most a known share of the slots.
 */
export function proposeNext(file: OptimisationFile, candidates: readonly Candidate[], slots: number): NextLineup {
  const z = quantileOf(file.confidence)
  const told = (name: string) => candidates.some((c) => (c.counts?.[name] ?? 0) > 0)
  const of = file.conversion.find(([events, trials]) => told(events) && told(trials)) ?? file.conversion[0]!
  const countOf = (c: Candidate): Count => ({ events: c.counts?.[of[0]] ?? 0, trials: c.counts?.[of[1]] ?? 0 })
  // more orders than clicks are a fault of the list, and tell nothing
  const usable = (c: Candidate) => countOf(c).events <= countOf(c).trials
  const whole = sum(candidates.filter(usable).map(countOf))
  const average = whole.trials === 0 ? 0 : whole.events / whole.trials
  const limit = Math.floor(slots * Number(file['exploration-share']))
  let left = limit
  const judged = candidates.map((c) => {
    const count = usable(c) ? countOf(c) : { events: 0, trials: 0 }
    const { low, high } = wilson(count, z)
    const proposal: Proposal | undefined = c.held
      ? 'stop'
      : count.trials < file['least-trials']
        ? c.counts
          ? 'repeat'
          : 'explore'
        : low > average
          ? 'keep'
          : high < average
            ? 'rest'
            : undefined
    return { product: c.product, passed: c.passed, proposal, count, low, high }
  })
  const first = judged.toSorted((a, b) => b.high - a.high || (a.product < b.product ? -1 : 1))
  const proposed = first.flatMap(({ proposal, passed, ...rest }): Proposed[] => {
    if (proposal === undefined) return []
    if (proposal !== 'repeat' && proposal !== 'explore') return [{ ...rest, proposal }]
    if (!passed || left === 0) return []
    left -= 1
    return [{ ...rest, proposal }]
  })
  return { of, whole, proposed, trials: limit, uplift: upliftOf(proposed, z) }
}

const sum = (counts: readonly Count[]): Count => ({
  events: counts.reduce((n, c) => n + c.events, 0),
  trials: counts.reduce((n, c) => n + c.trials, 0),
})

function upliftOf(proposed: readonly Proposed[], z: number): Uplift | null {
  const all = (proposal: Proposal) => sum(proposed.filter((p) => p.proposal === proposal).map((p) => p.count))
  const [rest, keep] = [all('rest'), all('keep')]
  return rest.trials === 0 || keep.trials === 0 ? null : differenceOf(rest, keep, z)
}
