import { ocCurve } from '@haixuan/domain/supervise/quality/oc-curve'
import { SAMPLING_SEVERITIES, type SamplingPlan, samplingPlan } from '@haixuan/domain/supervise/quality/sampling'
import type { SamplingFile } from '@haixuan/domain/supervise/quality/sampling-schema'
import { z } from 'zod'
import { query } from '../../platform/queries/query.ts'

const numbers = z.array(z.int())
/** A plan as people read it: one sample or two, cumulative numbers for both. */
export const planShown = z.object({
  lotCode: z.string().describe('code letter of the lot by Table 1'),
  code: z.string().describe('code letter of the plan, after the arrows of the tables'),
  type: z.enum(['single', 'double']),
  severity: z.enum(SAMPLING_SEVERITIES),
  samples: numbers.describe('units to take, in one sample or two'),
  accept: numbers,
  reject: numbers,
  everyUnit: z.boolean().describe('the samples are as large as the lot: look at every unit'),
})
export const shownPlan = ({ sampleSize, accept, reject, ...plan }: SamplingPlan): z.input<typeof planShown> => ({
  ...plan,
  samples: [sampleSize].flat(),
  accept: [accept].flat(),
  reject: [reject].flat(),
})

export const curveShown = z.object({
  model: z.enum(['binomial', 'hypergeometric', 'poisson']),
  points: z.array(z.object({ share: z.number(), chance: z.number() })),
  at: z
    .record(z.string(), z.number())
    .describe('share of nonconforming units at which 95, 50 and 10 of 100 lots are accepted'),
})
export const shownCurve = (
  plan: SamplingPlan,
  units: number,
  model: z.output<typeof curveShown>['model'] = 'binomial',
): z.input<typeof curveShown> => {
  const { points, at } = ocCurve(plan, units, model)
  return { model, points: [...points], at: { ...at } }
}

const levels = ({ levels: all, aqls }: SamplingFile) => ({ levels: [...all], aqls: [...aqls] })

/** S1 · The plan for a lot by GB/T 2828.1, with what it can tell good lots from bad by. */
export const planFor = query({
  name: 'sampling.plan',
  path: '/sampling-plan',
  summary: { zh: '抽样方案与 OC 曲线', en: 'The sampling plan for a lot, with its OC curve' },
  params: z.object({}),
  query: z.object({
    units: z.coerce.number().int().min(2).max(10_000_000).default(1000),
    level: z.string().default('II'),
    aql: z.string().default('2.5'),
    severity: z.enum(SAMPLING_SEVERITIES).default('normal'),
    type: z.enum(['single', 'double']).default('single'),
    model: curveShown.shape.model.default('binomial'),
  }),
  answer: z.object({ plan: planShown, curve: curveShown, levels: z.array(z.string()), aqls: z.array(z.string()) }),
  async run({ query: { units, model, ...asked }, house }) {
    const { sampling } = house.standard
    const plan = samplingPlan(sampling, { ...asked, lot: units })
    return { plan: shownPlan(plan), curve: shownCurve(plan, units, model), ...levels(sampling) }
  },
})
