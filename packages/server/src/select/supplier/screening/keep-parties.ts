import { sql } from 'kysely'
import type { House } from '../../../house.ts'
import type { Actor } from '../../../platform/commands/actor.ts'
import { asSystem, inScope } from '../../../platform/database/scope.ts'
import { keptParties } from './parties.ts'

/**
 * I2 · Lists that were adopted before their parties were kept are searched like the others: their files are read once. One
 * whose files cannot be read is told, and left for the next start. Gives how many it brought up.
 */
export async function keepParties(house: House, onError: (error: unknown, org?: string) => void): Promise<number> {
  const lacking = await asSystem(house.db, (tx) =>
    tx
      .selectFrom('screening_list as l')
      .select(['l.org_id as org', 'l.id'])
      .where('l.withdrawn_at', 'is', null)
      .where('l.parties', '>', 0)
      .where(
        sql<boolean>`not exists (select from screening_party p where p.org_id = l.org_id and p.list_id = l.id and p.until is null)`,
      )
      .orderBy('l.org_id')
      .orderBy('l.id')
      .execute(),
  )
  let kept = 0
  for (const { org, id } of lacking)
    try {
      const actor: Actor = { org, user: 'haixuan', name: 'haixuan', roles: [] }
      await inScope(house.db, actor, async (tx) => {
        // whoever adopts or withdraws it at this moment comes first
        const list = await tx
          .selectFrom('screening_list')
          .select(['id', 'version', 'files'])
          .where('org_id', '=', org)
          .where('id', '=', id)
          .where('withdrawn_at', 'is', null)
          .forUpdate()
          .executeTakeFirst()
        await keptParties({ tx, actor, house }, list)
      })
      kept += 1
    } catch (error) {
      onError(error, org)
    }
  return kept
}
