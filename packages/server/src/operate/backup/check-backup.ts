import path from 'node:path'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { fileOf } from './copy-database.ts'
import { type Hashed, hashedFile } from './hashed-copy.ts'
import { type Manifest, partsOf, readManifest } from './manifest.ts'

/** Reads a backup's manifest and every part of it: all is there and as it was written. @throws BadInput naming the part */
export async function checkBackup(folder: string, progress: (what: string) => void): Promise<Manifest> {
  const manifest = readManifest(folder)
  const parts = partsOf(folder)
  progress('checking the backup')
  for (const { table, ...hashed } of manifest.tables) await expectSame(path.join(parts.tables, fileOf(table)), hashed)
  for (const { path: name, ...hashed } of manifest.files) {
    if (name.split('/').includes('..') || path.isAbsolute(name))
      throw new BadInput(toOperator('leads out of the backup'), { place: name })
    await expectSame(path.join(parts.files, name), hashed)
  }
  return manifest
}

async function expectSame(place: string, { bytes, sha256 }: Hashed): Promise<void> {
  const found = await hashedFile(place).catch(() => undefined)
  if (!found) throw new BadInput(toOperator('is missing from the backup'), { place })
  if (found.bytes !== bytes || found.sha256 !== sha256)
    throw new BadInput(toOperator('was changed after the backup was made'), { place })
}
