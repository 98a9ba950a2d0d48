import { PgBoss } from 'pg-boss'
import { type Connection, clientConfig } from '../database/connection.ts'

/** Work that comes round by the clock; of all servers one does it at a time. */
export type Schedule = {
  /** such as `recheck` */
  readonly name: string
  /** five fields of cron, in UTC */
  readonly cron: string
  readonly run: () => Promise<void>
}

/** pg-boss keeps its tables to itself. */
const SCHEMA = 'pgboss'
const CONNECTIONS = 2
/** Work that takes longer, or a worker that gives no sign of life, is taken for dead. */
const LONGEST_SECONDS = 6 * 3600
const DEAD_SECONDS = 60

/** Starts what comes round by the clock; gives what stops it. */
export async function startSchedules(
  connection: Connection,
  schedules: readonly Schedule[],
  onError: (error: unknown) => void,
): Promise<() => Promise<void>> {
  const boss = new PgBoss({
    ...addressOf(connection),
    schema: SCHEMA,
    application_name: 'haixuan schedules',
    max: CONNECTIONS,
  })
  boss.on('error', onError)
  await boss.start()
  for (const { name, cron, run } of schedules) {
    // a turn that is still under way is not doubled by the next one
    await boss.createQueue(name, {
      policy: 'exclusive',
      retryLimit: 0,
      expireInSeconds: LONGEST_SECONDS,
      heartbeatSeconds: DEAD_SECONDS,
    })
    await boss.schedule(name, cron)
    await boss.work(name, async () => {
      await run().catch(onError)
    })
  }
  return () => boss.stop({ graceful: true, timeout: 5_000 })
}

function addressOf(connection: Connection) {
  const { connectionString, host, port, user, database } = clientConfig(connection, 'haixuan schedules')
  return connectionString === undefined
    ? { host: host!, port: port!, user: user!, database: database! }
    : { connectionString }
}
