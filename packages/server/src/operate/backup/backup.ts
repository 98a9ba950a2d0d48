import { copyFileSync, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import type { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { Config } from '../../config.ts'
import { type Connection, connect } from '../../platform/database/connection.ts'
import { placesIn } from '../../start/data-folder.ts'
import { attach } from '../attach.ts'
import { hashedCopy, hashedFileCopy } from './hashed-copy.ts'
import { type Manifest, manifestText, partsOf } from './manifest.ts'
import { sequencesOf, type TableShape, tablesOf } from './tables.ts'

type Options = {
  /** whether the master key goes with it: without it the secrets in the database stay closed */
  readonly withKeys: boolean
  readonly progress: (what: string) => void
}

/**
 * Writes the database as of one moment and all files into a folder, which must be empty or not there, while the server
 * works. Everything streams; the manifest with the hashes is written last. @throws BadInput
 */
export async function backup(config: Config, folder: string, { withKeys, progress }: Options): Promise<Manifest> {
  const { key } = placesIn(config.data)
  if (withKeys && (config.masterKey !== undefined || !existsSync(key)))
    throw new BadInput('the key is not kept in the data folder but given by HAIXUAN_MASTER_KEY; keep that yourself', {
      field: '--with-keys',
    })
  await makeEmpty(folder)
  const parts = partsOf(folder)
  const database = await attach(config, ({ connection }) => copyDatabase(connection, parts.tables, progress))
  // evidence is only added: whatever the rows of that moment name is there now
  const files = await copyFiles(placesIn(config.data).files, parts.files, progress)
  if (withKeys) {
    await mkdir(parts.keys, { mode: 0o700 })
    copyFileSync(key, parts.key)
    await chmod(parts.key, 0o600)
  }
  const manifest: Manifest = { format: 1, made: new Date().toISOString(), ...database, files, keys: withKeys }
  await writeFile(parts.manifest, manifestText(manifest), { flag: 'wx', mode: 0o600, flush: true })
  return manifest
}

async function makeEmpty(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    if ((await readdir(folder)).length === 0) return
  } catch (error) {
    throw new BadInput(`cannot be written (${(error as NodeJS.ErrnoException).code})`, { place: folder })
  }
  throw new BadInput('is not empty; a backup takes a folder of its own', { place: folder })
}

async function copyDatabase(connection: Connection, folder: string, progress: Options['progress']) {
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

async function copyFiles(from: string, to: string, progress: Options['progress']): Promise<Manifest['files']> {
  await mkdir(to)
  const entries = existsSync(from) ? await readdir(from, { recursive: true, withFileTypes: true }) : []
  const files: Manifest['files'] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const name = path.relative(from, path.join(entry.parentPath, entry.name))
    const place = path.join(to, name)
    await mkdir(path.dirname(place), { recursive: true })
    files.push({ path: name.split(path.sep).join('/'), ...(await hashedFileCopy(path.join(from, name), place)) })
    if (files.length % 100 === 0) progress(`copying files: ${files.length}`)
  }
  return files
}
