import type { Instant } from '@haixuan/domain/kernel/day'
import { sql } from 'kysely'
import type { Db } from '../database/open-database.ts'
import { asSystem } from '../database/scope.ts'

/** How long a command that is sent again is answered as before; docs/api.md says so. */
const KEPT = '30 days'
const BATCH = 10_000

/** Forgets what commands of long ago were answered, of all organisations: nobody sends them again. Gives how many. */
export async function forgetAnswered(db: Db, now: Instant): Promise<number> {
  for (let all = 0; ; ) {
    const { numAffectedRows = 0n } = await asSystem(db, (tx) =>
      sql`
        delete from answered where (org_id, key) in (
          select org_id, key from answered where at < ${now}::timestamptz - ${KEPT}::interval order by at limit ${BATCH})
      `.execute(tx),
    )
    all += Number(numAffectedRows)
    if (numAffectedRows < BATCH) return all
  }
}
