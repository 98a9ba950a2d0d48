/** How text is read for matching: width, letter case and compatibility forms folded, accents kept. */

/** Hyphens and underscores part words as spaces do. */
const SPACING = /^[\s\-_\u2010-\u2015\u2212]$/u
const UNSEEN = /^(?:[\u00ad\u200b-\u200f\u2060\ufeff]|[\ufe00-\ufe0f])$/u
/** Letters of scripts that write words without spaces; a word may begin and end anywhere among them. */
const UNSPACED = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}]/u
const LETTER = /^[\p{L}\p{N}\p{M}]$/u
/** Marks that continue a Thai syllable: a match cannot end before one. */
const THAI_MARK = /^[\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]$/

export const isHan = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff

export const SPACE = 0x20
/** Code unit of characters that are read as if they were not there. */
export const NOTHING = 0

let table: Uint16Array | undefined

/** The folded code unit of each UTF-16 code unit; those with longer foldings stand for themselves. */
export function foldTable(): Uint16Array {
  if (table) return table
  table = new Uint16Array(65_536)
  for (let unit = 0; unit < 65_536; unit++) {
    const char = String.fromCharCode(unit)
    const folded = char.normalize('NFKC').toLowerCase()
    table[unit] = UNSEEN.test(char)
      ? NOTHING
      : SPACING.test(char)
        ? SPACE
        : char === '\u2019' || char === '\u2018'
          ? 0x27
          : folded.length === 1 && folded !== ' '
            ? folded.charCodeAt(0)
            : folded === ' '
              ? SPACE
              : char === '\u0130'
                ? 0x69
                : unit
  }
  return table
}

export const EDGE = { word: 1, thaiMark: 2 } as const
let edges: Uint8Array | undefined
/** What each code unit is to the edges of words: part of one, a mark that continues a Thai syllable, or neither. */
export function edgeTable(): Uint8Array {
  if (edges) return edges
  edges = new Uint8Array(65_536)
  for (let unit = 0; unit < 65_536; unit++) {
    const char = String.fromCharCode(unit)
    if (THAI_MARK.test(char)) edges[unit] = EDGE.thaiMark
    else if (LETTER.test(char) && !UNSPACED.test(char)) edges[unit] = EDGE.word
  }
  return edges
}

/** Whether the code unit belongs to a word of a script that parts words by spaces. */
export const isWordUnit = (unit: number): boolean => edgeTable()[unit] === EDGE.word

/** Whether a word may begin before, or end after, `inner` when `outer` is its neighbour outside (NaN = none). */
export function isEdge(inner: number, outer: number): boolean {
  if (Number.isNaN(outer)) return true
  const edge = edgeTable()
  return !(edge[inner] === EDGE.word && edge[outer] === EDGE.word)
}
/** Whether a Thai syllable goes on after the match. */
export const isThaiMark = (unit: number): boolean => edgeTable()[unit] === EDGE.thaiMark

/** Folds a phrase of a lexicon to the code units the trie holds. */
export function foldPhrase(phrase: string): string {
  const fold = foldTable()
  let out = ''
  for (const char of viewOf(phrase).text.split('')) {
    const unit = fold[char.charCodeAt(0)] as number
    if (unit === NOTHING || (unit === SPACE && (out === '' || out.endsWith(' ')))) continue
    out += String.fromCharCode(unit)
  }
  return out.trimEnd()
}

/** A text to scan; `starts` and `ends` map its code units to the original when it had to be composed. */
export type View = { readonly text: string; readonly starts?: Int32Array; readonly ends?: Int32Array }

/**
 * Whether a text holds combining marks, decomposed Thai am, ligatures, full-width figures or the first half of a letter
 * from the mathematical block.
 */
function needsComposing(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 0x300) continue
    if (unit <= 0x36f || unit === 0x0e4d || unit === 0xd835 || (unit >= 0xfb00 && unit <= 0xfb06)) return true
    if (unit === 0xff05 || (unit >= 0xff10 && unit <= 0xff19)) return true
  }
  return false
}

/** Where a span of a view stands in the text it was made from. */
export const originalOf = (view: View, { from, to }: { readonly from: number; readonly to: number }) => ({
  from: view.starts ? (view.starts[from] as number) : from,
  to: view.ends ? (view.ends[to - 1] as number) : to,
})

/** The text as it is when no character needs composing (the usual case), else its composed form with a map back. */
export const viewOf = (text: string): View => (needsComposing(text) ? composed(text) : { text })

function composed(text: string): View {
  let out = ''
  const starts: number[] = []
  const ends: number[] = []
  for (const { 0: cluster, index } of text.matchAll(/\P{M}\p{M}*|\p{M}+/gsu)) {
    // Only what needs it, so that a character reads the same whatever else the text holds.
    const made = needsComposing(cluster) ? cluster.normalize('NFKC').replaceAll('\u0e4d\u0e32', '\u0e33') : cluster
    if (made.startsWith('\u0e32') && out.endsWith('\u0e4d')) {
      out = `${out.slice(0, -1)}\u0e33`
      ends[out.length - 1] = index + cluster.length
      continue
    }
    for (let i = 0; i < made.length; i++) {
      starts.push(index)
      ends.push(index + cluster.length)
    }
    out += made
  }
  return { text: out, starts: Int32Array.from(starts), ends: Int32Array.from(ends) }
}
