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
