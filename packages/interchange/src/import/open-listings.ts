import { BadInput } from '@haixuan/domain/kernel/errors'
import { because } from './because.ts'
import { type FoundColumn, findColumns } from './columns/find-columns.ts'
import { type HeaderRow, headerRow } from './columns/header-row.ts'
import { headerWords } from './columns/header-words.ts'
import type { Row } from './file/cell.ts'
import { IMPORT_LIMITS, type ImportLimits } from './file/limits.ts'
import { openTable, type Table } from './file/open-table.ts'
import { takeSample } from './file/take-sample.ts'
import type { ImportWords } from './import-words.ts'
import { listingRows } from './listing-row.ts'
import { currencySigns } from './values/currency-signs.ts'

export type ImportOptions = {
  readonly words: ImportWords
  /** currency of prices that nothing else tells, an ISO 4217 code */
  readonly currency?: string | undefined
  /** field → header, before anything is guessed; '' for a field that no column holds */
  readonly map?: Readonly<Record<string, string>> | undefined
  /** sheet of a workbook by name */
  readonly sheet?: string | undefined
  readonly limits?: Partial<ImportLimits> | undefined
}

/** A list of products, opened: its columns are decided from its first rows, `rest` goes on after them. */
export type OpenedListings = {
  readonly table: Table
  readonly header: HeaderRow
  readonly first: Row[]
  readonly rest: AsyncGenerator<readonly Row[]>
  readonly columns: readonly FoundColumn[]
  /** headers that were taken for nothing */
  readonly unused: readonly string[]
  readonly listings: ReturnType<typeof listingRows>
}

/** Opens a list, CSV or XLSX, and decides what its columns hold; a title may not be among it. @throws BadInput when the file cannot be read as a list */
export async function openListings(source: string, options: ImportOptions): Promise<OpenedListings> {
  const { words, map = {} } = options
  const limits = { ...IMPORT_LIMITS, ...options.limits }
  const table = await openTable(source, limits, options.sheet)
  try {
    const { sample, rest } = await takeSample(table.rows, limits)
    const known = headerWords(words.columns, words.currencies.codes)
    const named = Object.values(map).filter((header) => header !== '')
    const header = headerRow(sample, known, new Set(words.columns.instructions), named)
    const first = sample.slice(header.dataFrom)
    if (sample.length === 0) throw new BadInput(because('list-without-rows'), { place: source })
    if (first.length === 0) throw new BadInput(because('list-header-only'), { place: source })
    const signs = currencySigns(words.currencies, words.units)
    const columns = findColumns(header.names, first, words.columns, known, signs, map, source)
    const unused = header.names.filter((_, index) => !columns.some((column) => column.index === index))
    return {
      table,
      header,
      first,
      rest,
      columns,
      unused,
      listings: listingRows(columns, first, words, options.currency),
    }
  } catch (error) {
    await table.rows.return(undefined)
    throw error
  }
}
