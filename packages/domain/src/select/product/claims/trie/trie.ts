import { foldTable, isHan, NOTHING, SPACE } from '../fold.ts'
import { childOf, wordTree } from './word-tree.ts'

/** How hidden words are read: variants of letters as the letter itself, marks put after Han letters as nothing. */
export type Disguise = {
  /** code unit of a variant → the code unit it is read as, e.g. 國 → 国 */
  readonly letters: ReadonlyMap<number, number>
  /** folded code units passed over after a Han letter, e.g. the dots of 最.低.价 */
  readonly passed: ReadonlySet<number>
}
const PLAIN: Disguise = { letters: new Map(), passed: new Set() }

/**
 * Calls `found(word, to)` for every word that begins at `from`, shortest first; `to` is the position after its last
 * code unit. Runs of spaces count as one; unseen characters, and spaces between Han letters, are passed over.
 */
export type Walk = (text: string, from: number, found: (word: number, to: number) => void) => void

/** Pairs of ASCII letters that begin a word are looked up directly: most walks end there. */
const ASCII = 128

/** Emoji and dingbats, which sellers put between the letters of a word. */
const isPicture = (unit: number) =>
  (unit >= 0xd83c && unit <= 0xd83e) || (unit >= 0xdc00 && unit <= 0xdfff) || (unit >= 0x2600 && unit <= 0x27bf)

/** Makes folded words (see foldPhrase), known by their index, ready to be found. */
export function walkOf(words: readonly string[], { letters, passed }: Disguise = PLAIN): Walk {
  const tree = wordTree(words)
  const { units, children, begins, ends, order } = tree
  const fold = letters.size === 0 ? foldTable() : foldTable().slice()
  for (const [variant, letter] of letters) fold[variant] = letter

  const firsts = new Int32Array(65_536)
  const seconds = new Int32Array(ASCII * ASCII)
  for (let node = 1; node < (children[1] as number); node++) {
    const unit = units[node] as number
    firsts[unit] = node
    if (unit >= ASCII) continue
    for (let child = children[node] as number; child < (children[node + 1] as number); child++)
      if ((units[child] as number) < ASCII) seconds[unit * ASCII + (units[child] as number)] = child
  }
  const stepFrom = (node: number, unit: number): number => {
    const from = units[node] as number
    return node < (children[1] as number) && from < ASCII && unit < ASCII
      ? (seconds[from * ASCII + unit] as number)
      : childOf(tree, node, unit)
  }
  const isPassed = (unit: number, after: number) =>
    unit === NOTHING ||
    (unit === SPACE ? after === SPACE || isHan(after) : isHan(after) && (isPicture(unit) || passed.has(unit)))

  return (text, from, found) => {
    let node = firsts[fold[text.charCodeAt(from)] as number] as number
    for (let at = from + 1; node !== 0; ) {
      for (let k = begins[node] as number; k < (ends[node] as number); k++) found(order[k] as number, at)
      let next = 0
      for (; at < text.length && next === 0; at++) {
        const unit = fold[text.charCodeAt(at)] as number
        next = stepFrom(node, unit)
        if (next === 0 && !isPassed(unit, units[node] as number)) return
      }
      node = next
    }
  }
}
