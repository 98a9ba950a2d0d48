import type { Day } from '@haixuan/domain/kernel/day'
import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { saying } from '../../platform/queries/saying.ts'
import { dayHere } from '../../platform/settings/day-here.ts'

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
/** What the recall `r` touches, by name. */
const NAMES = sql`(select string_agg(concat_ws(' ', t.product, p.title), ' ')
  from jsonb_to_recordset(r.products) as t (project text, product text)
  left join product p on p.org_id = r.org_id and p.project_id = t.project and p.id = t.product)`
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
  query: pageOf(['opened']).extend({
    sort: z.enum(['opened', '-opened']).default('-opened'),
    state: z.enum(['open', 'closed']).optional(),
  }),
  answer: pageAnswer(row),
  async run({ tx, actor, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`r.opened_at`, id: sql`r.id` })
    const rows = await tx
      .selectFrom('recall as r')
      .select(columns)
      .where('r.org_id', '=', actor.org)
      .where(where)
      .where(
        saying(page.q, {
          texts: [sql`r.id`, sql`r.reason`, sql`r.opened_by`, sql`r.closed_by`, sql`r.outcome`, NAMES],
        }),
      )
      .$if(page.state !== undefined, (q) => q.where('r.state', '=', page.state as 'open'))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.opened, r.id])
  },
})

