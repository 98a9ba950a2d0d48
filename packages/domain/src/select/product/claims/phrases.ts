import { type Automaton, automatonOf } from './automaton.ts'
import { foldPhrase, foldTable, isEdge, isThaiMark, isWordUnit } from './fold.ts'

/** Finds whole phrases in folded text: the automaton's raw matches held to the edges of words. */
export type Phrases = {
  readonly find: (text: string, found: (phrase: number, from: number, to: number) => void) => void
}

/** Compiles phrases, known by their index; a `*` at an end lets the word go on there and is not part of the match. */
export function phrasesOf(phrases: readonly string[]): Phrases {
  const open = phrases.map((p) => ({ start: p.startsWith('*'), end: p.endsWith('*') }))
  const folded = phrases.map((p) => foldPhrase(p.replace(/^\*|\*$/g, '')))
  const automaton: Automaton = automatonOf(folded)
  const fold = foldTable()

  /** Where a match of `word` that ends at `end` begins: unseen characters and spaces passed over are stepped back. */
  const startOf = (text: string, word: string, end: number): number => {
    let at = end
    for (let j = word.length - 1; j >= 0; j--) {
      const unit = word.charCodeAt(j)
      do at--
      while (at > 0 && fold[text.charCodeAt(at)] !== unit)
    }
    return at
  }

  return {
    find(text, found) {
      automaton.scan(text, (phrase, end) => {
        const how = open[phrase] as { start: boolean; end: boolean }
        const next = text.charCodeAt(end)
        const last = text.charCodeAt(end - 1)
        if (isThaiMark(next) && last >= 0x0e00 && last < 0x0e80) return
        if (!how.end && !isEdge(last, next)) return
        let from = startOf(text, folded[phrase] as string, end)
        if (!how.start && !isEdge(text.charCodeAt(from), text.charCodeAt(from - 1))) return
        let to = end
        if (how.start) while (from > 0 && isWordUnit(text.charCodeAt(from - 1))) from--
        if (how.end) while (isWordUnit(text.charCodeAt(to))) to++
        found(phrase, from, to)
      })
    },
  }
}
