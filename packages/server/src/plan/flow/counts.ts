import type { Held } from '@haixuan/domain/flow/flow-chart'
import type { StateCount } from '@haixuan/domain/flow/flow-counts'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'

type Of = { readonly tx: Transaction<Tables>; readonly org: string; readonly project: string }
type Counted = { readonly step: string; readonly state: keyof StateCount; readonly count: number }

/** How many subjects stand in each state at every gate and in the lineup. */
export async function countGates({ tx, org, project }: Of): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select 'plan' as step, state, 1 as count from project where org_id = ${org} and id = ${project}
    union all
    select 'closure', coalesce(gates ->> 'closure', 'conditional'), 1 from project
      where org_id = ${org} and id = ${project}
    union all
    select 'supplier', state, count(*)::int from supplier_gate
      where org_id = ${org} and project_id = ${project} group by state
    union all
    select g.key, g.value, count(*)::int from product, jsonb_each_text(gates) g
      where org_id = ${org} and project_id = ${project} and g.key in ('product', 'cooperation', 'on-air')
      group by g.key, g.value
    union all
    select 'lineup', case when s ->> 'product' is null then 'open' when (s -> 'released')::boolean then 'passed'
      else 'conditional' end, count(*)::int
      from lineup, jsonb_array_elements(body -> 'slots') s
      where org_id = ${org} and project_id = ${project} group by 2
  `.execute(tx)
  return rows
}

/** Every finding that holds a gate in a project, with what it stands on; `roles` narrows the subjects read to those that owe. */
const holding = ({ org, project }: Omit<Of, 'tx'>): RawBuilder<unknown> => sql`
  (select 'plan' as kind, p.id as subject, p.day, f from project p, jsonb_array_elements(p.findings) f
     where p.org_id = ${org} and p.id = ${project}
   union all
   select 'supplier', g.supplier_id, p.day, f from supplier_gate g
     join project p on p.org_id = g.org_id and p.id = g.project_id, jsonb_array_elements(g.findings) f
     where g.org_id = ${org} and g.project_id = ${project} and f ->> 'severity' = 'block'
   union all
   select 'product', x.id, p.day, f from product x
     join project p on p.org_id = x.org_id and p.id = x.project_id, jsonb_array_elements(x.findings) f
     where x.org_id = ${org} and x.project_id = ${project} and f ->> 'severity' = 'block')`

/** How many subjects each clause alone holds, open or provisional, at each gate. */
export async function countClauses({ tx, ...of }: Of): Promise<Held[]> {
  const { rows } = await sql<Held>`
    select gate, clause, count(*) filter (where worst = 2)::int as open, count(*) filter (where worst = 1)::int as conditional
    from (
      select subject, f ->> 'gate' as gate, f ->> 'clause' as clause,
        max(case when f ->> 'state' = 'wrong' and f -> 'waived' is null then 2 else 1 end) as worst
      from ${holding(of)} h where f ->> 'severity' = 'block' group by kind, subject, 2, 3
    ) stands group by gate, clause order by gate, clause
  `.execute(tx)
  return rows
}

type Blocker = {
  readonly kind: 'plan' | 'supplier' | 'product'
  readonly check: string
  readonly subjects: number
  readonly findings: number
  readonly wrong: number
  readonly statutory: number
  readonly owners: string[]
  readonly due: string
}
const MOST_BLOCKERS = 12

/** What holds most subjects, recorded faults before what is missing; and how many kinds of it there are. */
export async function topBlockers({ tx, ...of }: Of): Promise<{ rows: readonly Blocker[]; kinds: number }> {
  const { rows } = await sql<Blocker & { kinds: number }>`
    select kind, f ->> 'check' as check, count(distinct subject)::int as subjects, count(*)::int as findings,
      count(distinct subject) filter (where f ->> 'state' = 'wrong')::int as wrong,
      count(distinct subject) filter (where (f -> 'statutory')::boolean)::int as statutory,
      array_agg(distinct f ->> 'owner' order by f ->> 'owner') as owners,
      min(coalesce(f ->> 'due', day::text)) as due, (count(*) over ())::int as kinds
    from ${holding(of)} h where f ->> 'severity' = 'block' and f -> 'waived' is null
    group by kind, f ->> 'check'
    order by (count(distinct subject) filter (where f ->> 'state' = 'wrong')) desc, subjects desc, f ->> 'check'
    limit ${MOST_BLOCKERS}
  `.execute(tx)
  return { rows: rows.map(({ kinds: _, ...r }) => r), kinds: rows[0]?.kinds ?? 0 }
}

type Owed = { readonly owner: string; readonly due: string; readonly subjects: number; readonly findings: number }

/** Who owes how much by which day: what names no day is owed by the day of the stream. */
export async function countOwed({ tx, ...of }: Of): Promise<Owed[]> {
  const { rows } = await sql<Owed>`
    select f ->> 'owner' as owner, coalesce(f ->> 'due', day::text) as due, count(distinct (kind, subject))::int as subjects,
      count(*)::int as findings
    from ${holding(of)} h where f ->> 'severity' = 'block' and f -> 'waived' is null
    group by 1, 2 order by 2, 4 desc, 1
  `.execute(tx)
  return rows
}
