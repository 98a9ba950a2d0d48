import { channel } from '@haixuan/domain/plan/project'
import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { query } from '../../platform/queries/query.ts'

type Measured = {
  channel: string | null
  suppliers: number
  products: number
  passed: number
  conditional: number
  open: number
  inLineup: number
  orders: number
  returns: number
  notAsDescribed: number
}
const counts = z.object({
  suppliers: z.int(),
  products: z.int(),
  passed: z.int(),
  conditional: z.int(),
  open: z.int(),
  inLineup: z.int().describe('products that the lineup holds'),
  orders: z.int(),
  returns: z.int(),
  notAsDescribed: z.int(),
  yield: z.number().nullable().describe('share of its products that passed every gate'),
  defects: z.number().nullable().describe('orders not as described, per order'),
})

/** P2 · The channels of a plan, measured: what came by each, how much of it passes, and what came back of it. */
export const channels = query({
  name: 'project.channels',
  path: '/projects/:project/channels',
  summary: { zh: '选品途径的成品率与不良率', en: 'Sourcing channels with their yield and defect rate' },
  params: z.object({ project: z.string() }),
  query: z.object({}),
  answer: z.object({
    rows: z.array(
      counts.extend({
        channel: channel.nullable().describe('none for what came by no channel of the plan'),
        id: z.string().nullable().describe('as the products name it'),
      }),
    ),
  }),
  async run({ tx, actor, params }) {
    const project = await tx
      .selectFrom('project')
      .select('plan')
      .where('org_id', '=', actor.org)
      .where('id', '=', params.project)
      .executeTakeFirst()
    if (!project) throw new Problem('not-found', { why: missing('project', params.project) })
    // a product came by its own channel, else by that of its supplier: counted by both, and by what they came out with
    const { rows } = await sql<Measured>`
      with came as (
        select nullif(c.channel, '') as channel, c.supplier_id, sum(c.n) as products,
          coalesce(sum(c.n) filter (where l.state = 'passed'), 0) as passed,
          coalesce(sum(c.n) filter (where l.state = 'conditional'), 0) as conditional,
          coalesce(sum(c.n) filter (where l.state = 'open'), 0) as open,
          0 as in_lineup, 0 as orders, 0 as returns, 0 as not_as_described
        from alike_count c join likeness l
          on l.org_id = ${actor.org} and l.project_id = ${params.project} and l.id = c.likeness
        where c.org_id = ${actor.org} and c.project_id = ${params.project} and c.supplier_id > ''
        group by c.channel, c.supplier_id having sum(c.n) > 0
        union all
        select p.channel, p.supplier_id, 0, 0, 0, 0, x.in_lineup, x.orders, x.returns, x.not_as_described
        from (
          select distinct s ->> 'product' as id, 1 as in_lineup, 0 as orders, 0 as returns, 0 as not_as_described
            from lineup, jsonb_array_elements(body -> 'slots') s
            where org_id = ${actor.org} and project_id = ${params.project} and s ->> 'product' is not null
          union all
          select product_id, 0, coalesce((counts ->> 'orders')::bigint, 0), coalesce((counts ->> 'returns')::bigint, 0),
            coalesce((counts ->> 'not-as-described')::bigint, 0)
            from product_result where org_id = ${actor.org} and project_id = ${params.project}
        ) x join product p on p.org_id = ${actor.org} and p.project_id = ${params.project} and p.id = x.id
      )
      select coalesce(c.channel, s.body ->> 'channel') as channel, count(distinct c.supplier_id)::int as suppliers,
        sum(products)::int as products, sum(passed)::int as passed, sum(conditional)::int as conditional,
        sum(open)::int as open, sum(in_lineup)::int as "inLineup", sum(orders)::int as orders,
        sum(returns)::int as returns, sum(not_as_described)::int as "notAsDescribed"
      from came c left join supplier s on s.org_id = ${actor.org} and s.id = c.supplier_id
      group by 1 order by products desc, 1
    `.execute(tx)
    const planned = project.plan.channels
    const unused = planned.filter((c) => !rows.some((r) => r.channel === c.id)).map((c) => none(c.id))
    return {
      rows: [...rows, ...unused].map(({ channel: id, ...m }) => ({
        ...m,
        id,
        channel: planned.find((c) => c.id === id) ?? null,
        yield: m.products > 0 ? m.passed / m.products : null,
        defects: m.orders > 0 ? m.notAsDescribed / m.orders : null,
      })),
    }
  },
})

const none = (channel: string): Measured => ({
  channel,
  suppliers: 0,
  products: 0,
  passed: 0,
  conditional: 0,
  open: 0,
  inLineup: 0,
  orders: 0,
  returns: 0,
  notAsDescribed: 0,
})
