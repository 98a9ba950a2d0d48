import { syllablesOf } from '../../../kernel/pinyin.ts'
import { foldName } from './fold-name.ts'
import type { NameWord } from './name-words.ts'

const CHARACTERS = /^\p{Script=Han}+$/u

/**
 * A name in Chinese characters as lists in Latin letters write it (Hanyu Pinyin without tones, ISO 7098): as words are
 * read, and as surnames are where those differ: 曾 ceng, zeng. None where characters are of another language.
 */
export function readAloud(words: readonly NameWord[]): readonly (readonly NameWord[])[] {
  const written = words.filter((w) => w.han)
  if (written.length === 0 || !written.every((w) => CHARACTERS.test(w.text))) return []
  const text = written.map((w) => w.text).join('')
  const ways = [false, true].map((surname) => {
    const syllables = syllablesOf(text, surname).map(foldName)
    let at = 0
    return words.map((word) => {
      if (!word.han) return word
      const from = at
      at += [...word.text].length
      return { ...word, han: false, text: syllables.slice(from, at).join(''), written: word.text }
    })
  })
  return [...new Map(ways.map((way) => [way.map((w) => w.text).join(' '), way])).values()]
}

/** How many syllables a word of a list may have. */
const LONGEST = 4

/** Syllables taken together where a list writes them as one word: wai gao qiao, Waigaoqiao. */
export function togetherAs(words: readonly NameWord[], known: (text: string) => boolean): readonly NameWord[] {
  const out: NameWord[] = []
  for (let at = 0; at < words.length; ) {
    const run = words.slice(at, at + LONGEST)
    const end = run.findIndex((w) => w.kind === 'legal-form' || w.written === undefined)
    let size = end < 0 ? run.length : end
    const joined = () =>
      run
        .slice(0, size)
        .map((w) => w.text)
        .join('')
    while (size > 1 && !known(joined())) size--
    const [first] = run
    out.push(
      size < 2
        ? first!
        : {
            text: joined(),
            kind: 'word',
            weight: Math.max(...run.slice(0, size).map((w) => w.weight)),
            han: false,
            written: run
              .slice(0, size)
              .map((w) => w.written)
              .join(''),
          },
    )
    at += Math.max(size, 1)
  }
  return out
}
