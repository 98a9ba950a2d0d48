import { EDGE, edgeTable, foldPhrase, isEdge, isThaiMark, isWordUnit } from './fold.ts'
import { type Disguise, walkOf } from './trie/trie.ts'

type Found = (phrase: number, from: number, to: number) => void

/** Finds whole phrases in a text: words of the trie held to the edges of words. */
export type Phrases = {
  /** Calls `found` for every phrase in the order in which they begin; the phrase by its index. */
  readonly find: (text: string, found: Found) => void
}

/** Compiles phrases, known by their index; a `*` at an end lets the word go on there, and the match is the whole word. */
export function phrasesOf(phrases: readonly string[], disguise?: Disguise): Phrases {
  const startless = [...phrases.keys()].filter((i) => (phrases[i] as string).startsWith('*'))
  const whole = [...phrases.keys()].filter((i) => !(phrases[i] as string).startsWith('*'))
  const walk = (indices: readonly number[]) =>
    walkOf(
      indices.map((i) => foldPhrase((phrases[i] as string).replace(/^\*|\*$/g, ''))),
      disguise,
    )
  const walkWhole = walk(whole)
  const walkInner = startless.length > 0 ? walk(startless) : undefined
  const endless = phrases.map((p) => p.endsWith('*'))

  return {
    find(text, found) {
      let at = 0
      const meetsWhole = (word: number, end: number) => {
        const phrase = whole[word] as number
        const to = endOf(text, end, endless[phrase] as boolean)
        if (to >= 0) found(phrase, at, to)
      }
      const meetsInner = (word: number, end: number) => {
        const phrase = startless[word] as number
        const to = endOf(text, end, endless[phrase] as boolean)
        let from = at
        while (from > 0 && isWordUnit(text.charCodeAt(from - 1))) from--
        if (to >= 0) found(phrase, from, to)
      }
      // by hand: this runs over every text of every listing, several times
      const edges = edgeTable()
      let before = 0
      for (; at < text.length; at++) {
        const edge = edges[text.charCodeAt(at)] as number
        if (edge !== EDGE.word || before !== EDGE.word) walkWhole(text, at, meetsWhole)
        walkInner?.(text, at, meetsInner)
        before = edge
      }
    },
  }
}

/** Where a match that was found up to `end` ends; -1 when that is inside a word or a Thai syllable. */
function endOf(text: string, end: number, endless: boolean): number {
  const next = text.charCodeAt(end)
  const last = text.charCodeAt(end - 1)
  if (isThaiMark(next) && last >= 0x0e00 && last < 0x0e80) return -1
  if (!endless) return isEdge(last, next) ? end : -1
  let to = end
  while (isWordUnit(text.charCodeAt(to))) to++
  return to
}
