import { slips, slipsFor } from './spelling.ts'

/** Words near a given one, by deletion neighbourhoods of their first letters. After W. Garbe, Symmetric Delete, 2012. */
export type NearWords = {
  readonly words: readonly string[]
  readonly idOf: ReadonlyMap<string, number>
  /** ids of the words within the slips its length allows, with the slips */
  readonly near: (word: string) => readonly Near[]
}
export type Near = { readonly id: number; readonly slips: number }

const PREFIX = 7
const BITS = 20
const hash = (text: string) => {
  let h = 0x811c9dc5
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
  h ^= h >>> 15
  return (Math.imul(h, 0x2c1b3c6d) >>> 0) >>> (32 - BITS)
}

/** Hash buckets of a word's prefix with up to its allowed letters left out. */
function bucketsOf(word: string, allowed: number): Set<number> {
  const prefix = word.slice(0, PREFIX)
  const found = new Set([hash(prefix)])
  if (allowed < 1) return found
  for (let i = 0; i < prefix.length; i++) {
    const one = prefix.slice(0, i) + prefix.slice(i + 1)
    found.add(hash(one))
    if (allowed > 1) for (let j = i; j < one.length; j++) found.add(hash(one.slice(0, j) + one.slice(j + 1)))
  }
  return found
}

const REMEMBERED = 20_000

export function nearWords(words: readonly string[]): NearWords {
  const starts = new Uint32Array(2 ** BITS + 1)
  const buckets = words.map((w) => Uint32Array.from(bucketsOf(w, slipsFor(w.length))))
  for (const list of buckets) for (const b of list) starts[b + 1]!++
  for (let b = 0; b < 2 ** BITS; b++) starts[b + 1]! += starts[b]!
  const ids = new Uint32Array(starts[2 ** BITS]!)
  const next = starts.slice()
  buckets.forEach((list, id) => {
    for (const b of list) ids[next[b]!++] = id
  })
  const stamp = new Uint32Array(words.length)
  let round = 0
  const remembered = new Map<string, readonly Near[]>()

  const search = (word: string): readonly Near[] => {
    round++
    const found: Near[] = []
    for (const b of bucketsOf(word, slipsFor(word.length)))
      for (let at = starts[b]!; at < starts[b + 1]!; at++) {
        const id = ids[at]!
        if (stamp[id] === round) continue
        stamp[id] = round
        const other = words[id]!
        const most = slipsFor(Math.min(other.length, word.length))
        const found_ = slips(word, other, most)
        if (found_ <= most) found.push({ id, slips: found_ })
      }
    return found
  }
  return {
    words,
    idOf: new Map(words.map((w, i) => [w, i])),
    near: (word) => {
      const known = remembered.get(word)
      if (known) return known
      const found = search(word)
      if (remembered.size >= REMEMBERED) remembered.clear()
      remembered.set(word, found)
      return found
    },
  }
}
