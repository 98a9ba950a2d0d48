import { casesOf } from '@haixuan/domain/flow/review-product'
import { OWNERS, SEVERITIES } from '@haixuan/domain/gate/words'
import type { Day } from '@haixuan/domain/kernel/day'
import { claimHeld } from '@haixuan/domain/select/product/checks/claims'
import type { Held } from '@haixuan/domain/select/product/checks/held'
import { marketNeeds } from '@haixuan/domain/select/product/needs'
import { besideSeal, sealOf } from '@haixuan/domain/select/product/sample'
import { z } from 'zod'
import { planNow } from '../../../flow/judge/plan-now.ts'
import { productRows, reviewRow } from '../../../flow/judge/product-rows.ts'
import { cause } from '../../../platform/cause.ts'
import { MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { text } from '../../../platform/http/schemas.ts'
import { query } from '../../../platform/queries/query.ts'
import { claim } from './claim.ts'

const held = z.enum(['held', 'missing', 'wrong'])
const named = z.object({ id: z.string(), name: text })
const asked = z.object({
  rule: z.string(),
  title: text,
  source: z.string(),
  severity: z.enum(SEVERITIES),
  statutory: z.boolean(),
  owner: z.enum(OWNERS),
  held,
})
const needs = z.object({
  market: z.string(),
  certificates: z.array(
    asked.extend({ type: named, by: z.array(z.int()).describe('places of the certificates that cover it') }),
  ),
  labels: z.array(
    asked.extend({ languages: z.array(z.string()), statements: z.array(named.extend({ held: z.boolean() })) }),
  ),
  facts: z.array(asked.extend({ fact: z.string() })),
})

/** I3, I4, R1, R3 · What stands behind the state of a product: read anew, as its gates are decided from it. */
export const productReview = query({
  name: 'product.review',
  path: '/projects/:project/products/:product/review',
  summary: {
    zh: '产品研判：品类与主题的理由、宣称依据、各市场所需、封样与大货比对',
    en: 'What stands behind its state: class and theme with reasons, claims with evidence, what each market asks, seal beside bulk',
  },
  roles: MEMBER_ROLES,
  params: z.object({ project: z.string(), product: z.string() }),
  query: z.object({}),
  answer: z.object({
    asOf: z.string(),
    class: z.object({
      id: z.string().nullable(),
      name: text.nullable(),
      confidence: z.number(),
      reason: text,
      fixed: z.boolean(),
      read: z.string().nullable().describe('what the classifier alone would say'),
    }),
    themeFit: z.object({ score: z.number(), reasons: z.array(text) }),
    signals: z.array(
      z.object({
        id: z.string(),
        severity: z.enum(SEVERITIES),
        what: text,
        remedy: text,
        owner: z.enum(OWNERS).optional(),
        source: z.string().optional(),
        needs: z.string().optional(),
        span: z.object({ field: z.string(), from: z.int(), to: z.int(), words: z.string() }).optional(),
      }),
    ),
    claims: z.array(claim.extend({ held, evidence: named.nullable(), markets: z.record(z.string(), held) })),
    markets: z.array(needs),
    compared: z
      .array(
        z.object({
          sample: z.string(),
          seal: z.string().nullable(),
          lot: z.string(),
          attributes: z.array(
            z.object({
              attribute: z.string(),
              sealed: z.string(),
              bulk: z.string().describe('empty when it was not measured'),
              off: z.number().nullable().describe('how far off, as a share of the sealed value'),
              differs: z.boolean(),
            }),
          ),
        }),
      )
      .describe('bulk goods beside the sealed sample'),
    tolerance: z.number(),
  }),
  async run({ tx, actor, params, house }) {
    const row = await productRows(tx, actor.org, params.project)
      .innerJoin('project as j', (on) => on.onRef('j.org_id', '=', 'p.org_id').onRef('j.id', '=', 'p.project_id'))
      .select(['j.plan', 'j.state as plan_state'])
      .where('p.id', '=', params.product)
      .executeTakeFirst()
    if (!row)
      throw new Problem('not-found', {
        why: cause('product-of-project', { product: params.product, project: params.project }),
      })
    const plan = planNow(house, row.plan, house.clock())
    const asOf = plan.date as Day
    const desk = house.desks.for(plan)
    const { product } = reviewRow(row, plan, desk, row.plan_state)
    const cases = casesOf(product, { ...desk, plan, asOf }, row.offer?.delivery.mode)
    const { facts } = product
    const tolerance = Number(desk.standard.sampling['seal-tolerance'])
    return {
      asOf,
      class: {
        id: product.class ?? null,
        name: product.class === undefined ? null : desk.nameOf('class', product.class),
        confidence: product.confidence,
        reason: product.classReason,
        fixed: facts?.class !== undefined,
        read: desk.readers.classify(product.listing).class ?? null,
      },
      themeFit: { score: product.themeFit.score, reasons: [...product.themeFit.reasons] },
      signals: [...product.signals],
      claims: product.claims.map((claim) => {
        const markets = Object.fromEntries(cases.map((about) => [about.market, claimHeld(about, claim)]))
        const evidence = claim.needs ? { id: claim.needs, name: desk.nameOf('evidence', claim.needs) } : null
        return { ...claim, held: worst(Object.values(markets)), evidence, markets }
      }),
      markets: cases.map(marketNeeds) as z.input<typeof needs>[],
      compared: (facts?.samples ?? []).flatMap((sample) => {
        const seal = sealOf(sample)
        if (!seal) return []
        return (facts?.lots ?? []).map((lot) => ({
          sample: sample.id,
          seal: seal['seal-number'] ?? null,
          lot: lot.id,
          attributes: besideSeal(seal.measured, lot.measured, tolerance).map(({ off, ...both }) => ({
            ...both,
            off: off === undefined || !Number.isFinite(off) ? null : off,
          })),
        }))
      }),
      tolerance,
    }
  },
})

const WORSE: readonly Held[] = ['wrong', 'missing', 'held']
const worst = (all: readonly Held[]): Held => WORSE.find((h) => all.includes(h)) ?? 'held'
