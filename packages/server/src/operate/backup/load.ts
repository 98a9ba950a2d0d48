import { createReadStream } from 'node:fs'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { type Connection, connect } from '../../platform/database/connection.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { readMigrations } from '../../platform/database/migrations.ts'
import { fileOf } from './copy-database.ts'
import { type Manifest, partsOf } from './manifest.ts'
import { tablesOf } from './tables.ts'

type Load = {
  readonly manifest: Manifest
  readonly folder: string
  /** whether the schema has to grow after the rows are in */
  readonly older: boolean
  readonly progress: (what: string) => void
}

/** Loads the rows of a backup into an empty database, and brings that to this program's version. @throws BadInput */
export async function load(connection: Connection, { manifest, folder, older, progress }: Load): Promise<void> {
  await expectEmpty(connection)
  if (older) await migrateTo(connection, manifest.migrations.length)
  else await migrate(connection)
  const client = await connect(connection, 'haixuan restore')
  try {
    await client.query('begin')
    const known = new Map(manifest.tables.map((t) => [t.table, t]))
    for (const { table } of await tablesOf(client)) {
      const { columns, rows } = known.get(table)!
      progress(`loading ${table}`)
      // what a migration put there stands in the backup
      await client.query(`delete from ${table}`)
      const into = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
      await pipeline(createReadStream(path.join(partsOf(folder).tables, fileOf(table))), into)
      if (into.rowCount !== rows) throw new Error(`${table}: ${into.rowCount} rows came in of ${rows}`)
    }
    await continueSequences(client, manifest)
    await client.query('commit')
    await client.query('analyze')
  } finally {
    await client.end()
  }
  if (older) await migrate(connection)
}

async function continueSequences(client: Client, { sequences }: Manifest): Promise<void> {
  for (const { sequence, last } of sequences) await client.query('select setval($1::regclass, $2)', [sequence, last])
}

async function expectEmpty(connection: Connection): Promise<void> {
  const client = await connect(connection, 'haixuan restore')
  try {
    const { rows } = await client.query<{ tables: number }>(
      `select count(*)::int as tables from pg_tables where schemaname in ('public', 'auth', 'haixuan')`,
    )
    if (rows[0]!.tables > 0)
      throw new BadInput(toOperator('is not empty; restore into one that is'), { place: 'database' })
  } finally {
    await client.end()
  }
}

/** Brings the schema to an earlier state of this program. */
async function migrateTo(connection: Connection, count: number): Promise<void> {
  const folder = await mkdtemp(path.join(tmpdir(), 'haixuan-migrations-'))
  try {
    for (const { name, sql } of (await readMigrations()).slice(0, count))
      await writeFile(path.join(folder, `${name}.sql`), sql)
    await migrate(connection, folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}
