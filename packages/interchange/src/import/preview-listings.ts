import type { Text } from '@haixuan/domain/kernel/errors'
import type { Listing } from '@haixuan/domain/select/product/listing'
import type { FoundColumn } from './columns/find-columns.ts'
import { textOf } from './file/cell.ts'
import { type ImportOptions, openListings } from './open-listings.ts'
import type { CurrencyUse } from './price-row.ts'

/** How a list would be read, told from its first rows. */
export type ListPreview = {
  readonly format: 'csv' | 'xlsx'
  readonly encoding?: string
  readonly delimiter?: string
  readonly sheet?: string
  /** of a workbook: all that can be seen */
  readonly sheets?: readonly string[]
  /** record of the file that holds the header, from 1; 0 when there is none */
  readonly headerRow: number
  readonly headers: readonly string[]
  readonly columns: readonly FoundColumn[]
  readonly unused: readonly string[]
  readonly currencies: readonly CurrencyUse[]
  /** languages of the rows shown, the most frequent first */
  readonly languages: readonly string[]
  readonly rows: readonly {
    readonly row: number
    /** the cells as they stand in the file, cut where they are long */
    readonly cells: readonly string[]
    readonly listing?: Listing
    readonly rejected?: { readonly field: string; readonly reason: Text }
    readonly remarks: readonly { readonly field: string; readonly reason: Text }[]
  }[]
}

const LONGEST_CELL = 200

/** P2 · Reads the first rows of a list as an import would. @throws BadInput when the file cannot be read as a list */
export async function previewListings(source: string, options: ImportOptions, most = 20): Promise<ListPreview> {
  const { table, header, first, columns, unused, listings } = await openListings(source, options)
  const { rows: stream, ...form } = table
  try {
    const rows = first.slice(0, most).map((row, i) => {
      const { listing, rejected, remarks } = listings.read(row, i + 1)
      return {
        row: i + 1,
        cells: header.names.map((_, at) => cut(textOf(row[at] ?? '').trim())),
        ...(listing ? { listing } : {}),
        ...(rejected ? { rejected } : {}),
        remarks,
      }
    })
    const spoken = Map.groupBy(
      rows.flatMap((r) => r.listing?.language ?? []),
      (language) => language,
    )
    return {
      ...form,
      headerRow: header.at + 1,
      headers: header.names,
      columns,
      unused,
      currencies: listings.prices.uses(),
      languages: [...spoken].sort(([, a], [, b]) => b.length - a.length).map(([language]) => language),
      rows,
    }
  } finally {
    await stream.return(undefined)
  }
}

const cut = (text: string) => (text.length > LONGEST_CELL ? `${text.slice(0, LONGEST_CELL)}…` : text)
