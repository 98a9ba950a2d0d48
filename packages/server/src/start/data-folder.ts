import type { KeyObject } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Config } from '../config.ts'
import { masterKeyFile, parseMasterKey } from '../platform/secrets/master-key.ts'

/** Where a server keeps what is its own. */
export type DataFolder = {
  readonly path: string
  /** of the PostgreSQL that comes with Haixuan */
  readonly database: string
  /** evidence, by SHA-256 */
  readonly files: string
  readonly masterKey: KeyObject
  /** the setting or the file that the key comes from */
  readonly keyPlace: string
}

const PRIVATE = 0o700
const SETTING = 'HAIXUAN_MASTER_KEY'

/** The places in a data folder, whether they are there or not. */
export const placesIn = (folder: string) => ({
  database: path.join(folder, 'database'),
  files: path.join(folder, 'files'),
  keys: path.join(folder, 'keys'),
  key: path.join(folder, 'keys', 'master-key'),
  server: path.join(folder, 'server.json'),
})

/** Makes the data folder, or sees that it can be written. @throws BadInput */
export function openDataFolder({ data, masterKey }: KeySource): DataFolder {
  const { database, files, keys } = placesIn(data)
  try {
    makeFolder(data)
    for (const folder of [files, keys]) {
      mkdirSync(folder, { recursive: true, mode: PRIVATE })
      chmodSync(folder, PRIVATE)
    }
    const trial = path.join(data, `.writable-${process.pid}`)
    writeFileSync(trial, '')
    rmSync(trial)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new BadInput(toOperator(`cannot be written (${code}); name a folder that this user may write`), {
      place: data,
    })
  }
  return {
    path: data,
    database,
    files,
    masterKey: masterKeyOf({ data, masterKey }),
    keyPlace: keyPlaceOf({ data, masterKey }),
  }
}

/** With its parents. Node's own way never ends where a file system makes no folders, as below /proc. */
export function makeFolder(folder: string, mode?: number): void {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder), mode)
  try {
    mkdirSync(folder, { mode })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

type KeySource = Pick<Config, 'data' | 'masterKey'>

/** The setting or the file that the master key comes from. */
export const keyPlaceOf = ({ data, masterKey }: KeySource): string =>
  masterKey === undefined ? placesIn(data).key : SETTING

/** The key that a setting gives or the data folder keeps, made on first use. @throws BadInput */
const masterKeyOf = ({ data, masterKey }: KeySource): KeyObject =>
  masterKey === undefined ? masterKeyFile(placesIn(data).key) : parseMasterKey(masterKey, SETTING)

/** The same for who works beside a server: a key that is not there is not made. @throws BadInput */
export function keptMasterKey(config: KeySource): KeyObject {
  const { key } = placesIn(config.data)
  if (config.masterKey === undefined && !existsSync(key))
    throw new BadInput(
      toOperator('is not there; set HAIXUAN_MASTER_KEY, or put the key of the server into this place'),
      {
        place: key,
      },
    )
  return masterKeyOf(config)
}
