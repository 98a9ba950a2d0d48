import type { Project } from '@haixuan/domain/plan/project'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'

type Rule = Project['management-rules'][number]

/**
 * T1 · The organisation's rules as a project holds them when it is closed: the newest version of each with who must have
 * acknowledged it, by name or by role, and who has. Rules are the organisation's; the closure gate reads them from the plan,
 * so that the log of a project tells which rules it was closed under.
 */
export async function rulesForPlan(tx: Transaction<Tables>, org: string): Promise<Rule[]> {
  const { rows } = await sql<Rule>`
    select r.id, r.version, r.published, m.names as "must-acknowledge",
      coalesce(array(select a.name from rule_acknowledgement a
        where a.org_id = r.org_id and a.rule_id = r.id and a.version = r.version order by a.name), '{}') as acknowledged
    from management_rule r, lateral (${mustAcknowledge}) m
    where r.org_id = ${org} and r.newest
    order by r.id
  `.execute(tx)
  return rows
}

/** Who must acknowledge rule `r`: those it names, and members with its roles, whoever they are today. */
export const mustAcknowledge = sql`
  select coalesce(array_agg(n.name order by n.name), '{}') as names from (
    select unnest(r.people) as name
    union
    select m.name from member m where m.org_id = r.org_id and m.roles && r.roles
  ) n`
