import { CASE_KINDS } from '@haixuan/domain/improve/after-sales/case'
import { readIndicators } from '@haixuan/domain/supervise/risk/indicator'
import { sql } from 'kysely'
import { z } from 'zod'
import type { House } from '../../../house.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { missing } from '../../../platform/http/records.ts'
import { text } from '../../../platform/http/schemas.ts'
import { query } from '../../../platform/queries/query.ts'
import { type CardRow, card, countedOf, countsOf, scored } from './card.ts'

type Row = CardRow & {
  projects: { project: string; name: string; day: string; products: number; counts: Record<string, number> }[]
  lots: Lot[]
  cases: { kind: (typeof CASE_KINDS)[number]; count: number }[]
}
type Lot = {
  project: string
  product: string
  title: string
  lot: string
  units: number
  found: number[]
  verdict: (typeof VERDICTS)[number]
}
const VERDICTS = ['accepted', 'refused', 'second-sample', 'waiting'] as const

/** S1, R1 · How a supplier has done: lots of bulk goods, what buyers sent back and why, orders late, by project and in all. */
export const scorecard = query({
  name: 'supplier.scorecard',
  path: '/suppliers/:supplier/scorecard',
  summary: {
    zh: '供应商记分卡：批次、货不对板、退货、迟发，由记录算出',
    en: 'Scorecard of a supplier: lots, not as described, returns, late, from the records',
  },
  params: z.object({ supplier: z.string() }),
  query: z.object({}),
  answer: card.extend({
    indicators: z
      .array(
        z.object({
          id: z.string(),
          name: text,
          events: z.number(),
          trials: z.number(),
          low: z.number(),
          high: z.number(),
          alert: z.number(),
          hold: z.number(),
          state: z.enum(['quiet', 'alert', 'hold']),
        }),
      )
      .describe('over all projects, with the bounds of Wilson'),
    projects: z.array(
      z.object({
        project: z.string(),
        name: z.string(),
        day: z.string(),
        products: z.int(),
        counts: z.record(z.string(), z.number()),
      }),
    ),
    lots: z.array(
      z.object({
        project: z.string(),
        product: z.string(),
        title: z.string(),
        lot: z.string(),
        units: z.int(),
        found: z.array(z.int()),
        verdict: z.enum(VERDICTS),
      }),
    ),
    cases: z.array(z.object({ kind: z.enum(CASE_KINDS), count: z.int() })),
  }),
  async run({ tx, actor, params, house }) {
    const at = { org: actor.org, id: params.supplier }
    const { rows } = await sql<Row>`
      with mine as (
        select p.project_id, p.id, p.title, j.name, j.day
        from product p join project j on j.org_id = p.org_id and j.id = p.project_id
        where p.org_id = ${at.org} and p.supplier_id = ${at.id}
      ), counted as (
        select m.project_id, c.key, sum(c.value::numeric) as n
        from mine m join product_result r on r.org_id = ${at.org} and r.project_id = m.project_id and r.product_id = m.id,
          jsonb_each_text(r.counts) c
        group by m.project_id, c.key
      )
      select s.id as supplier, s.name, ${countsOf(actor.org)} as counts,
        coalesce((select jsonb_agg(jsonb_build_object('project', g.project_id, 'name', g.name, 'day', g.day,
            'products', g.products, 'counts', coalesce((select jsonb_object_agg(c.key, c.n) from counted c
              where c.project_id = g.project_id), '{}')) order by g.day desc, g.project_id)
          from (select project_id, name, day, count(*)::int as products from mine group by project_id, name, day) g), '[]')
          as projects,
        coalesce((select jsonb_agg(jsonb_build_object('project', m.project_id, 'product', m.id, 'title', m.title,
            'lot', l.id, 'units', l.units, 'found', coalesce(l.body -> 'found', '[]'), 'verdict', l.verdict)
            order by m.project_id, m.id, l.id)
          from mine m join lot l on l.org_id = ${at.org} and l.project_id = m.project_id and l.product_id = m.id), '[]')
          as lots,
        coalesce((select jsonb_agg(jsonb_build_object('kind', k.kind, 'count', k.n) order by k.n desc, k.kind)
          from (select c.kind, count(*)::int as n from after_sales_case c
            join mine m on m.project_id = c.project_id and m.id = c.product_id
            where c.org_id = ${at.org} group by c.kind) k), '[]') as cases
      from supplier s ${countedOf(actor.org)} where s.org_id = ${at.org} and s.id = ${at.id}
    `.execute(tx)
    const found = rows[0]
    if (!found) throw new Problem('not-found', { why: missing('supplier', params.supplier) })
    const { projects, lots, cases } = found
    return { ...scored(house, found), indicators: indicatorsOf(house, projects), projects, lots, cases }
  },
})

function indicatorsOf({ standard }: House, projects: Row['projects']) {
  const total: Record<string, number> = {}
  for (const { counts } of projects)
    for (const [name, n] of Object.entries(counts)) total[name] = (total[name] ?? 0) + Number(n)
  const read = new Map(readIndicators(standard.risks, total).map((r) => [r.id, r]))
  return standard.risks.indicators.flatMap(({ id, name, alert, hold }) => {
    const reading = read.get(id)
    return reading ? [{ ...reading, name, alert: Number(alert), hold: Number(hold) }] : []
  })
}
