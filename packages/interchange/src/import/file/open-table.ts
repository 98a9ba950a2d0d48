import { type FileHandle, open } from 'node:fs/promises'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { because } from '../because.ts'
import { openWorkbook } from '../workbook/open-workbook.ts'
import { isBlankRow, type Row } from './cell.ts'
import { fileKind } from './file-kind.ts'
import type { ImportLimits } from './limits.ts'
import { csvForm, readCsv } from './read-csv.ts'
import { textEncoding } from './text-encoding.ts'

const HEAD_BYTES = 1024 * 1024

/** A file opened as a table: how it is written, and its rows as a stream of batches. */
export type Table = {
  readonly format: 'csv' | 'xlsx'
  readonly delimiter?: string
  readonly encoding?: string
  readonly sheet?: string
  readonly sheets?: readonly string[]
  readonly rows: AsyncGenerator<readonly Row[]>
}

/** Opens a CSV or XLSX file, told apart by content, not by name. @throws BadInput naming the file and the remedy */
export async function openTable(path: string, limits: ImportLimits, sheet?: string): Promise<Table> {
  const head = await firstBytes(path)
  if (fileKind(head, path) === 'workbook') return { format: 'xlsx', ...(await openWorkbook(path, limits, sheet)) }
  if (sheet !== undefined) throw new BadInput(because('no-sheet-in-text', { sheet }), { place: path })
  const form = csvForm(head, textEncoding(head, path))
  return {
    format: 'csv',
    delimiter: form.delimiter,
    encoding: form.encoding.name,
    rows: filled(readCsv(path, form, limits)),
  }
}

async function* filled(batches: AsyncGenerator<readonly Row[]>): AsyncGenerator<readonly Row[]> {
  for await (const batch of batches) yield batch.some(isBlankRow) ? batch.filter((row) => !isBlankRow(row)) : batch
}

async function firstBytes(path: string): Promise<Uint8Array> {
  let file: FileHandle | undefined
  try {
    file = await open(path, 'r')
    const stat = await file.stat()
    if (stat.isDirectory()) throw new BadInput(because('list-is-folder'), { place: path })
    if (!stat.isFile()) throw new BadInput(because('list-not-regular'), { place: path })
    const buffer = new Uint8Array(Math.min(HEAD_BYTES, stat.size))
    const { bytesRead } = await file.read(buffer, 0, buffer.length, 0)
    return buffer.subarray(0, bytesRead)
  } catch (error) {
    throw unreadable(error, path)
  } finally {
    await file?.close()
  }
}

function unreadable(error: unknown, place: string): unknown {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return new BadInput(because('no-such-file'), { place })
    case 'EACCES':
    case 'EPERM':
      return new BadInput(because('list-not-readable'), { place })
    case 'EISDIR':
      return new BadInput(because('list-is-folder'), { place })
    default:
      return error
  }
}
