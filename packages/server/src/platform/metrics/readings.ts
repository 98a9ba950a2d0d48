import { type Kysely, type RawBuilder, sql } from 'kysely'
import type { PoolCounts } from '../database/open-database.ts'
import type { Tables } from '../database/tables.ts'
import type { Reading } from './metrics.ts'

/** What the database tells of itself: connections of this server, and how far the log is sealed. */
export const databaseReadings = (db: Kysely<Tables>, pool: () => PoolCounts): Reading[] => [
  { name: 'haixuan_pool_connections', help: 'connections open', read: () => pool().open },
  { name: 'haixuan_pool_idle', help: 'connections that nobody uses', read: () => pool().idle },
  { name: 'haixuan_pool_waiting', help: 'requests that wait for a connection', read: () => pool().waiting },
  {
    name: 'haixuan_log_events_sealed',
    help: 'events in the logs of all organisations',
    // one step in the index for each organisation
    read: () =>
      asked(
        db,
        sql`
        select coalesce(sum((select size from checkpoint c where c.org_id = o.id order by size desc limit 1)), 0)::bigint
          as value
        from organisation o`,
      ),
  },
  {
    name: 'haixuan_log_events_unsealed',
    help: 'events that wait to be sealed',
    read: () => asked(db, sql`select count(*)::bigint as value from unsealed`),
  },
]

async function asked(db: Kysely<Tables>, question: RawBuilder<unknown>): Promise<number | undefined> {
  const { rows } = await (question as RawBuilder<{ value: number }>).execute(db)
  return rows[0]?.value
}
