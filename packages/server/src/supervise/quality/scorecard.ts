import { scoreOf } from '@haixuan/domain/supervise/quality/scorecard'
import { sql } from 'kysely'
import { z } from 'zod'
import type { House } from '../../house.ts'
import { Problem } from '../../platform/http/problem.ts'
import { text } from '../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows, searching } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'

const counts = z.object({
  products: z.int(),
  'lots-inspected': z.int(),
  'lots-accepted': z.int(),
  'lots-refused': z.int(),
  'units-sampled': z.int(),
  'units-nonconforming': z.int(),
  orders: z.int(),
  returns: z.int(),
  'not-as-described': z.int(),
  'late-deliveries': z.int(),
  complaints: z.int(),
  'nonconformities-open': z.int(),
  'nonconformities-closed': z.int(),
})
const card = z.object({
  supplier: z.string(),
  name: z.string(),
  counts,
  score: z.number().nullable().describe('0 to 100 by the weights of standard/quality.yaml; nothing without figures'),
  grade: z.string().nullable(),
  parts: z.array(
    z.object({
      id: z.string(),
      name: text,
      weight: z.number(),
      good: z.int(),
      of: z.int(),
      share: z.number().nullable(),
      low: z.number().nullable().describe('lower bound of the share at 95 %'),
    }),
  ),
})

type Row = { supplier: string; name: string; place: unknown; counts: z.output<typeof counts> & Record<string, number> }

function scored(house: House, { supplier, name, counts: all }: Row): z.input<typeof card> {
  const { 'steps-due': _d, 'steps-in-time': _t, ...told } = all
  const good = {
    ...all,
    'as-described': all.orders - all['not-as-described'],
    'on-time': all.orders - all['late-deliveries'],
  }
  const names = new Map(house.standard.quality.scorecard.parts.map((p) => [p.id, p.name]))
  const { parts, score, grade } = scoreOf(house.standard.quality, good)
  return { supplier, name, counts: told, score, grade, parts: parts.map((p) => ({ ...p, name: names.get(p.id)! })) }
}

/** What was counted of suppliers `s`, in one statement: goods, lots, what came back, nonconformities. */
const countsSql = (org: string) => sql<Row['counts']>`jsonb_build_object(
  'products', (select count(*) from product p where p.org_id = ${org} and p.supplier_id = s.id),
  'nonconformities-open', n.open, 'nonconformities-closed', n.closed, 'steps-due', n.due, 'steps-in-time', n.in_time)
  || l.counts || r.counts`

const joined = (org: string) => sql`
  cross join lateral (select jsonb_build_object('lots-inspected', count(*) filter (where verdict in ('accepted', 'refused')),
    'lots-accepted', count(*) filter (where verdict = 'accepted'), 'lots-refused', count(*) filter (where verdict = 'refused'),
    'units-sampled', coalesce(sum(sampled), 0), 'units-nonconforming', coalesce(sum(nonconforming), 0)) as counts
    from lot where org_id = ${org} and supplier_id = s.id) l
  cross join lateral (select count(*) filter (where next is not null) as open, count(*) filter (where next is null) as closed,
    coalesce(sum(steps_due), 0) as due, coalesce(sum(steps_in_time), 0) as in_time
    from nonconformity where org_id = ${org} and supplier_id = s.id) n
  cross join lateral (select jsonb_build_object('orders', coalesce(sum((x.counts ->> 'orders')::bigint), 0),
    'returns', coalesce(sum((x.counts ->> 'returns')::bigint), 0),
    'not-as-described', coalesce(sum((x.counts ->> 'not-as-described')::bigint), 0),
    'late-deliveries', coalesce(sum((x.counts ->> 'late-deliveries')::bigint), 0),
    'complaints', coalesce(sum((x.counts ->> 'complaints')::bigint), 0)) as counts
    from product p join product_result x on x.org_id = p.org_id and x.project_id = p.project_id and x.product_id = p.id
    where p.org_id = ${org} and p.supplier_id = s.id) r`

const one = query({
  name: 'quality.scorecard',
  path: '/supplier-scorecards/:supplier',
  summary: { zh: '供应商记分卡', en: 'The scorecard of a supplier' },
  params: z.object({ supplier: z.string() }),
  query: z.object({}),
  answer: card,
  async run({ tx, actor, params, house }) {
    const { rows } = await sql<Row>`select s.id as supplier, s.name, ${countsSql(actor.org)} as counts from supplier s
      ${joined(actor.org)} where s.org_id = ${actor.org} and s.id = ${params.supplier}`.execute(tx)
    if (!rows[0]) throw new Problem('not-found', { detail: `supplier ${params.supplier}` })
    return scored(house, rows[0])
  },
})

const SORTS = {
  name: sql`s.name`,
  refused: sql`(l.counts ->> 'lots-refused')::int`,
  unlike: sql`(r.counts ->> 'not-as-described')::int`,
  open: sql`n.open`,
}

const list = query({
  name: 'supplier.scorecards',
  path: '/supplier-scorecards',
  summary: { zh: '供应商记分卡列表', en: 'Scorecards of the suppliers' },
  params: z.object({}),
  query: pageOf(['name', 'refused', 'unlike', 'open']),
  answer: pageAnswer(card),
  async run({ tx, actor, query: page, house }) {
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: sql`s.id` })
    const { rows } =
      await sql<Row>`select s.id as supplier, s.name, ${column} as place, ${countsSql(actor.org)} as counts
      from supplier s ${joined(actor.org)} where s.org_id = ${actor.org} and ${where} and ${searching(sql`s.search`, page.q)}
      order by ${order} limit ${page.limit + 1}`.execute(tx)
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.supplier])
    return { rows: shown.map((r) => scored(house, r)), next }
  },
})

export const scorecardQueries = [one, list]
