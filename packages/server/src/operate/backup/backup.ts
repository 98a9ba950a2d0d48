import { copyFileSync, createWriteStream, existsSync } from 'node:fs'
import { chmod, mkdir, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Config } from '../../config.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { openFiles } from '../../platform/files/open-files.ts'
import { makeFolder, placesIn } from '../../start/data-folder.ts'
import { attach } from '../attach.ts'
import { copyDatabase } from './copy-database.ts'
import { hashedCopy } from './hashed-copy.ts'
import { type Manifest, manifestText, partsOf } from './manifest.ts'

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
    throw new BadInput(
      toOperator('the key is not kept in the data folder but given by HAIXUAN_MASTER_KEY; keep that yourself'),
      {
        field: '--with-keys',
      },
    )
  await makeEmpty(folder)
  const parts = partsOf(folder)
  const database = await attach(config, ({ connection }) => copyDatabase(connection, parts.tables, progress))
  // evidence is only added: whatever the rows of that moment name is there now
  const kept = openFiles({ folder: placesIn(config.data).files, bucket: config.bucket })
  const files = await copyFiles(kept, parts.files, progress)
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
    makeFolder(path.resolve(folder), 0o700)
    if ((await readdir(folder)).length === 0) return
  } catch (error) {
    throw new BadInput(toOperator(`cannot be written (${(error as NodeJS.ErrnoException).code})`), { place: folder })
  }
  throw new BadInput(toOperator('is not empty; a backup takes a folder of its own'), { place: folder })
}

async function copyFiles(from: FileStore, to: string, progress: Options['progress']): Promise<Manifest['files']> {
  await mkdir(to)
  const files: Manifest['files'] = []
  for await (const name of from.names()) {
    const place = path.join(to, name)
    await mkdir(path.dirname(place), { recursive: true })
    const copy = createWriteStream(place, { flags: 'wx', mode: 0o600, flush: true })
    files.push({ path: name, ...(await hashedCopy(await from.read(name), copy)) })
    if (files.length % 100 === 0) progress(`copying files: ${files.length}`)
  }
  return files
}
