import type { Readable } from 'node:stream'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { type Entry, open, type ZipFile } from 'yauzl'
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
      if (error) reject(new BadInput('the workbook is damaged or cut short; save it again as .xlsx', { place: path }))
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
    const refuse = (message: string) => reject(new BadInput(message, { place }))
    if (file.entryCount > limits.entries)
      return refuse(`the workbook holds ${file.entryCount} files, more than ${limits.entries}; save the sheet alone`)
    file.on('entry', (entry) => {
      const { fileName, uncompressedSize, compressedSize } = entry
      if (entry.isEncrypted()) return refuse('the workbook is encrypted; save it without a password')
      if (uncompressedSize > limits.entryBytes)
        return refuse(
          `${fileName} unpacks to ${uncompressedSize} bytes, more than ${limits.entryBytes}; save the list as .csv`,
        )
      if (uncompressedSize > limits.ratioFrom && uncompressedSize > compressedSize * limits.ratio)
        return refuse(
          `${fileName} unpacks to ${Math.round(uncompressedSize / Math.max(1, compressedSize))} times its size, as a zip bomb does; save the list as .csv`,
        )
      entries.set(fileName.replace(/^\//, ''), entry)
      file.readEntry()
    })
    file.on('end', () => resolve(entries))
    file.on('error', () => refuse('the workbook is damaged or cut short; save it again as .xlsx'))
    file.readEntry()
  })
}

function stream(file: ZipFile, entry: Entry | undefined, name: string, place: string): Promise<Readable> {
  return new Promise((resolve, reject) => {
    if (!entry) return reject(new BadInput(`the workbook has no ${name}; save it again as .xlsx`, { place }))
    file.openReadStream(entry, (error, readable) => {
      if (error) reject(new BadInput(`${name} of the workbook cannot be unpacked; save it again as .xlsx`, { place }))
      else resolve(readable)
    })
  })
}
