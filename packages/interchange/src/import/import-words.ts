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
