import type { Text } from '@haixuan/domain/kernel/errors'
import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../platform/commands/actor.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { text } from '../../platform/http/schemas.ts'
import { type Question, query } from '../../platform/queries/query.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { streamOver } from '../project/stream-over.ts'
import { debtRows } from './closing-debts.ts'

const KINDS = ['supplier', 'product', 'sample', 'nonconformity'] as const

const row = z.object({
  kind: z.enum(KINDS),
  check: z.string(),
  clause: z.string(),
  state: z.enum(['missing', 'wrong']),
  what: text,
  remedy: text,
  due: z.string().describe('the first day on which it is due'),
  streams: z.array(z.object({ id: z.string(), name: z.string(), day: z.string() })).describe('that wait for it'),
  count: z.int().describe('of how many products, or of the supplier itself'),
  subjects: z
    .array(z.object({ project: z.string(), id: z.string(), title: z.string() }))
    .describe('the first of them; of a nonconformity, it'),
})
type Row = z.output<typeof row>

/** How many of the products that lack the same are named. */
const NAMED = 3
const MOST = 200
/** Marks that stand for a product's own number and words in findings it shares. */
const OWN_WORDS = '[\\ufdd0-\\ufdd2]'

/**
 * What a supplier owes, the same thing once however many of its products and streams wait for it, what is due first standing
 * first: findings that hold a gate of streams to come, samples asked for, and its steps of nonconformities, which are owed
 * after the stream too. The portal, the page of the supplier and the letter to it say this.
 */
export async function owesOf(
  { tx, actor, house }: Pick<Question, 'tx' | 'actor' | 'house'>,
  { supplier, project }: { readonly supplier: string; readonly project?: string | undefined },
): Promise<Row[]> {
  const { org } = actor
  const now = house.clock()
  const day = dayHere(house, now)
  const sample: Text = { zh: '样品待寄出', en: 'A sample is waited for' }
  const send: Text = { zh: '请寄出并登记快递单号', en: 'Send it, and record the carrier and number' }
  const { rows } = await sql<Row>`
    with stream as (
      select id, name, day::text from project
      where org_id = ${org} and closed_at is null and not ${streamOver('project', { day, now })}
        and (${project ?? null}::text is null or id = ${project ?? null})
    ),
    product_of as materialized (
      select p.project_id, p.id, p.title, p.facts, p.claims, p.likeness from candidate p
      where p.org_id = ${org} and p.supplier_id = ${supplier} and p.project_id in (select id from stream)
    ),
    -- unpacked once for all products that are alike; own: it says words of each product
    shared as materialized (
      select l.project_id, l.id, f, concat(f -> 'what', f -> 'remedy') ~ ${OWN_WORDS} as own
      from (select distinct project_id, likeness from product_of) k
        join likeness l on l.org_id = ${org} and l.project_id = k.project_id and l.id = k.likeness,
        jsonb_array_elements(l.findings) f
      where f ->> 'owner' = 'supplier' and f ->> 'severity' = 'block' and f -> 'waived' is null
    ),
    lack as materialized (
      select 'supplier' as kind, j.id as project, g.supplier_id as subject, coalesce(g.name, g.supplier_id) as title,
          null::uuid as alike, f
        from stream j join supplier_gate g on g.org_id = ${org} and g.project_id = j.id and g.supplier_id = ${supplier},
          jsonb_array_elements(g.findings) f
      union all
      select 'product', project_id, null, null, id, f from shared where not own
      union all
      select 'product', p.project_id, p.id, p.title, null, h.f || (findings_of(jsonb_build_array(
          jsonb_build_object('what', h.f -> 'what', 'remedy', h.f -> 'remedy')), p.id, p.claims) -> 0)
        from product_of p join shared h on h.own and h.project_id = p.project_id and h.id = p.likeness
      union all
      select 'sample', p.project_id, p.id, p.title, null, jsonb_build_object('check', 'product.sample.requested', 'clause', 'I4',
          'state', 'missing', 'severity', 'block', 'owner', 'supplier', 'what', ${JSON.stringify(sample)}::jsonb,
          'remedy', ${JSON.stringify(send)}::jsonb)
        from product_of p, jsonb_array_elements(p.facts -> 'samples') s
        where s -> 'history' -> -1 ->> 'state' = 'requested'
    ),
    owed as (
      select kind, f ->> 'check' as "check", f ->> 'clause' as clause, min(f ->> 'state') as state, f -> 'what' as what,
        f -> 'remedy' as remedy, min(coalesce(f ->> 'due', j.day)) as due, jsonb_agg(distinct to_jsonb(j)) as streams,
        array_agg(alike) filter (where alike is not null) as alike,
        array_agg(l.project) filter (where alike is null) as projects, array_agg(subject) filter (where alike is null) as ids,
        array_agg(title) filter (where alike is null) as titles
      from lack l join stream j on j.id = l.project
      where f ->> 'owner' = 'supplier' and f ->> 'severity' = 'block' and f -> 'waived' is null
      group by 1, 2, 3, 5, 6
    )
    select kind, "check", clause, state, what, remedy, due, streams, s.count, s.subjects
    from owed o cross join lateral (
      with subject as (
        select p.project_id as project, p.id, p.title from product_of p where p.likeness = any (o.alike)
        union select * from unnest(o.projects, o.ids, o.titles)
      ), first as (select * from subject order by id, title, project limit ${sql.lit(NAMED)})
      select (select count(distinct id)::int from subject) as count,
        (select array_agg(jsonb_build_object('project', project, 'id', id, 'title', title) order by id, title, project) from first)
          as subjects
    ) s
    union all
    select d.kind, d.finding ->> 'check', d.finding ->> 'clause', d.finding ->> 'state', d.finding -> 'what',
      d.finding -> 'remedy', d.due, jsonb_build_array(jsonb_build_object('id', d.project, 'name', d.name, 'day', d.day::text)),
      1, array[jsonb_build_object('project', d.project, 'id', d.subject, 'title', d.title)]
    from (${debtRows({ org, day, now, project })}) d
    join nonconformity n on n.org_id = ${org} and n.id = d.subject and n.supplier_id = ${supplier}
    where d.kind = 'nonconformity' and d.finding ->> 'owner' = 'supplier'
    order by due, kind, "check", clause limit ${MOST}
  `.execute(tx)
  return rows
}

/** @throws Problem when there is none, or none of whoever asks */
async function supplierSeen({ tx, actor }: Pick<Question, 'tx' | 'actor'>, id: string): Promise<void> {
  const found = await tx
    .selectFrom('supplier')
    .select('id')
    .where('org_id', '=', actor.org)
    .where('id', '=', id)
    .executeTakeFirst()
  if (!found) throw new Problem('not-found', { why: missing('supplier', id) })
}

export const supplierOwes = query({
  name: 'supplier.owes',
  path: '/suppliers/:supplier/owes',
  summary: { zh: '供应商所欠：资料、样品、整改', en: 'What a supplier owes: papers, samples, corrections' },
  roles: MEMBER_ROLES,
  params: z.object({ supplier: z.string() }),
  query: z.object({ project: z.string().optional() }),
  answer: z.object({ rows: z.array(row) }),
  async run(question) {
    const { tx, actor, params, query } = question
    const rows = await owesOf(question, { ...params, ...query })
    if (rows.length === 0) await supplierSeen({ tx, actor }, params.supplier)
    return { rows }
  },
})
