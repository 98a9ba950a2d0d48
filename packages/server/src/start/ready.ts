import { sql } from 'kysely'
import { readMigrations } from '../platform/database/migrations.ts'
import type { Db } from '../platform/database/open-database.ts'
import type { ReadyChecks } from '../platform/http/health.ts'

/** What a server must have to be sent requests: the database, and in it what this program needs, no more and no less. */
export async function readyChecks(db: Db): Promise<ReadyChecks> {
  const newest = (await readMigrations()).at(-1)?.name
  return {
    database: async () => {
      await sql`select 1`.execute(db)
      return true
    },
    migrations: async () => {
      const { rows } = await sql<{ name: string }>`select max(name) as name from haixuan.migration`.execute(db)
      return rows[0]?.name === newest
    },
  }
}
