import { BadInput, type Text } from '@haixuan/domain/kernel/errors'
import { because } from './because.ts'
import { type FoundColumn, findColumns } from './columns/find-columns.ts'
import { headerRow } from './columns/header-row.ts'
import { headerWords } from './columns/header-words.ts'
import { type Row, textOf } from './file/cell.ts'
import { IMPORT_LIMITS } from './file/limits.ts'
import { openTable } from './file/open-table.ts'
import { takeSample } from './file/take-sample.ts'
import type { ImportOptions } from './open-listings.ts'
import { countryReader } from './values/country-of.ts'
import { currencySigns } from './values/currency-signs.ts'
import { plainLine } from './values/plain-text.ts'

/** A supplier as a list names it (P2, I1): plain texts, nothing checked yet; `country` is ISO 3166 alpha-2 when its name is known. */
export type SupplierRow = {
  readonly row: number
  readonly name: string
  readonly country?: string
} & {
  readonly [K in SupplierField]?: string
}
const SUPPLIER_FIELDS = [
  'code',
  'kind',
  'registration',
  'vat',
  'contact',
  'email',
  'phone',
  'address',
  'website',
  'bank',
  'account',
  'payee',
  'swift',
  'products',
  'established',
] as const
type SupplierField = (typeof SUPPLIER_FIELDS)[number]

export type SupplierReport = {
  readonly file: string
  readonly rows: number
  readonly imported: number
  readonly rejected: number
  readonly columns: readonly FoundColumn[]
}
export type SupplierEvent =
  | { readonly kind: 'supplier'; readonly supplier: SupplierRow }
  | { readonly kind: 'rejected'; readonly row: number; readonly field: string; readonly reason: Text }
  | { readonly kind: 'warning'; readonly row: number; readonly field: string; readonly reason: Text }
  | { readonly kind: 'report'; readonly report: SupplierReport }

/** P2 · Reads a list of suppliers, CSV or XLSX, as a stream with the report last. @throws BadInput when the file cannot be read as a list */
export async function* importSuppliers(
  source: string,
  options: Omit<ImportOptions, 'currency'>,
): AsyncGenerator<SupplierEvent, void, void> {
  const limits = { ...IMPORT_LIMITS, ...options.limits }
  const file = options.words.suppliers
  const table = await openTable(source, limits, options.sheet)
  try {
    const { sample, rest } = await takeSample(table.rows, limits)
    const known = headerWords(file)
    const header = headerRow(sample, known, new Set(file.instructions), Object.values(options.map ?? {}))
    const first = sample.slice(header.dataFrom)
    if (sample.length === 0) throw new BadInput(because('list-without-rows'), { place: source })
    if (first.length === 0) throw new BadInput(because('list-header-only'), { place: source })
    const signs = currencySigns(options.words.currencies, options.words.units)
    const columns = findColumns(header.names, first, file, known, signs, options.map ?? {}, source)
    if (!columns.some(({ field }) => field === 'name'))
      throw new BadInput(because('no-supplier-column', { names: header.names.slice(0, 40) }), {
        place: source,
        field: 'name',
      })
    const absent = new Set(file.absent.map((word) => word.toLowerCase()))
    const countryOf = countryReader(options.words.units)
    const total = { rows: 0, imported: 0, rejected: 0 }

    const events = function* (row: Row): Generator<SupplierEvent> {
      total.rows += 1
      const said = new Map<string, string>()
      for (const column of columns) {
        const text = plainLine(textOf(row[column.index])).replace(/^'/, '')
        if (text !== '' && !absent.has(text.toLowerCase())) said.set(column.field, text)
      }
      const name = said.get('name')
      if (name === undefined) {
        total.rejected += 1
        yield {
          kind: 'rejected',
          row: total.rows,
          field: 'name',
          reason: { zh: '没有供应商名称，请补上', en: 'has no supplier name; add one' },
        }
        return
      }
      const written = said.get('country')
      const country = written === undefined ? undefined : countryOf(written)
      if (written !== undefined && country === undefined)
        yield {
          kind: 'warning',
          row: total.rows,
          field: 'country',
          reason: { zh: `“${written}”不是已知的国家或地区，未采用`, en: `"${written}" is no known country; left out` },
        }
      const fields = SUPPLIER_FIELDS.filter((field) => said.has(field)).map((field) => [field, said.get(field)])
      total.imported += 1
      yield {
        kind: 'supplier',
        supplier: {
          row: total.rows,
          name,
          ...(country === undefined ? {} : { country }),
          ...Object.fromEntries(fields),
        },
      }
    }
    for (const row of first) yield* events(row)
    for await (const batch of rest) for (const row of batch) yield* events(row)
    yield { kind: 'report', report: { file: source, ...total, columns } }
  } finally {
    await table.rows.return(undefined)
  }
}
