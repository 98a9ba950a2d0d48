import type { Text } from '@haixuan/domain/kernel/errors'
import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../platform/commands/actor.ts'
import { Problem } from '../../platform/http/problem.ts'
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
    product_of as (
      select p.project_id, p.id, p.title, p.facts, p.findings from product p
      where p.org_id = ${org} and p.supplier_id = ${supplier} and p.project_id in (select id from stream)
    ),
    lack as (
      select 'supplier' as kind, j.id as project, g.supplier_id as subject, coalesce(g.name, g.supplier_id) as title, f
        from stream j join supplier_gate g on g.org_id = ${org} and g.project_id = j.id and g.supplier_id = ${supplier},
          jsonb_array_elements(g.findings) f
      union all
      select 'product', p.project_id, p.id, p.title, f from product_of p, jsonb_array_elements(p.findings) f
      union all
      select 'sample', p.project_id, p.id, p.title, jsonb_build_object('check', 'product.sample.requested', 'clause', 'I4',
          'state', 'missing', 'severity', 'block', 'owner', 'supplier', 'what', ${JSON.stringify(sample)}::jsonb,
          'remedy', ${JSON.stringify(send)}::jsonb)
        from product_of p, jsonb_array_elements(p.facts -> 'samples') s
        where s -> 'history' -> -1 ->> 'state' = 'requested'
    )
    select kind, f ->> 'check' as "check", f ->> 'clause' as clause, min(f ->> 'state') as state, f -> 'what' as what,
      f -> 'remedy' as remedy, min(coalesce(f ->> 'due', j.day)) as due, jsonb_agg(distinct to_jsonb(j)) as streams,
      count(distinct l.subject)::int as count,
      (array_agg(distinct jsonb_build_object('project', l.project, 'id', l.subject, 'title', l.title)))[1:${sql.lit(NAMED)}]
        as subjects
    from lack l join stream j on j.id = l.project
    where f ->> 'owner' = 'supplier' and f ->> 'severity' = 'block' and f -> 'waived' is null
    group by kind, f ->> 'check', f ->> 'clause', f -> 'what', f -> 'remedy'
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
  if (!found) throw new Problem('not-found', { detail: `supplier ${id}` })
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
