import type { Readable } from 'node:stream'
import { BadInput, type Reason } from '@haixuan/domain/kernel/errors'
import { type Entry, open, type ZipFile } from 'yauzl'
import { because } from '../because.ts'
import type { ImportLimits } from '../file/limits.ts'

/** The files of a zip by name, within limits; `read` streams one, `close` lets the file go. */
export type Zip = {
  readonly has: (name: string) => boolean
  readonly read: (name: string) => Promise<Readable>
  readonly close: () => void
}

/** Opens a workbook's zip and refuses what is too large before anything is unpacked. @throws BadInput */
export async function openZip(path: string, limits: ImportLimits): Promise<Zip> {
  const file = await new Promise<ZipFile>((resolve, reject) => {
    open(path, { lazyEntries: true, autoClose: false, validateEntrySizes: true }, (error, zip) => {
      if (error) reject(new BadInput(because('workbook-cut-short'), { place: path }))
      else resolve(zip)
    })
  })
  try {
    const entries = await listed(file, path, limits)
    return {
      has: (name) => entries.has(name),
      read: (name) => stream(file, entries.get(name), name, path),
      close: () => file.close(),
    }
  } catch (error) {
    file.close()
    throw error
  }
}

function listed(file: ZipFile, place: string, limits: ImportLimits): Promise<Map<string, Entry>> {
  return new Promise((resolve, reject) => {
    const entries = new Map<string, Entry>()
    const refuse = (message: Reason) => reject(new BadInput(message, { place }))
    if (file.entryCount > limits.entries)
      return refuse(because('workbook-files-too-many', { files: file.entryCount, most: limits.entries }))
    file.on('entry', (entry) => {
      const { fileName, uncompressedSize, compressedSize } = entry
      if (entry.isEncrypted()) return refuse(because('workbook-with-password'))
      if (uncompressedSize > limits.entryBytes)
        return refuse(
          because('workbook-part-too-large', { name: fileName, bytes: uncompressedSize, most: limits.entryBytes }),
        )
      if (uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio)
        return refuse(
          because('workbook-zip-bomb', {
            name: fileName,
            times: Math.round(uncompressedSize / Math.max(1, compressedSize)),
          }),
        )
      entries.set(fileName.replace(/^\//, ''), entry)
      file.readEntry()
    })
    file.on('end', () => resolve(entries))
    file.on('error', () => refuse(because('workbook-cut-short')))
    file.readEntry()
  })
}

function stream(file: ZipFile, entry: Entry | undefined, name: string, place: string): Promise<Readable> {
  return new Promise((resolve, reject) => {
    if (!entry) return reject(new BadInput(because('workbook-part-missing', { name }), { place }))
    file.openReadStream(entry, (error, readable) => {
      if (error) reject(new BadInput(because('workbook-part-damaged', { name }), { place }))
      else resolve(readable)
    })
  })
}
