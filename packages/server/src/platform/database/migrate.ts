import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Client } from 'pg'
import { ensureAppRole } from './app-role.ts'
import { type Connection, connect, OLDEST_MAJOR } from './connection.ts'
import { type Migration, readMigrations } from './migrations.ts'

const LOCK = 0x48580003

type Applied = { readonly name: string; readonly sha256: string }

/**
 * Brings the database to what this program needs; gives the names of the migrations it applied. Each is one transaction;
 * others that migrate at the same time wait. @throws BadInput for a database that is newer, changed or too old
 */
export async function migrate(connection: Connection, folder?: string): Promise<string[]> {
  const migrations = await readMigrations(folder)
  const client = await connect(connection, 'haixuan migrate')
  try {
    await checkVersion(client)
    await client.query('select pg_advisory_lock($1)', [LOCK])
    await ensureAppRole(client)
    const pending = pendingOf(migrations, await appliedTo(client))
    for (const migration of pending) await apply(client, migration)
    return pending.map(({ name }) => name)
  } finally {
    await client.end()
  }
}

async function checkVersion(client: Client): Promise<void> {
  const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
  const major = Math.floor(Number(rows[0]!.server_version_num) / 10_000)
  if (major < OLDEST_MAJOR)
    throw new BadInput(toOperator(`is PostgreSQL ${major}; Haixuan needs ${OLDEST_MAJOR} or newer`), {
      place: 'database',
    })
}

async function appliedTo(client: Client): Promise<Applied[]> {
  await client.query(`
    create schema if not exists haixuan;
    create table if not exists haixuan.migration (
      name text primary key,
      sha256 text not null,
      at timestamptz not null default now()
    )`)
  return (await client.query<Applied>('select name, sha256 from haixuan.migration order by name')).rows
}

/** What is still to do; refuses a database whose past is not this program's. */
function pendingOf(migrations: readonly Migration[], applied: readonly Applied[]): readonly Migration[] {
  for (const [n, { name, sha256 }] of applied.entries()) {
    const own = migrations[n]
    if (own === undefined)
      throw new BadInput(toOperator(`is newer than this program (it has ${name}); start the newer Haixuan`), {
        place: 'database',
      })
    if (own.name !== name)
      throw new BadInput(toOperator(`is not of this program: it has ${name} where this one has ${own.name}`), {
        place: 'database',
      })
    if (own.sha256 !== sha256)
      throw new BadInput(
        toOperator('was changed after it had been applied to this database; put it back and add a new file'),
        {
          place: `${name}.sql`,
        },
      )
  }
  return migrations.slice(applied.length)
}

async function apply(client: Client, { name, sha256, sql }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql).catch((error) => {
      throw at(name, sql, error)
    })
    await client.query('insert into haixuan.migration (name, sha256) values ($1, $2)', [name, sha256])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/** PostgreSQL gives the place of a fault as a count of characters; people look for a line. */
function at(name: string, sql: string, error: Error & { position?: string }): Error {
  const line = error.position ? `:${sql.slice(0, Number(error.position) - 1).split('\n').length}` : ''
  return new Error(`${name}.sql${line}: ${error.message}`, { cause: error })
}
