import type { Held } from '@haixuan/domain/flow/flow-chart'
import type { StateCount } from '@haixuan/domain/flow/flow-counts'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { alikeFindings, alikeRows } from '../../flow/judge/alike-rows.ts'
import type { Tables } from '../../platform/database/tables.ts'
import { debtRows } from '../work/closing-debts.ts'

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
    select g.key, g.value, sum(n)::int from ${alikeRows(org, sql`${project}`)} a
      join likeness l on l.org_id = ${org} and l.project_id = a.project and l.id = a.likeness, jsonb_each_text(l.gates) g
      where g.key in ('product', 'cooperation', 'on-air')
      group by g.key, g.value
    union all
    select 'lineup', case when s ->> 'product' is null then 'open' when released_at is not null then 'passed'
      else 'conditional' end, count(*)::int
      from lineup, jsonb_array_elements(body -> 'slots') s
      where org_id = ${org} and project_id = ${project} group by 2
  `.execute(tx)
  return rows
}

/**
 * Every finding that holds a gate in a project, with how many stand on it: products that are alike share their findings,
 * and count as one subject of many.
 */
const holding = ({ org, project }: Omit<Of, 'tx'>): RawBuilder<unknown> => sql`
  (select h.kind, h.subject, h.n, f ->> 'check' as "check", f ->> 'clause' as clause, f ->> 'gate' as gate,
      f ->> 'owner' as owner, coalesce(f ->> 'due', p.day::text) as due, f ->> 'state' = 'wrong' as wrong,
      coalesce((f -> 'statutory')::boolean, false) as statutory, f -> 'waived' is not null as waived
    from project p
    cross join lateral (
      select 'plan' as kind, p.id as subject, p.findings, 1 as n
      union all
      select 'supplier', g.supplier_id, g.findings, 1 from supplier_gate g where g.org_id = ${org} and g.project_id = p.id
    ) h, jsonb_array_elements(h.findings) f
    where p.org_id = ${org} and p.id = ${project} and f ->> 'severity' = 'block'
   union all
   select 'product', k.likeness::text, k.n, k."check", k.clause, k.gate, k.owner, coalesce(k.due, p.day::text), k.wrong,
      k.statutory, k.waived
    from ${alikeFindings(org, alikeRows(org, sql`${project}`))} k
    join project p on p.org_id = ${org} and p.id = k.project)`

/** Checks that hold what lacks the record its gate is about. */
const RECORDS = ['offer.recorded', 'supplier.named']
/** I5 · Found where the role is only suggested: it holds no gate, yet no person has fixed it. */
const NO_ROLE = JSON.stringify([{ check: 'product.role.fixed' }])

/** How many subjects each clause alone holds, open or provisional, at each gate. */
export async function countClauses({ tx, ...of }: Of): Promise<Held[]> {
  const { org, project } = of
  const { rows } = await sql<Held>`
    select gate, clause, coalesce(sum(n) filter (where worst = 2), 0)::int as open,
      coalesce(sum(n) filter (where worst = 1), 0)::int as conditional,
      coalesce(sum(n) filter (where unrecorded), 0)::int as unrecorded
    from (
      select max(n) as n, gate, clause, bool_or("check" = any (${RECORDS})) as unrecorded, max(case when wrong and not waived then 2 else 1 end) as worst
      from ${holding(of)} h group by kind, subject, 2, 3
      union all
      select a.n, 'product', 'I5', true, 0 from ${alikeRows(org, sql`${project}`)} a
        join likeness l on l.org_id = ${org} and l.project_id = a.project and l.id = a.likeness
        where l.findings @> ${NO_ROLE}::jsonb
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
    select kind, "check", sum(n)::int as subjects, sum(n * findings)::int as findings,
      coalesce(sum(n) filter (where wrong), 0)::int as wrong, coalesce(sum(n) filter (where statutory), 0)::int as statutory,
      array(select distinct o from unnest(string_to_array(string_agg(owners, ','), ',')) o order by o) as owners,
      min(due) as due, (count(*) over ())::int as kinds
    from (
      select kind, "check", max(n) as n, count(*) as findings, bool_or(wrong) as wrong, bool_or(statutory) as statutory,
        string_agg(distinct owner, ',') as owners, min(due) as due
      from ${holding(of)} h where not waived
      group by kind, subject, 2
    ) held
    group by kind, "check"
    order by 5 desc, 3 desc, 2
    limit ${MOST_BLOCKERS}
  `.execute(tx)
  return { rows: rows.map(({ kinds: _, ...r }) => r), kinds: rows[0]?.kinds ?? 0 }
}

type Owed = { readonly owner: string; readonly due: string; readonly subjects: number; readonly findings: number }

/** Who owes how much by which day: what names no day is owed by the day of the stream. */
export async function countOwed({ tx, ...of }: Of): Promise<Owed[]> {
  const { rows } = await sql<Owed>`
    select owner, due, sum(n)::int as subjects, sum(n * findings)::int as findings
    from (
      select owner, due, max(n) as n, count(*) as findings
      from ${holding(of)} h where not waived group by kind, subject, 1, 2
    ) owed group by 1, 2 order by 2, 4 desc, 1
  `.execute(tx)
  return rows
}

/** T1–T4 · Who owes what by which day to close a stream that is over. */
export async function countClosing({
  tx,
  ...of
}: Of & { readonly day: string; readonly now: string }): Promise<Owed[]> {
  const { rows } = await sql<Owed>`
    select d.finding ->> 'owner' as owner, d.due, count(*)::int as subjects, count(*)::int as findings
    from (${debtRows(of)}) d group by 1, 2 order by 2, 4 desc, 1
  `.execute(tx)
  return rows
}
