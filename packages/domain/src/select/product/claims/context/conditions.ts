import { foldPhrase, isWordUnit } from '../fold.ts'

const NEAR = 40

const literal = (word: string) => {
  const folded = foldPhrase(word)
  const inner = folded.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&').replaceAll(' ', '[\\s\\-_]+')
  const before = isWordUnit(folded.charCodeAt(0)) ? '(?<![\\p{L}\\p{N}])' : ''
  const after = isWordUnit(folded.charCodeAt(folded.length - 1)) ? '(?![\\p{L}\\p{N}])' : ''
  return before + inner + after
}

/** Tells whether one of the words stands within 40 characters of a span; no words = always. */
export function nearOf(words: readonly string[]): (text: string, from: number, to: number) => boolean {
  if (words.length === 0) return () => true
  let any: RegExp | undefined
  return (text, from, to) => {
    any ??= new RegExp(words.map(literal).join('|'), 'iu')
    return any.test(text.slice(Math.max(0, from - NEAR), from)) || any.test(text.slice(to, to + NEAR))
  }
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
