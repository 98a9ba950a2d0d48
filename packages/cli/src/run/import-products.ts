import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Listing } from '@haixuan/domain/select/product/listing'
import { type ImportReport, importListings } from '@haixuan/interchange/import/import-listings'
import { importWordsOf } from '@haixuan/interchange/import/import-words'
import type { Standard } from '@haixuan/interchange/standard/load'

type Options = {
  readonly standard: Standard
  readonly currency: string | undefined
  readonly map: Readonly<Record<string, string>> | undefined
  readonly progress: (what: string) => void
}

/** The products of a list, and what the import found of it. @throws BadInput when not one row is a product */
export async function importProducts(
  file: string,
  { standard, currency, map, progress }: Options,
): Promise<{ readonly listings: readonly Listing[]; readonly report: ImportReport }> {
  const listings: Listing[] = []
  let first = ''
  for await (const e of importListings(file, { words: importWordsOf(standard), currency, map })) {
    if (e.kind === 'listing') {
      if (listings.push(e.listing) % 1000 === 0) progress(`importing: ${listings.length} products`)
    } else if (e.kind === 'rejected') first ||= `; row ${e.row}: ${e.field}: ${e.reason.en}`
    else if (e.kind === 'report') {
      if (listings.length === 0)
        throw new BadInput(toOperator(`none of its ${e.report.rows} rows is a product${first}`), { place: file })
      return { listings, report: e.report }
    }
  }
  throw new Error(`${file} gave no report of its import`)
}
