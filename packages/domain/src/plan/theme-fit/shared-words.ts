import { phraseBook } from '../../select/product/signals/phrase-book.ts'

/** Shorter Latin words (of, ke, und) tell nothing. */
const SHORTEST = 3

/**
 * The words of a text that can be met again in another: Latin words, and each pair of neighbouring Chinese characters,
 * since Chinese needs no dictionary that way. Stop words tell nothing and are left out.
 */
export function tellingWords(text: string, stopWords: Iterable<string>): string[] {
  const stop = new Set([...stopWords].map((w) => w.toLowerCase()))
  const folded = text.normalize('NFKC').toLowerCase()
  const latin = folded
    .match(/[\p{Script=Latin}\p{M}\p{N}']+/gu)
    ?.filter((w) => w.length >= SHORTEST && /\p{L}/u.test(w))
  const pairs = (folded.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => {
    const chars = [...run]
    return chars.slice(1).map((char, i) => `${chars[i]}${char}`)
  })
  return [...new Set([...(latin ?? []), ...pairs])].filter((w) => !stop.has(w))
}

const singular = (word: string) => (/^[a-z]{4,}[^s]s$/.test(word) ? word.slice(0, -1) : word)

/** Finds which of the words stand in a text, each once; an English plural is its singular. */
export function wordsIn(
  telling: readonly string[],
): (text: string) => readonly { readonly phrase: string; readonly words: string }[] {
  if (telling.length === 0) return () => []
  const read = phraseBook(telling.map((w) => [/^[a-z]+$/.test(w) ? [singular(w), `${singular(w)}s`] : [w], w] as const))
  return (text) => [...new Map(read(text).map(({ meaning, words }) => [meaning, { phrase: meaning, words }])).values()]
}
