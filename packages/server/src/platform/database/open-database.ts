import { setTimeout as sleep } from 'node:timers/promises'
import { Kysely, PostgresDialect } from 'kysely'
import { Pool, type PoolClient } from 'pg'
import { type Connection, clientConfig } from './connection.ts'
import { isAway } from './is-away.ts'
import { prepareOften } from './prepare-often.ts'
import type { Tables } from './tables.ts'

/** The database as every room asks it; `destroy()` ends its connections. */
export type Db = Kysely<Tables>

export type OpenOptions = {
  /** connections at most */
  readonly max: number
  /** told to PostgreSQL, seen in pg_stat_activity */
  readonly name?: string
  /** a statement that takes longer is cancelled (57014); 0 for no limit */
  readonly statementTimeoutMs?: number
  /** how long to wait for a PostgreSQL that is away, such as one that recovers */
  readonly patienceMs?: number
  /** how long connections that nobody uses are kept when more than a few were open at once: then people are there */
  readonly idleMs?: number
  /** keeps the plans of what commands ask often */
  readonly prepare?: boolean
  /** given, once, how to count the connections of the pool */
  readonly onPool?: (counts: () => PoolCounts) => void
}

/** Connections: all that are open, those nobody uses, and questions that wait for one. */
export type PoolCounts = { readonly open: number; readonly idle: number; readonly waiting: number }

const POLL_MS = 50
/** A server at rest opens no more than these; each holds some megabytes. */
const FEW = 4
const FEW_IDLE_MS = 10_000

/**
 * For whom people wait: who comes back after a pause finds connections that know the tables. A new one takes twice as
 * long for its first list, and after ten seconds of quiet all would be opened at once by the next few who ask.
 */
export const KEPT_FOR_PEOPLE_MS = 10 * 60_000

/** Opens a pool of connections; none is made before the first question. @throws BadInput for an address that is none */
export function openDatabase(
  connection: Connection,
  {
    max,
    name = 'haixuan',
    statementTimeoutMs = 30_000,
    patienceMs = 10_000,
    idleMs = FEW_IDLE_MS,
    prepare = false,
    onPool,
  }: OpenOptions,
): Db {
  const pool = new Pool({
    ...clientConfig(connection, name),
    max,
    statement_timeout: statementTimeoutMs,
    idleTimeoutMillis: FEW_IDLE_MS,
  })
  // A session that PostgreSQL ends is replaced at the next question; whoever was using it gets the error from its query.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  // read by the pool just after it tells that a connection is given back
  pool.on('release', () => {
    pool.options.idleTimeoutMillis = pool.totalCount > FEW ? idleMs : FEW_IDLE_MS
  })
  if (prepare) pool.on('connect', prepareOften())
  onPool?.(() => ({ open: pool.totalCount, idle: pool.idleCount, waiting: pool.waitingCount }))
  return new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: {
        options: pool.options,
        connect: () => connectPatiently(pool, patienceMs),
        end: () => pool.end(),
      },
    }),
  })
}

/** Nothing has been asked yet, so to try again is safe. */
async function connectPatiently(pool: Pool, patienceMs: number): Promise<PoolClient> {
  for (let waited = 0; ; waited += POLL_MS) {
    try {
      return await pool.connect()
    } catch (error) {
      if (!isAway(error) || waited >= patienceMs) throw error
      await sleep(POLL_MS)
    }
  }
}
