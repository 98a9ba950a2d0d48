import { scoreOf } from '@haixuan/domain/supervise/quality/scorecard'
import { sql } from 'kysely'
import { z } from 'zod'
import type { House } from '../../../house.ts'
import { text } from '../../../platform/http/schemas.ts'

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
export const card = z.object({
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

export type CardRow = {
  supplier: string
  name: string
  place: unknown
  counts: z.output<typeof counts> & Record<string, number>
}

/** A card with its score, worked out of what was counted. */
export function scored(house: House, { supplier, name, counts: all }: CardRow): z.input<typeof card> {
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
export const countsOf = (org: string) => sql<CardRow['counts']>`jsonb_build_object(
  'products', (select coalesce(sum(c.n), 0) from supplier_gate g
    join alike_count c on c.org_id = g.org_id and c.project_id = g.project_id and c.supplier_id = g.supplier_id
    where g.org_id = ${org} and g.supplier_id = s.id),
  'nonconformities-open', n.open, 'nonconformities-closed', n.closed, 'steps-due', n.due, 'steps-in-time', n.in_time)
  || l.counts || r.counts`

export const countedOf = (org: string) => sql`
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
