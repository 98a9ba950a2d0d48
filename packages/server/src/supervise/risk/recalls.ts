import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'

const row = z.object({
  id: z.string(),
  version: z.int(),
  reason: z.string(),
  state: z.enum(['open', 'closed']),
  openedBy: z.string(),
  opened: z.string(),
  closedBy: z.string().nullable(),
  outcome: z.string().nullable(),
})
const columns = [
  'r.id',
  'r.version',
  'r.reason',
  'r.state',
  'r.opened_by as openedBy',
  'r.opened_at as opened',
  'r.closed_by as closedBy',
  'r.outcome',
] as const

export const recalls = query({
  name: 'recall.list',
  path: '/recalls',
  summary: { zh: '召回', en: 'Recalls' },
  params: z.object({}),
  query: pageOf(['opened'])
    .omit({ q: true })
    .extend({ sort: z.enum(['opened', '-opened']).default('-opened'), state: z.enum(['open', 'closed']).optional() }),
  answer: pageAnswer(row),
  async run({ tx, actor, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`r.opened_at`, id: sql`r.id` })
    const rows = await tx
      .selectFrom('recall as r')
      .select(columns)
      .where('r.org_id', '=', actor.org)
      .where(where)
      .$if(page.state !== undefined, (q) => q.where('r.state', '=', page.state as 'open'))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.opened, r.id])
  },
})

/** S2 · A recall with what it touches: how many orders were counted, and the cases that buyers have opened. */
export const recallGet = query({
  name: 'recall.get',
  path: '/recalls/:recall',
  summary: { zh: '召回：受影响的项目、订单与案件', en: 'A recall: the projects, orders and cases it touches' },
  params: z.object({ recall: z.string() }),
  query: z.object({}),
  answer: row.extend({
    sought: z.looseObject({}),
    products: z.array(
      z.object({
        project: z.string(),
        product: z.string(),
        title: z.string().nullable(),
        held: z.boolean(),
        orders: z.int().describe('as counted when results came back'),
        cases: z.array(z.string()),
      }),
    ),
  }),
  async run({ tx, actor, params }) {
    const found = await tx
      .selectFrom('recall as r')
      .select([...columns, sql<Record<string, unknown>>`r.sought`.as('sought'), 'r.products'])
      .where('r.org_id', '=', actor.org)
      .where('r.id', '=', params.recall)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { detail: `recall ${params.recall}` })
    const { rows } = await sql<{
      project: string
      product: string
      title: string | null
      held: boolean
      orders: number
      cases: string[]
    }>`
      select t.project, t.product, p.title,
        coalesce(j.plan -> 'holds' @> jsonb_build_array(jsonb_build_object('product', t.product)), false) as held,
        coalesce((x.counts ->> 'orders')::int, 0) as orders,
        coalesce((select array_agg(c.id order by c.created_at) from after_sales_case c
          where c.org_id = ${actor.org} and c.project_id = t.project and c.product_id = t.product), '{}') as cases
      from jsonb_to_recordset(${JSON.stringify(found.products)}::jsonb) as t (project text, product text)
      left join product p on p.org_id = ${actor.org} and p.project_id = t.project and p.id = t.product
      left join project j on j.org_id = ${actor.org} and j.id = t.project
      left join product_result x on x.org_id = ${actor.org} and x.project_id = t.project and x.product_id = t.product
      order by t.project, t.product
    `.execute(tx)
    return { ...found, products: rows }
  },
})
