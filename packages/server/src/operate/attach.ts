import { existsSync } from 'node:fs'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Config } from '../config.ts'
import type { Connection } from '../platform/database/connection.ts'
import { readMigrations } from '../platform/database/migrations.ts'
import { type Db, openDatabase } from '../platform/database/open-database.ts'
import { placesIn } from '../start/data-folder.ts'
import { startDatabase } from '../start/start-database.ts'
import { migrationsOf } from './migrations-of.ts'

/** The database of a server, whether the server runs or not. */
export type Attached = { readonly db: Db; readonly connection: Connection }

const CONNECTIONS = 3

/**
 * Works on the database of a data folder beside whoever else does; a PostgreSQL that was started for it ends with it.
 * @throws BadInput when there is none, or it is not of this version
 */
export async function attach<T>(config: Config, work: (attached: Attached) => Promise<T>): Promise<T> {
  if (config.databaseUrl === undefined && !existsSync(placesIn(config.data).database))
    throw new BadInput(toOperator('holds no Haixuan yet; name the data folder of a server'), { place: config.data })
  await using parts = new AsyncDisposableStack()
  const database = await startDatabase(config, { as: 'guest', onGiveUp: () => {}, migrated: false })
  parts.defer(database.stop)
  await expectSameVersion(database.connection)
  const db = openDatabase(database.connection, {
    max: CONNECTIONS,
    name: `haixuan cli ${process.pid}`,
    statementTimeoutMs: 0,
  })
  parts.defer(() => db.destroy())
  return await work({ db, connection: database.connection })
}

/** A program beside a server changes nothing of the schema. */
async function expectSameVersion(connection: Connection): Promise<void> {
  const own = (await readMigrations()).map(({ name }) => name)
  const there = (await migrationsOf(connection)).map(({ name }) => name)
  if (own.join() === there.join()) return
  const which = there.length > own.length ? 'newer than this program' : 'older than this program; start its server once'
  throw new BadInput(toOperator(`is ${which}`), { place: 'database' })
}
