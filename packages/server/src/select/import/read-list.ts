import { createReadStream } from 'node:fs'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { withWords } from '@haixuan/domain/kernel/reason'
import { IMPORT_LIMITS } from '@haixuan/interchange/import/file/limits'
import { openTable } from '@haixuan/interchange/import/file/open-table'
import type { House } from '../../house.ts'
import { cause } from '../../platform/cause.ts'
import { Problem } from '../../platform/http/problem.ts'
import type { ListInput } from './list-input.ts'

type Stored = Pick<ListInput, 'sha256' | 'sheet'> & { readonly file: string }

/**
 * Reads an uploaded list; what is wrong with it is told by the name its sender gave it, not by where it lies.
 * @throws Problem, BadInput
 */
export async function withList<T>(
  { files }: House,
  org: string,
  { sha256, file }: Stored,
  read: (source: string) => Promise<T>,
): Promise<T> {
  const source = await files.placeOf(org, sha256)
  if (source === undefined) throw new Problem('not-found', { why: cause('file-content-gone') })
  try {
    return await read(source)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    const { place, field, reason } = error
    throw new BadInput(
      withWords(reason, (text) => text.replaceAll(source, file)),
      {
        place: place?.replaceAll(source, file) ?? file,
        ...(field === undefined ? {} : { field }),
      },
    )
  }
}

/** About how many rows a list has below its header, for whoever watches it being read. */
export async function countRows(source: string, sheet: string | undefined): Promise<number> {
  const { format, rows } = await openTable(source, IMPORT_LIMITS, sheet)
  if (format === 'csv') {
    await rows.return(undefined)
    return Math.max((await countLines(source)) - 1, 0)
  }
  let count = 0
  for await (const batch of rows) count += batch.length
  return Math.max(count - 1, 0)
}

const LINE_END = 0x0a
const QUOTE = 0x22

/** Lines of a text outside its quotes, by its bytes: to read it as a table takes ten times as long. */
async function countLines(source: string): Promise<number> {
  let lines = 0
  let quoted = false
  let last = LINE_END
  for await (const bytes of createReadStream(source, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>) {
    for (let i = 0; i < bytes.length; i += 1) {
      const byte = bytes[i] as number
      if (byte === QUOTE) quoted = !quoted
      else if (byte === LINE_END && !quoted) lines += 1
    }
    last = bytes[bytes.length - 1] as number
  }
  return last === LINE_END ? lines : lines + 1
}
