import { viewOf } from '../claims/fold.ts'
import { phrasesOf } from '../claims/phrases.ts'
import { spelled } from '../claims/spelling.ts'

/** A meaning found in a text; `from` and `to` count UTF-16 code units of the original. */
export type Said<M> = { readonly meaning: M; readonly from: number; readonly to: number; readonly words: string }

/** Phrases from this many characters on are also found without their accents, as people type Vietnamese. */
const SPELLING = { families: {}, spellings: [], 'unmarked-from': 8 }

/** Phrases with what they mean, read from a text in one pass whatever their number. */
export function phraseBook<M>(
  entries: Iterable<readonly [readonly string[] | undefined, M]>,
): (text: string) => Said<M>[] {
  const book = new Map<string, M[]>()
  for (const [words, meaning] of entries)
    for (const word of spelled(words ?? [], SPELLING)) {
      const known = book.get(word)
      if (known) known.push(meaning)
      else book.set(word, [meaning])
    }
  const meanings = [...book.values()]
  const phrases = phrasesOf([...book.keys()])
  return (text) => {
    const said: Said<M>[] = []
    const view = viewOf(text)
    phrases.find(view.text, (phrase, begin, end) => {
      const from = view.starts ? (view.starts[begin] as number) : begin
      const to = view.ends ? (view.ends[end - 1] as number) : end
      const words = text.slice(from, to)
      for (const meaning of meanings[phrase] as readonly M[]) said.push({ meaning, from, to, words })
    })
    return said.sort((a, b) => a.from - b.from || b.to - a.to)
  }
}

type Span = { readonly from: number; readonly to: number }

/** Whether two spans share a character. */
export const overlaps = (a: Span, b: Span): boolean => a.from < b.to && b.from < a.to

/** Whether one span stands within 40 characters of another, in the same text. */
export const isNear = (a: Span, b: Span): boolean => a.from - b.to <= 40 && b.from - a.to <= 40
