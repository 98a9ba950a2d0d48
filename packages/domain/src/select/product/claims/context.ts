import { foldPhrase, isWordUnit } from './fold.ts'
import type { LexiconFile } from './lexicon-schema.ts'
import { spelled } from './spelling.ts'

const NEAR = 40

const literal = (word: string) => {
  const folded = foldPhrase(word)
  const inner = folded.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '[\\s\\-_]+')
  const before = isWordUnit(folded.charCodeAt(0)) ? '(?<![\\p{L}\\p{N}])' : ''
  const after = isWordUnit(folded.charCodeAt(folded.length - 1)) ? '(?![\\p{L}\\p{N}])' : ''
  return before + inner + after
}
const anyOf = (words: readonly string[]) => words.map(literal).join('|')

export type Denied = (text: string, from: number) => boolean

/** Tells whether words of the language before a position deny what stands there: not, kein, 并非, bukan … */
export function negationOf(file: LexiconFile): Denied {
  const rules = file.negations.map(({ words, reach, 'across-commas': across }) => {
    const gap = `[^${across ? '.!?。！？\\n' : '.!?;:,。！？；：，、\\n'}]{0,${reach}}$`
    const all = spelled(words, file)
    const excepted = spelled(file['not-negations'] ?? [], file)
    return {
      span: reach + Math.max(...all.map((w) => w.length), 0) + 2,
      denies: new RegExp(`(?:${anyOf(all)})${gap}`, 'iu'),
      excepted: excepted.length > 0 ? new RegExp(`(?:${anyOf(excepted)})${gap}`, 'iu') : undefined,
    }
  })
  return (text, from) =>
    rules.some(({ span, denies, excepted }) => {
      const before = text.slice(Math.max(0, from - span), from).normalize('NFKC')
      return denies.test(before) && !excepted?.test(text.slice(Math.max(0, from - span - 12), from).normalize('NFKC'))
    })
}

/** Tells whether one of the words stands within 40 characters of a span; no words = always. */
export function nearOf(words: readonly string[]): (text: string, from: number, to: number) => boolean {
  if (words.length === 0) return () => true
  const any = new RegExp(anyOf(words), 'iu')
  return (text, from, to) => any.test(text.slice(Math.max(0, from - NEAR), from)) || any.test(text.slice(to, to + NEAR))
}

/** Whether a restriction to classes or markets lets a claim stand; what is not known restricts nothing. */
export function applies(
  scope: {
    readonly classes?: { in?: string[] | undefined; not?: string[] | undefined } | undefined
    readonly markets?: readonly string[] | undefined
  },
  about: { readonly class?: string | undefined; readonly market?: string | undefined },
): boolean {
  const { classes, markets } = scope
  if (markets && about.market !== undefined && !markets.includes(about.market)) return false
  if (!classes || about.class === undefined) return true
  const is = (id: string) => about.class === id || about.class?.startsWith(`${id}.`)
  return (classes.in === undefined || classes.in.some(is)) && !classes.not?.some(is)
}
