import { createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Connection, connect } from '../../platform/database/connection.ts'
import { hashedCopy } from './hashed-copy.ts'
import type { Manifest } from './manifest.ts'
import { sequencesOf, type TableShape, tablesOf } from './tables.ts'

/** Copies every table as of one moment, each to a file of its own in a folder that is made. */
export async function copyDatabase(connection: Connection, folder: string, progress: (what: string) => void) {
  await mkdir(folder)
  const client = await connect(connection, 'haixuan backup')
  try {
    // rows that row-level security would leave out are a fault, not a smaller backup
    await client.query('begin isolation level repeatable read read only; set local row_security = off')
    const { rows: migrations } = await client.query<Manifest['migrations'][number]>(
      'select name, sha256 from haixuan.migration order by name',
    )
    const { rows: logs } = await client.query<Manifest['logs'][number]>(
      `select distinct on (org_id) org_id as org, size, encode(root, 'base64') as root from checkpoint
       order by org_id, size desc`,
    )
    const sequences = await sequencesOf(client)
    const tables: Manifest['tables'] = []
    for (const shape of await tablesOf(client)) {
      progress(`copying ${shape.table}`)
      tables.push(await copyTable(client, shape, folder))
    }
    await client.query('commit')
    return { migrations, logs, sequences, tables }
  } finally {
    await client.end()
  }
}

async function copyTable(client: Client, { table, columns }: TableShape, folder: string) {
  const rows = client.query(copyTo(`copy ${table} (${columns.join(', ')}) to stdout`))
  const file = createWriteStream(path.join(folder, fileOf(table)), { flags: 'wx', mode: 0o600, flush: true })
  const hashed = await hashedCopy(rows, file)
  return { table, columns: [...columns], rows: rows.rowCount, ...hashed }
}

/** `public.project` lies in public.project.copy; quotes of names stay out. */
export const fileOf = (table: string): string => `${table.replaceAll('"', '')}.copy`
