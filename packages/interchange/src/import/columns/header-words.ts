import type { ColumnsFile } from '@haixuan/domain/select/product/import-words-schema'
import { headerForms, normalHeader } from './normal-header.ts'

/** How well a header names a field, 0–1, and by which word. */
export type HeaderMatch = { readonly score: number; readonly word: string; readonly language: string }
export type HeaderReading = { readonly fields: ReadonlyMap<string, HeaderMatch>; readonly ignored: number }
export type HeaderWords = (header: string) => HeaderReading

const WEAK = 0.8
const IGNORED = '\0ignored'
/** Scripts written without spaces: a word may stand inside a longer one. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Hangul}]/u

type Phrase = {
  readonly text: string
  readonly word: string
  readonly field: string
  readonly weight: number
  readonly language: string
}

/**
 * Prepares the header words of a columns file for matching; matches are remembered by header.
 * The code of a currency that ends a header (`价格 SGD`, `price_usd`) says nothing of the field.
 */
export function headerWords(file: ColumnsFile, currencies: readonly string[] = []): HeaderWords {
  const codes = new Set(currencies.map((code) => code.toLowerCase()))
  const withoutCode = (form: string) => {
    const at = form.lastIndexOf(' ')
    return at > 0 && codes.has(form.slice(at + 1)) ? [form.slice(0, at)] : []
  }
  const phrases: Phrase[] = []
  const add = (field: string, weight: number, words: Readonly<Record<string, readonly string[]>>) => {
    for (const [language, list] of Object.entries(words))
      for (const word of list) phrases.push({ text: normalHeader(word), word, field, weight, language })
  }
  for (const field of file.fields) {
    add(field.id, 1, field.words)
    add(field.id, WEAK, field.weak ?? {})
  }
  add(IGNORED, 1, file.ignored)
  const known = new Map<string, HeaderReading>()
  return (header) => {
    const before = known.get(header)
    if (before) return before
    const forms = headerForms(header)
    const reading = read([...forms, ...forms.flatMap(withoutCode)], phrases)
    if (known.size < 5_000) known.set(header, reading)
    return reading
  }
}

function read(forms: readonly string[], phrases: readonly Phrase[]): HeaderReading {
  const fields = new Map<string, HeaderMatch>()
  forms.forEach((form, index) => {
    for (const { text, word, field, weight, language } of phrases) {
      const score = matched(form, text) * weight * (index === 0 ? 1 : 0.98)
      if (score > (fields.get(field)?.score ?? 0)) fields.set(field, { score, word, language })
    }
  })
  const ignored = fields.get(IGNORED)?.score ?? 0
  fields.delete(IGNORED)
  return { fields, ignored }
}

function matched(form: string, phrase: string): number {
  if (form === phrase) return 1
  if (phrase.length >= form.length) return 0
  const unspaced = UNSPACED.test(phrase)
  if (phrase.length < (unspaced ? 2 : 3)) return 0
  const inside = unspaced ? form.includes(phrase) : ` ${form} `.includes(` ${phrase} `)
  return inside ? 0.4 + 0.45 * (phrase.length / form.length) : 0
}
