import { z } from 'zod'
import { SUPPLIER_KINDS } from '../supplier/supplier.ts'

const words = z.array(z.string().min(1)).min(1)
const byLanguage = z.record(z.string().regex(/^[a-z]{2}$/), words)

/** What the cells of a column look like; each kind is measured by a function of the import. */
export const CONTENTS = [
  'title',
  'long-text',
  'price',
  'currency',
  'url',
  'images',
  'video',
  'gtin',
  'code',
  'hs',
  'rating',
  'count',
  'category',
  'attributes',
  'short-text',
  'measure',
  'any',
] as const
export type Content = (typeof CONTENTS)[number]

/** A field that a column may hold: header words by language; `weak` words count for less. */
const field = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  content: z.enum(CONTENTS),
  /** may be spread over several columns */
  many: z.boolean().default(false),
  /** found by content alone when no header says so */
  bare: z.boolean().default(false),
  words: byLanguage,
  weak: byLanguage.optional(),
})
export type ColumnField = z.infer<typeof field>

/** standard/import/columns.yaml and supplier-columns.yaml. */
export const columnsFile = z.strictObject({
  source: z.string().min(1),
  fields: z.array(field).min(1),
  /** headers that look like a field and are none */
  ignored: byLanguage,
  /** cells that say "nothing here" */
  absent: words,
  'absent-brand': words.optional(),
  /** cells of a template's own instruction rows, such as Mandatory */
  instructions: words.optional(),
  /** what a cell says of a kind of supplier, by the kind */
  kinds: z.partialRecord(z.enum(SUPPLIER_KINDS), words).optional(),
})
export type ColumnsFile = z.infer<typeof columnsFile>

const code = z.string().regex(/^[A-Z]{3}$/)

/** standard/import/currencies.yaml: signs with the currencies they may mean, and the currency behind a country domain. */
export const currenciesFile = z.strictObject({
  source: z.string().min(1),
  codes: z.array(code).min(1),
  signs: z.record(z.string().min(1), z.array(code).min(1)),
  domains: z.record(z.string().regex(/^[a-z]{2}$/), code),
  /** which meaning of an ambiguous sign a language of the text points to */
  languages: z.record(z.string().regex(/^[a-z]{2}$/), z.array(code).min(1)),
})
export type CurrenciesFile = z.infer<typeof currenciesFile>

/** standard/import/languages.yaml: frequent words that tell languages of one script apart. */
export const languagesFile = z.strictObject({ source: z.string().min(1), words: byLanguage })
export type LanguagesFile = z.infer<typeof languagesFile>

/** standard/import/units.yaml: grams per unit of weight, multipliers, words between the ends of a range, names of countries. */
export const unitsFile = z.strictObject({
  source: z.string().min(1),
  grams: z.record(z.string().min(1), z.number().positive()),
  /** zeros that a word after a number stands for */
  multipliers: z.record(z.string().min(1), z.int().positive()),
  /** the same, after counts only: too ambiguous after a price */
  'count-multipliers': z.record(z.string().min(1), z.int().positive()),
  ranges: words,
  countries: z.record(z.string().regex(/^[A-Z]{2}$/), words),
})
export type UnitsFile = z.infer<typeof unitsFile>
