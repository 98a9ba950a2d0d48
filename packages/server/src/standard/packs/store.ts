import { sql } from 'kysely'
import type { Asked } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { because } from '../because.ts'

type In = Pick<Asked, 'tx' | 'actor'>

export const packSubject = (id: string): string => `pack:${id}`

/** A version of a pack, locked for the rest of the transaction. @throws Problem */
export async function packFor({ tx, actor }: In, id: string, version: number) {
  const row = await tx
    .selectFrom('rule_pack')
    .selectAll()
    .where('org_id', '=', actor.org)
    .where('id', '=', id)
    .where('version', '=', version)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { why: because('no-pack-version', { version, pack: id }) })
  return row
}
export type StoredPack = Awaited<ReturnType<typeof packFor>>

/** The version that is adopted and was not followed by another, if there is one. */
export const adoptedOf = ({ tx, actor }: In, id: string) =>
  tx
    .selectFrom('rule_pack')
    .selectAll()
    .where('org_id', '=', actor.org)
    .where('id', '=', id)
    .where('state', '=', 'adopted')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Says that the rules of an organisation are others now: houses made from those before are not asked any more. */
export const countRules = async ({ tx, actor }: In): Promise<void> => {
  await tx
    .updateTable('organisation')
    .set({ rules_version: sql`rules_version + 1` })
    .where('id', '=', actor.org)
    .execute()
}
