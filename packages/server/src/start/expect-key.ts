import type { KeyObject } from 'node:crypto'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Db } from '../platform/database/open-database.ts'
import { asSystem } from '../platform/database/scope.ts'
import { saltOf } from '../platform/events/log-keys.ts'

/** Sees that a master key opens what the database holds sealed, where it holds something. @throws BadInput */
export async function expectKey(db: Db, master: KeyObject, place: string): Promise<void> {
  await asSystem(db, async (tx) => {
    const sealed = await tx.selectFrom('log_salt').select('org_id').limit(1).executeTakeFirst()
    if (!sealed) return
    await saltOf(tx, master, sealed.org_id).catch(() => {
      throw new BadInput(toOperator('is not the key that this database was sealed with; put that one back'), { place })
    })
  })
}
