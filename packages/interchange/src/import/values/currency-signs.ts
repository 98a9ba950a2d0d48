import type { CurrenciesFile, UnitsFile } from '@haixuan/domain/select/product/import-words-schema'

/** A currency written in a text: every currency it may mean, and the text around it. */
export type FoundSign = { readonly sign: string; readonly rest: string }
export type CurrencySigns = {
  /** the first sign or code in a text, and the text without any */
  readonly find: (text: string) => FoundSign | undefined
  /** is the text a sign or code and nothing else? */
  readonly alone: (text: string) => boolean
  /** the currencies a sign or code may mean */
  readonly meanings: (sign: string) => readonly string[]
  /** does this text join the two ends of a range? */
  readonly joins: (text: string) => boolean
  /** zeros that a word after an amount stands for, as `rb` in `10rb` */
  readonly zeros: (word: string) => number | undefined
}

const NONE: readonly string[] = []

/** Prepares the signs and codes for finding them in texts. */
export function currencySigns(file: CurrenciesFile, units: UnitsFile): CurrencySigns {
  const ranges = new Set(units.ranges.map(plain))
  const meanings = new Map<string, readonly string[]>()
  for (const code of file.codes) meanings.set(code.toLowerCase(), [code])
  for (const [sign, codes] of Object.entries(file.signs)) meanings.set(plain(sign), codes)
  const longestFirst = [...meanings.keys()].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const sign = new RegExp(longestFirst.map(pattern).join('|'), 'giu')
  return {
    find(text) {
      const lower = plain(text)
      sign.lastIndex = 0
      const first = sign.exec(lower)
      return first ? { sign: first[0], rest: lower.replace(sign, ' ') } : undefined
    },
    alone: (text) => meanings.has(plain(text)),
    meanings: (text) => meanings.get(plain(text)) ?? NONE,
    joins: (text) => ranges.has(text),
    zeros: (word) => units.multipliers[word],
  }
}

/** As signs are compared: compatibility forms folded (`￥` is `¥`), lower case. */
export const plain = (text: string): string => text.normalize('NFKC').toLowerCase().trim()

/** A sign made of letters must stand by itself; others may touch anything. */
function pattern(sign: string): string {
  const escaped = sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const before = /^[a-zđ\p{Script=Thai}]/u.test(sign) ? '(?<!\\p{L})' : ''
  const after = /[a-zđčł\p{Script=Thai}]$/u.test(sign) ? '(?!\\p{L})' : ''
  return before + escaped + after
}
