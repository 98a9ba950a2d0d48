import type { StandardData } from '@haixuan/domain/flow/standard-data'
import type { Instant } from '@haixuan/domain/kernel/day'
import { loadStandard } from '@haixuan/interchange/standard/load'
import type { Config } from '../config.ts'
import { Desks } from '../flow/desks.ts'
import type { House } from '../house.ts'
import type { Connection } from '../platform/database/connection.ts'
import { KEPT_FOR_PEOPLE_MS, openDatabase, type PoolCounts } from '../platform/database/open-database.ts'
import { keepStandard } from '../platform/events/standards.ts'
import { openFiles } from '../platform/files/open-files.ts'
import type { DataFolder } from './data-folder.ts'

type With = {
  readonly connection: Connection
  readonly folder: Pick<DataFolder, 'masterKey' | 'files'>
  readonly committed: () => void
}

/** What every room stands on, over a database that is migrated; `pool` counts its connections. @throws BadInput */
export async function openHouse(
  {
    connections,
    uploadBytes,
    privateReceivers,
    bucket,
  }: Pick<Config, 'connections' | 'uploadBytes' | 'privateReceivers' | 'bucket'>,
  { connection, folder, committed }: With,
): Promise<{ readonly house: House; readonly pool: () => PoolCounts }> {
  let pool: () => PoolCounts = () => ({ open: 0, idle: 0, waiting: 0 })
  const standard = loadStandard() as StandardData
  const desks = new Desks(standard)
  const db = openDatabase(connection, {
    max: connections,
    name: `haixuan server ${process.pid}`,
    idleMs: KEPT_FOR_PEOPLE_MS,
    prepare: true,
    onPool: (counts) => {
      pool = counts
    },
  })
  const house: House = {
    db,
    standard,
    desks,
    clock: () => new Date().toISOString() as Instant,
    masterKey: folder.masterKey,
    files: openFiles({ folder: folder.files, bucket }),
    uploadBytes,
    outgoing: { privateAllowed: privateReceivers },
    committed,
  }
  try {
    await keepStandard(db, desks.standardHash, standard)
  } catch (error) {
    await db.destroy()
    throw error
  }
  return { house, pool: () => pool() }
}
