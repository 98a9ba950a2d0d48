import type { Judged } from '@haixuan/domain/gate/gate'
import { sql } from 'kysely'
import type { Asked } from '../platform/commands/command.ts'
import type { Judge, JudgedProduct } from './judge.ts'
import type { ProductRow } from './product-rows.ts'

type Each = Pick<JudgedProduct, 'judgement'> & { readonly row: ProductRow }

/** Keeps the outcomes that are new; gives the findings that products stood under which now stand otherwise. */
export async function keepLikenesses(
  { tx, actor }: Pick<Asked, 'tx' | 'actor'>,
  project: string,
  { desk }: Judge,
  judged: readonly Each[],
): Promise<ReadonlyMap<string, readonly Judged[]>> {
  const moved = judged.filter(({ row, judgement }) => row.likeness !== judgement.id)
  const outcomes = new Map(moved.map((each) => [each.judgement.id, each]))
  if (outcomes.size === 0) return new Map()
  const { rows: kept } = await sql<{ id: string }>`
    select id from likeness where org_id = ${actor.org} and project_id = ${project}
      and id = any (${[...outcomes.keys()]}::uuid[])
  `.execute(tx)
  for (const { id } of kept) outcomes.delete(id)
  const rows = [...outcomes.values()].map(({ row, judgement }) => {
    const { id, about, findings, decision } = judgement
    const { overall, gates, markets } = decision
    return { id, about, has_offer: row.offer !== null, decision: { overall, gates, markets }, findings }
  })
  if (rows.length > 0)
    await sql`
      insert into likeness (org_id, project_id, id, readers, about, has_offer, decision, findings)
      select ${actor.org}, ${project}, r.id, ${desk.readers.version}, r.about, r.has_offer, r.decision, r.findings
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id uuid, about jsonb, has_offer boolean,
        decision jsonb, findings jsonb)
      order by r.id
      on conflict do nothing
    `.execute(tx)
  const left = [...new Set(moved.flatMap(({ row }) => row.likeness ?? []))]
  if (left.length === 0) return new Map()
  const before = await tx
    .selectFrom('likeness')
    .select(['id', 'findings'])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .where('id', 'in', left)
    .execute()
  return new Map(before.map((b) => [b.id, b.findings]))
}

/** Drops outcomes that no product has any more; the project must be locked. */
export async function dropUnused({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, project: string): Promise<void> {
  await sql`
    delete from likeness l where l.org_id = ${actor.org} and l.project_id = ${project} and not exists (
      select from product p where p.org_id = l.org_id and p.project_id = l.project_id and p.likeness = l.id)
  `.execute(tx)
}
