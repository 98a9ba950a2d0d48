import { channel } from '@haixuan/domain/plan/project'
import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
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
    if (!project) throw new Problem('not-found', { detail: `project ${params.project}` })
    // a product came by its own channel, else by that of its supplier
    const { rows } = await sql<Measured>`
      with in_lineup as (
        select distinct s ->> 'product' as id from lineup, jsonb_array_elements(body -> 'slots') s
        where org_id = ${actor.org} and project_id = ${params.project} and s ->> 'product' is not null
      )
      select coalesce(p.channel, s.body ->> 'channel') as channel,
        count(distinct p.supplier_id)::int as suppliers, count(*)::int as products,
        (count(*) filter (where p.state = 'passed'))::int as passed,
        (count(*) filter (where p.state = 'conditional'))::int as conditional,
        (count(*) filter (where p.state = 'open'))::int as open, count(l.id)::int as "inLineup",
        coalesce(sum((r.counts ->> 'orders')::bigint), 0)::int as orders,
        coalesce(sum((r.counts ->> 'returns')::bigint), 0)::int as returns,
        coalesce(sum((r.counts ->> 'not-as-described')::bigint), 0)::int as "notAsDescribed"
      from product p
      left join supplier s on s.org_id = p.org_id and s.id = p.supplier_id
      left join product_result r on r.org_id = p.org_id and r.project_id = p.project_id and r.product_id = p.id
      left join in_lineup l on l.id = p.id
      where p.org_id = ${actor.org} and p.project_id = ${params.project}
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
