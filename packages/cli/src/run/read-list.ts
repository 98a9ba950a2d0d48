import { once } from 'node:events'
import { createWriteStream } from 'node:fs'
import { finished } from 'node:stream/promises'
import type { Text } from '@haixuan/domain/kernel/errors'
import { type ImportReport, importListings } from '@haixuan/interchange/import/import-listings'
import type { ImportOptions } from '@haixuan/interchange/import/open-listings'

export type RowFault = { readonly row: number; readonly field: string; readonly reason: Text }
/** What became of a list: the report, every rejected row, and the first warnings. */
export type ReadList = {
  readonly report: ImportReport
  readonly rejections: readonly RowFault[]
  readonly warned: readonly RowFault[]
}
const WARNINGS_KEPT = 1000

/** Reads a list of products row by row; the listings go to a file of JSON lines, when one is named, and are not held. @throws BadInput */
export async function readList(
  source: string,
  options: ImportOptions,
  to: string | undefined,
  progress: (what: string) => void,
): Promise<ReadList> {
  const out = to === undefined ? undefined : createWriteStream(to)
  const rejections: RowFault[] = []
  const warned: RowFault[] = []
  let read = 0
  try {
    for await (const e of importListings(source, options)) {
      if (e.kind === 'report') {
        if (out) await finished(out.end())
        return { report: e.report, rejections, warned }
      }
      if (e.kind === 'listing') {
        read += 1
        if (read % 5000 === 0) progress(`${read} rows`)
        if (out && !out.write(`${JSON.stringify(e.listing)}\n`)) await once(out, 'drain')
      } else {
        const { row, field, reason } = e
        if (e.kind === 'rejected') rejections.push({ row, field, reason })
        else if (warned.length < WARNINGS_KEPT) warned.push({ row, field, reason })
      }
    }
  } finally {
    out?.destroy()
  }
  throw new Error(`${source} gave no report of its import`)
}
