import { BadInput } from '../../kernel/errors.ts'
import { stateWord } from '../../kernel/state-words.ts'
import { because } from '../because.ts'
import type { DefectClass, Lot } from './lot.ts'
import { judgeLot, type LotVerdict, type SamplingPlan, samplingPlan } from './sampling.ts'
import type { SamplingFile } from './sampling-schema.ts'

export type ClassVerdict = {
  readonly class: DefectClass
  /** none where a single unit refuses the lot */
  readonly aql: string | null
  readonly plan: SamplingPlan
  readonly found: readonly number[]
  readonly verdict: LotVerdict | 'waiting'
}
export type JudgedLot = { readonly verdict: ClassVerdict['verdict']; readonly classes: readonly ClassVerdict[] }

type Sampled = Pick<Lot, 'units' | 'level' | 'aql' | 'severity' | 'type' | 'found' | 'classes'>

/**
 * S1 · Judges a lot class by class: it is accepted when every class is, refused when one is. `found` of the lot counts the
 * major ones. @throws BadInput naming the field
 */
export function judge(file: SamplingFile, lot: Sampled): JudgedLot {
  const { units, level, severity, type } = lot
  const planFor = (aql: string) => samplingPlan(file, { lot: units, level, aql, severity, type })
  const main = planFor(lot.aql)
  const judged = (of: DefectClass, aql: string | null, plan: SamplingPlan, found: readonly number[]): ClassVerdict => ({
    class: of,
    aql,
    plan,
    found,
    verdict: found.length === 0 ? 'waiting' : judgeLot(plan, found),
  })
  const others = (lot.classes ?? []).map(({ class: of, aql, found }) =>
    judged(of, aql ?? null, aql === undefined ? noneAllowed(main) : planFor(aql), found),
  )
  const classes = [
    ...others.filter((c) => c.class === 'critical'),
    judged('major', lot.aql, main, lot.found),
    ...others.filter((c) => c.class === 'minor'),
  ]
  const verdicts = classes.map((c) => c.verdict)
  const [verdict = 'accepted'] = (['refused', 'waiting', 'second-sample'] as const).filter((v) => verdicts.includes(v))
  return { verdict, classes }
}

/** The sample of a plan with no nonconforming unit let through. */
const noneAllowed = (plan: SamplingPlan): SamplingPlan => ({
  ...plan,
  type: 'single',
  sampleSize: typeof plan.sampleSize === 'number' ? plan.sampleSize : plan.sampleSize[0] + plan.sampleSize[1],
  accept: 0,
  reject: 1,
})

/** What no sample can have shown: more units than were taken, kinds of nonconformity in units that conform. @throws BadInput */
export function checkCounts({ classes }: JudgedLot, defects: Lot['defects'] = []): void {
  for (const { class: of, plan, found } of classes) {
    const sizes = typeof plan.sampleSize === 'number' ? [plan.sampleSize] : plan.sampleSize
    const most = plan.type === 'single' && typeof plan.sampleSize === 'number' ? [plan.sampleSize] : sizes
    found.forEach((n, i) => {
      if (n > (most[i] ?? most[0] ?? 0))
        throw new BadInput(
          because('found-above-sample', { n, of: stateWord('defect', of), most: most[i] ?? most[0] ?? 0 }),
          {
            field: 'found',
          },
        )
    })
    const units = found.reduce((sum, n) => sum + n, 0)
    const worst = Math.max(0, ...defects.filter((d) => d.class === of).map((d) => d.units))
    if (worst > units)
      throw new BadInput(because('kind-above-counted', { of: stateWord('defect', of), worst, units }), {
        field: 'defects',
      })
  }
  const unknown = defects.find((d) => !classes.some((c) => c.class === d.class))
  if (unknown)
    throw new BadInput(because('class-not-counted', { class: stateWord('defect', unknown.class) }), {
      field: 'defects',
    })
}

/** Lots in whose place the same goods were put up again. */
export const superseded = (lots: readonly Pick<Lot, 'resubmits'>[]): ReadonlySet<string> =>
  new Set(lots.flatMap((l) => l.resubmits ?? []))
