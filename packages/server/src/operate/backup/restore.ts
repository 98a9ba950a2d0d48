import { existsSync } from 'node:fs'
import { chmod, copyFile, mkdir, rm } from 'node:fs/promises'
import path from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Config } from '../../config.ts'
import type { Connection } from '../../platform/database/connection.ts'
import { readMigrations } from '../../platform/database/migrations.ts'
import { openDatabase } from '../../platform/database/open-database.ts'
import { checkLog, type LogFault } from '../../platform/events/check-log.ts'
import type { FileStore } from '../../platform/files/file-store.ts'
import { expectBucket, openFiles } from '../../platform/files/open-files.ts'
import { keptMasterKey, keyPlaceOf, placesIn } from '../../start/data-folder.ts'
import { expectKey } from '../../start/expect-key.ts'
import { startDatabase } from '../../start/start-database.ts'
import { checkBackup } from './check-backup.ts'
import { load } from './load.ts'
import { type Manifest, partsOf } from './manifest.ts'

export type Restored = {
  readonly manifest: Manifest
  /** what of the logs does not hold, by organisation: none when the backup is whole */
  readonly faults: readonly (LogFault & { readonly org: string })[]
}

/**
 * Puts a backup into a data folder and a database that are empty, brings them to this program's version, and checks the
 * log of every organisation. All or nothing, but for faults of the log, which it tells. @throws BadInput
 */
export async function restore(config: Config, folder: string, progress: (what: string) => void): Promise<Restored> {
  const manifest = await checkBackup(folder, progress)
  const older = await expectKnown(manifest)
  const places = placesIn(config.data)
  if ([places.database, places.files].some((place) => existsSync(place)))
    throw new BadInput(toOperator('holds a Haixuan already; restore into a folder that is empty'), {
      place: config.data,
    })
  const hasKey = manifest.keys || config.masterKey !== undefined || existsSync(places.key)
  if (!hasKey)
    throw new BadInput(
      toOperator(`the backup holds no key; set HAIXUAN_MASTER_KEY, or put the key into ${places.key}`),
      {
        place: folder,
      },
    )
  if (config.bucket) await expectBucket(config.bucket)
  await using undo = new AsyncDisposableStack()
  undo.defer(() => rm(places.files, { recursive: true, force: true }))
  const database = await startDatabase(config, { as: 'server', onGiveUp: () => {}, migrated: false })
  if (database.folder !== undefined) undo.defer(() => rm(database.folder!, { recursive: true, force: true }))
  undo.defer(database.stop)

  await load(database.connection, { manifest, folder, older, progress })
  await putFiles(partsOf(folder).files, openFiles({ folder: places.files, bucket: config.bucket }), manifest)
  await makePrivate(partsOf(folder), places, manifest)
  progress('checking the log')
  const faults = await checkLogs(database.connection, config, manifest)
  undo.move()
  await database.stop()
  return { manifest, faults }
}

/** The program's migrations that the backup had, when it lacks the newest. @throws BadInput when it is not of this program's past */
async function expectKnown({ migrations }: Manifest): Promise<boolean> {
  const own = await readMigrations()
  if (migrations.length > own.length)
    throw new BadInput(toOperator('is of a newer Haixuan; restore it with that'), { place: 'backup' })
  for (const [n, { name, sha256 }] of migrations.entries())
    if (own[n]!.name !== name || own[n]!.sha256 !== sha256)
      throw new BadInput(toOperator(`is of another program: it has ${name}`), { place: 'backup' })
  return migrations.length < own.length
}

async function putFiles(from: string, to: FileStore, { files }: Manifest): Promise<void> {
  for (const { path: name } of files) await to.put(name, path.join(from, name))
}

/** The folders that no one else may read, and the key where the backup has it. */
async function makePrivate(
  from: ReturnType<typeof partsOf>,
  to: ReturnType<typeof placesIn>,
  { keys }: Manifest,
): Promise<void> {
  await mkdir(to.files, { recursive: true, mode: 0o700 })
  await chmod(to.files, 0o700)
  if (!keys) return
  await mkdir(to.keys, { recursive: true, mode: 0o700 })
  await copyFile(from.key, to.key)
  await chmod(to.key, 0o600)
}

async function checkLogs(connection: Connection, config: Config, { logs }: Manifest): Promise<Restored['faults']> {
  const master = keptMasterKey(config)
  const db = openDatabase(connection, { max: 2, name: 'haixuan restore', statementTimeoutMs: 0 })
  try {
    await expectKey(db, master, keyPlaceOf(config))
    const faults: (LogFault & { org: string })[] = []
    for (const { org } of logs) for (const fault of await checkLog(db, master, org)) faults.push({ org, ...fault })
    return faults
  } finally {
    await db.destroy()
  }
}
