import { sql, type Transaction } from 'kysely'
import type { Tables } from '../../src/platform/database/tables.ts'

/** Gives products another state than their gates came out with: each kind of them gets a row of its own that has it. */
export async function standIn(
  tx: Transaction<Tables>,
  state: 'open' | 'conditional' | 'passed',
  { org, project, ids }: { readonly org: string; readonly project: string; readonly ids: readonly string[] },
): Promise<void> {
  await sql`
    with kinds as (
      select distinct likeness, gen_random_uuid() as made from (select distinct likeness from candidate
        where org_id = ${org} and project_id = ${project} and id = any (${ids})) k
    ), made as (
      insert into likeness (org_id, project_id, id, outcome, readers, about, has_offer, findings, state, gates, markets, blocks,
        warns, owes, margin)
      select l.org_id, l.project_id, k.made, k.made, readers, about, has_offer, findings, ${state}, gates, markets, blocks, warns,
        owes, margin
      from kinds k join likeness l on l.org_id = ${org} and l.project_id = ${project} and l.id = k.likeness
    )
    update candidate c set likeness = k.made from kinds k
    where c.org_id = ${org} and c.project_id = ${project} and c.id = any (${ids}) and c.likeness = k.likeness
  `.execute(tx)
}