/** Whether a hold `h` is in force: on the day it ends it holds no more. */
const inForce = (today: Day) => sql<boolean>`(h ->> 'until' is null or h ->> 'until' > ${today})`
const heldNow = (
  product: string,
  today: Day,
) => sql<boolean>`exists (select 1 from jsonb_array_elements(j.plan -> 'holds') h
  where h ->> 'product' = ${sql.ref(product)} and ${inForce(today)})`

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
  async run({ tx, actor, params, house }) {
    const found = await tx
      .selectFrom('recall as r')
      .select([...columns, sql<Record<string, unknown>>`r.sought`.as('sought'), 'r.products'])
      .where('r.org_id', '=', actor.org)
      .where('r.id', '=', params.recall)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: missing('recall', params.recall) })
    const { rows } = await sql<{
      project: string
      product: string
      title: string | null
      held: boolean
      orders: number
      cases: string[]
    }>`
      select t.project, t.product, p.title,
        ${heldNow('t.product', dayHere(house, house.clock()))} as held,
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

/** S2 · Everything that a hold or a recall of goods would touch, before it is done. */
export const recallPreview = query({
  name: 'recall.preview',
  path: '/recall-preview',
  summary: { zh: '冻结或召回前：将涉及的项目、排品、直播、订单与案件', en: 'What a hold or a recall would touch' },
  params: z.object({}),
  query: z.object({ sku: z.string().optional(), gtin: z.string().optional(), supplier: z.string().optional() }),
  answer: z.object({
    products: z.array(
      z.object({
        project: z.string(),
        name: z.string().describe('of the project'),
        day: z.string(),
        closed: z.boolean(),
        product: z.string(),
        title: z.string(),
        supplier: z.string(),
        held: z.boolean(),
        slots: z.array(z.int()).describe('of the lineup, as product or substitute'),
        onAir: z.boolean().describe('in a stream that is on'),
        orders: z.int(),
        cases: z.int().describe('open ones'),
      }),
    ),
    more: z.boolean(),
  }),
  async run({ tx, actor, query: of, house }) {
    if (!of.sku && !of.gtin && !of.supplier) return { products: [], more: false }
    const { rows } = await sql<{
      project: string
      name: string
      day: string
      closed: boolean
      product: string
      title: string
      supplier: string
      held: boolean
      slots: number[]
      onAir: boolean
      orders: number
      cases: number
    }>`
      select p.project_id as project, j.name, j.day, j.closed_at is not null as closed, p.id as product, p.title,
        p.supplier_id as supplier,
        ${heldNow('p.id', dayHere(house, house.clock()))} as held,
        coalesce((select array_agg((s ->> 'slot')::int order by (s ->> 'slot')::int)
          from jsonb_array_elements(l.body -> 'slots') s where p.id in (s ->> 'product', s ->> 'substitute')), '{}') as slots,
        coalesce(w.ended_at is null and exists (select 1 from jsonb_array_elements(w.slots) s
          where p.id in (s ->> 'product', s ->> 'substitute')), false) as "onAir",
        coalesce((x.counts ->> 'orders')::int, 0) as orders,
        (select count(*)::int from after_sales_case c where c.org_id = p.org_id and c.project_id = p.project_id
          and c.product_id = p.id and c.state <> 'closed') as cases
      from product p
      join project j on j.org_id = p.org_id and j.id = p.project_id
      left join lineup l on l.org_id = p.org_id and l.project_id = p.project_id
      left join live_show w on w.org_id = p.org_id and w.project_id = p.project_id
      left join product_result x on x.org_id = p.org_id and x.project_id = p.project_id and x.product_id = p.id
      where p.org_id = ${actor.org} and (${of.supplier || null}::text is null or p.supplier_id = ${of.supplier || null})
        and ((${of.sku || null}::text is null and ${of.gtin || null}::text is null) or p.sku = ${of.sku || null}
          or p.listing ->> 'gtin' = ${of.gtin || null} or p.facts ->> 'gtin' = ${of.gtin || null})
      order by j.day desc, p.project_id, p.id limit ${MOST + 1}
    `.execute(tx)
    return { products: rows.slice(0, MOST), more: rows.length > MOST }
  },
})
const MOST = 500

type Hold = {
  id: string
  project: string
  name: string
  version: number
  product: string
  title: string | null
  reason: string
  by: string
  from: string
  until: string | null
  place: unknown
}
const HOLD_SORTS = { from: sql`h ->> 'from'`, title: sql`coalesce(p.title, h ->> 'product')` }

/** S2 · Products on hold, wherever they are. */
export const holds = query({
  name: 'hold.list',
  path: '/holds',
  summary: { zh: '冻结中的产品', en: 'Products on hold' },
  params: z.object({}),
  query: pageOf(['from', 'title']).extend({ project: z.string().optional() }),
  answer: pageAnswer(
    z.object({
      project: z.string(),
      name: z.string(),
      version: z.int().describe('of the project'),
      product: z.string(),
      title: z.string().nullable(),
      reason: z.string(),
      by: z.string(),
      from: z.string(),
      until: z.string().nullable(),
    }),
  ),
  async run({ tx, actor, query: page, house }) {
    const column = HOLD_SORTS[page.sort.replace('-', '') as keyof typeof HOLD_SORTS]
    const id = sql`concat_ws(' ', j.id, h ->> 'product', h ->> 'by', n)`
    const { where, order } = pagePieces(page, { column, id })
    const { project = null } = page
    const { rows } = await sql<Hold>`
      select ${id} as id, j.id as project, j.name, j.version, h ->> 'product' as product, p.title, h ->> 'reason' as reason,
        h ->> 'by' as by, h ->> 'from' as "from", h ->> 'until' as until, ${column} as place
      from project j cross join jsonb_array_elements(j.plan -> 'holds') with ordinality as held (h, n)
      left join product p on p.org_id = j.org_id and p.project_id = j.id and p.id = h ->> 'product'
      where j.org_id = ${actor.org} and j.closed_at is null and (${project}::text is null or j.id = ${project})
        and ${inForce(dayHere(house, house.clock()))}
        and ${saying(page.q, { texts: [sql`p.title`, sql`h ->> 'product'`, sql`h ->> 'reason'`, sql`h ->> 'by'`, sql`j.name`] })}
        and ${where}
      order by ${order} limit ${page.limit + 1}
    `.execute(tx)
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.id])
    return { rows: shown.map(({ id: _, place: __, ...r }) => r), next }
  },
})
