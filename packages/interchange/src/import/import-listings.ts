import { BadInput, type Text } from '@haixuan/domain/kernel/errors'
import type { Listing } from '@haixuan/domain/select/product/listing'
import { because } from './because.ts'
import type { FoundColumn } from './columns/find-columns.ts'
import { SeenKeys } from './duplicates.ts'
import { isBlank, type Row } from './file/cell.ts'
import type { Table } from './file/open-table.ts'
import { type ImportOptions, openListings } from './open-listings.ts'
import type { CurrencyUse } from './price-row.ts'

/** What the import found out about the file. */
export type ImportReport = {
  readonly file: string
  readonly format: Table['format']
  readonly delimiter?: string
  readonly encoding?: string
  readonly sheet?: string
  /** record of the file that holds the header, from 1; 0 when there is none */
  readonly headerRow: number
  readonly rows: number
  readonly imported: number
  readonly rejected: number
  readonly warnings: number
  readonly duplicates: number
  readonly columns: readonly FoundColumn[]
  /** headers that were taken for nothing */
  readonly unused: readonly string[]
  readonly currencies: readonly CurrencyUse[]
  readonly notes: readonly Text[]
}

export type ImportEvent =
  | { readonly kind: 'listing'; readonly listing: Listing }
  | { readonly kind: 'rejected'; readonly row: number; readonly field: string; readonly reason: Text }
  | { readonly kind: 'warning'; readonly row: number; readonly field: string; readonly reason: Text }
  | { readonly kind: 'report'; readonly report: ImportReport }

/**
 * P2, I3 · Reads a list of products, CSV or XLSX, as a stream: every row ends as a listing or as rejected, warnings come
 * before their row, and the report comes last. @throws BadInput when the file cannot be read as a list
 */
export async function* importListings(source: string, options: ImportOptions): AsyncGenerator<ImportEvent, void, void> {
  const { table, header, first, rest, columns, unused, listings } = await openListings(source, options)
  try {
    if (!columns.some(({ field }) => field === 'title'))
      throw new BadInput(because('no-title-column', { names: header.names.slice(0, 40) }), {
        place: source,
        field: 'title',
      })
    /** Files put one after the other carry their header along. */
    const repeats = (row: Row) =>
      row.length > 1 && row[0] === header.raw[0] && row.every((cell, i) => cell === (header.raw[i] ?? ''))
    const seen = { sku: new SeenKeys(), url: new SeenKeys() }
    const total = { rows: 0, imported: 0, rejected: 0, warnings: 0, duplicates: 0 }

    const events = function* (row: Row): Generator<ImportEvent> {
      total.rows += 1
      const number = total.rows
      if (repeats(row)) {
        total.rejected += 1
        yield {
          kind: 'rejected',
          row: number,
          field: 'title',
          reason: { zh: '与表头相同，不是商品', en: 'repeats the header' },
        }
        return
      }
      const { listing, rejected, remarks } = listings.read(row, number)
      for (const remark of remarks) yield warning(remark.field, remark.reason)
      if (row.length > header.names.length && row.slice(header.names.length).some((cell) => !isBlank(cell)))
        yield warning('columns', {
          zh: `有 ${row.length} 格，表头只有 ${header.names.length} 格，请检查分隔符与引号`,
          en: `has ${row.length} cells, the header ${header.names.length}; check delimiters and quotes`,
        })
      if (listing?.title.includes('\uFFFD'))
        yield warning('title', {
          zh: '含有无法识别的字符，请核对文件编码',
          en: 'holds characters that cannot be read; check the encoding of the file',
        })
      if (rejected) {
        total.rejected += 1
        yield { kind: 'rejected', row: number, ...rejected }
        return
      }
      if (!listing) return
      const [field, key] = listing.sku ? (['sku', listing.sku] as const) : (['url', listing.url] as const)
      const before = key === undefined ? undefined : seen[field].see(`${listing.seller ?? ''}\n${key}`, number)
      if (before !== undefined) {
        total.duplicates += 1
        yield warning(field, { zh: `与第 ${before} 行的 ${field} 相同`, en: `same ${field} as row ${before}` })
      }
      total.imported += 1
      yield { kind: 'listing', listing }

      function warning(about: string, reason: Text): ImportEvent {
        total.warnings += 1
        return { kind: 'warning', row: number, field: about, reason }
      }
    }
    for (const row of first) yield* events(row)
    first.length = 0
    for await (const batch of rest) for (const row of batch) yield* events(row)

    const { rows: _, sheets: __, ...form } = table
    const currencies = listings.prices.uses()
    yield {
      kind: 'report',
      report: {
        file: source,
        ...form,
        headerRow: header.at + 1,
        ...total,
        columns,
        unused,
        currencies,
        notes: notes(currencies, listings.prices.open(), columns),
      },
    }
  } finally {
    await table.rows.return(undefined)
  }
}

function notes(currencies: readonly CurrencyUse[], open: number, columns: readonly FoundColumn[]): Text[] {
  const said = currencies
    .filter((use) => use.sign !== undefined)
    .map((use) => ({
      zh: `“${use.sign}”可指多种货币，${use.rows} 行按${BY[use.by].zh}读作 ${use.currency}`,
      en: `"${use.sign}" may mean several currencies; ${use.rows} rows read as ${use.currency} by ${BY[use.by].en}`,
    }))
  if (open > 0)
    said.push({
      zh: `${open} 个价格的币种无法确定，请指明币种`,
      en: `the currency of ${open} prices is open; say which it is`,
    })
  if (!columns.some(({ field }) => field === 'price' || field === 'list-price'))
    said.push({
      zh: '没有价格列，请指明哪一列是价格',
      en: 'no price column was found; say which one it is',
    })
  return said
}

const BY: Readonly<Record<CurrencyUse['by'], Text>> = {
  column: { zh: '币种列', en: 'the currency column' },
  sign: { zh: '符号', en: 'the sign' },
  header: { zh: '表头', en: 'the header' },
  domain: { zh: '国家域名', en: 'the country domain' },
  default: { zh: '项目币种', en: 'the project’s currency' },
  language: { zh: '文字语言', en: 'the language of the text' },
}
