import { OWNERS } from '@haixuan/domain/gate/words'
import { type RawBuilder, sql } from 'kysely'
import { alikeRows } from '../../flow/alike-rows.ts'
import type { Actor } from '../../platform/commands/actor.ts'
import { debtRows } from './closing-debts.ts'

/** Whose findings are a person's to mend: those of their roles; the owner of an organisation answers for all. */
export const owedBy = ({ roles }: Actor): readonly string[] => (roles.includes('owner') ? OWNERS : roles)

type Owed = {
  readonly org: string
  readonly roles: readonly string[]
  readonly day: string
  readonly project?: string | undefined
}

/**
 * How much these roles owe, as rows of SQL: a finding of products that are alike is one row that counts `n`. Otherwise the
 * rows are those of `owedRows`.
 */
export const owedCounts = ({ org, roles, day, project }: Owed): RawBuilder<unknown> => sql`
  (with open_project as ${openProjects({ org, day, project })}
  select s.project, s.kind, coalesce(f ->> 'due', s.day::text) as due, f as finding, s.n
  from (
    select p.id as project, p.day, 'plan' as kind, p.findings, 1 as n from open_project p
    union all
    select p.id, p.day, 'supplier', g.findings, 1
      from open_project p join supplier_gate g on g.org_id = ${org} and g.project_id = p.id and g.owes && ${roles}
    union all
    select p.id, p.day, 'product', a.findings, a.n
      from open_project p join ${alikeRows(org, sql`select id from open_project`)} a on a.project = p.id
  ) s, jsonb_array_elements(s.findings) f
  where f ->> 'severity' = 'block' and f -> 'waived' is null and f ->> 'owner' = any (${roles})
  union all
  select d.project, d.kind, d.due, d.finding, 1 from (${debtRows({ org, day, project })}) d
    where d.finding ->> 'owner' = any (${roles}))`

const openProjects = ({ org, day, project }: Omit<Owed, 'roles'>) => sql`(
    select id, name, day, findings from project
    where org_id = ${org} and closed_at is null and day >= ${day}::date
      and (${project ?? null}::text is null or id = ${project ?? null})
  )`

/**
 * What these roles owe, as rows of SQL: findings that hold a gate of streams to come, and what streams leave to be done. A
 * stream that is over owes its closure, no papers: nothing that comes now makes what was on air other than it was. `id`
 * tells rows apart; `due` is the day a finding names, or the day of the stream; `day` is today.
 */
export const owedRows = ({ org, roles, day, project }: Owed): RawBuilder<unknown> => sql`
  (with open_project as ${openProjects({ org, day, project })}
  select concat_ws(' ', s.kind, s.project, s.subject, n) as id, s.project, s.name, s.day, s.kind, s.subject, s.title,
    coalesce(f ->> 'due', s.day::text) as due, f as finding
  from (
    select p.id as project, p.name, p.day, 'plan' as kind, p.id as subject, p.name as title, p.findings from open_project p
    union all
    select p.id, p.name, p.day, 'supplier', g.supplier_id, coalesce(g.name, g.supplier_id), g.findings
      from open_project p join supplier_gate g on g.org_id = ${org} and g.project_id = p.id and g.owes && ${roles}
    union all
    select p.id, p.name, p.day, 'product', x.id, x.title, x.findings
      from open_project p join product x on x.org_id = ${org} and x.project_id = p.id and x.owes && ${roles}
  ) s, jsonb_array_elements(s.findings) with ordinality as found (f, n)
  where f ->> 'severity' = 'block' and f -> 'waived' is null and f ->> 'owner' = any (${roles})
  union all
  select * from (${debtRows({ org, day, project })}) d where d.finding ->> 'owner' = any (${roles}))`
