import type { Text } from '@haixuan/domain/kernel/errors'
import type {
  ColumnsFile,
  CurrenciesFile,
  LanguagesFile,
  UnitsFile,
} from '@haixuan/domain/select/product/import-words-schema'

/** The parsed files of standard/import/: header words, currency signs, stop words and units. */
export type ImportWords = {
  readonly columns: ColumnsFile
  readonly suppliers: ColumnsFile
  readonly currencies: CurrenciesFile
  readonly languages: LanguagesFile
  readonly units: UnitsFile
}

/** The import's words out of the whole standard. */
export const importWordsOf = (
  standard: Omit<ImportWords, 'suppliers'> & { readonly 'supplier-columns': ColumnsFile },
): ImportWords => ({
  columns: standard.columns,
  suppliers: standard['supplier-columns'],
  currencies: standard.currencies,
  languages: standard.languages,
  units: standard.units,
})

/** What each field of a list is called: by the first word that headers name it with. */
export const fieldNames = ({ columns }: Pick<ImportWords, 'columns'>): ReadonlyMap<string, Text> =>
  new Map(columns.fields.map(({ id, words: { zh, en } }) => [id, { zh: zh?.[0] ?? id, en: en?.[0] ?? id }]))
