import { type Alignment, align, type Side } from './names/align.ts'
import { type NameWord, type ScreeningWords, type WordReader, wordReader } from './names/name-words.ts'
import { type NearWords, nearWords } from './names/near-words.ts'
import { readAloud, togetherAs } from './names/read-aloud.ts'

/** One listed party with the names it goes by. */
export type ListEntry = {
  /** the list: ofac-sdn, un-consolidated, … */
  readonly list: string
  readonly id: string
  /** the first is its main name */
  readonly names: readonly string[]
  readonly kind?: 'person' | 'entity' | 'vessel' | 'aircraft'
  readonly programme?: string
  /** ISO 3166-1 alpha-2 */
  readonly country?: string
  /** why it is listed, where the list says so */
  readonly reason?: string
}

/** A listed name that is near the screened one, with what matched word by word. */
export type Hit = {
  readonly entry: ListEntry
  readonly name: string
  /** 0 to 1, four decimals */
  readonly score: number
  readonly words: readonly Alignment[]
}

export type ScreeningIndex = {
  readonly entries: readonly ListEntry[]
  readonly threshold: number
  readonly read: WordReader
  readonly vocabulary: NearWords
  /** how telling each word of the vocabulary is, 0 to 1: rare words are */
  readonly rarity: Float64Array
  readonly names: readonly IndexedName[]
  /** names that bear each word of the vocabulary */
  readonly bearers: readonly Uint32Array[]
}
/** `read`: in Latin letters though the list has characters */
type IndexedName = { readonly entry: number; readonly text: string; readonly side: Side; readonly read: boolean }

/** Builds the index of listed names once; screening then asks it. `words` is screening.yaml. */
export function buildIndex(entries: readonly ListEntry[], words: ScreeningWords): ScreeningIndex {
  const read = wordReader(words)
  const ids = new Map<string, number>()
  const vocabulary: string[] = []
  const idOf = (word: string) => {
    const known = ids.get(word)
    if (known !== undefined) return known
    ids.set(word, vocabulary.length)
    return vocabulary.push(word) - 1
  }
  const drafts = entries.flatMap((e, entry) =>
    [...new Set(e.names)].flatMap((text) => {
      const parts = read(text)
      const draft = (of: readonly NameWord[], aloud: boolean) => ({
        entry,
        text,
        parts: of,
        ids: of.map((p) => idOf(p.text)),
        read: aloud,
      })
      return [draft(parts, false), ...readAloud(parts).map((way) => draft(way, true))]
    }),
  )
  const counts = new Uint32Array(vocabulary.length)
  for (const d of drafts) for (const id of new Set(d.ids)) counts[id]!++

  const joins = drafts.map((d) =>
    d.parts.map((p, i) => {
      const next = d.parts[i + 1]
      return next &&
        !p.han &&
        !next.han &&
        p.kind !== 'legal-form' &&
        next.kind !== 'legal-form' &&
        p.text.length + next.text.length > 4
        ? idOf(p.text + next.text)
        : -1
    }),
  )
  const total = Math.max(2, drafts.length)
  const rarity = Float64Array.from(vocabulary, (_, id) =>
    Math.max(0.25, Math.log(total / Math.max(1, counts[id] ?? 1)) / Math.log(total)),
  )
  const bearers: number[][] = vocabulary.map(() => [])
  drafts.forEach((d, name) => {
    for (const id of new Set([...d.ids, ...joins[name]!])) if (id >= 0) bearers[id]!.push(name)
  })
  return {
    entries,
    threshold: Number(words.threshold),
    read,
    vocabulary: nearWords(vocabulary),
    rarity,
    names: drafts.map((d, i) => {
      const weights = d.parts.map((p, j) => p.weight * rarity[d.ids[j]!]!)
      return {
        entry: d.entry,
        text: d.text,
        read: d.read,
        side: { words: d.parts, ids: d.ids, joins: joins[i]!, weights, weight: weights.reduce((a, b) => a + b, 0) },
      }
    }),
    bearers: bearers.map((b) => Uint32Array.from(b)),
  }
}

const CANDIDATES = 60
const scratch = new WeakMap<ScreeningIndex, { gain: Float64Array; last: Float64Array; by: Int32Array }>()

/**
 * I2 · Listed names near `name`, best first, one hit per listed party. The score weighs the words that match on both
 * sides by how telling they are; company forms, titles and general trade words weigh little.
 */
export function screen(index: ScreeningIndex, name: string, options: { threshold?: number } = {}): readonly Hit[] {
  const threshold = options.threshold ?? index.threshold
  const parts = index.read(name)
  if (parts.length === 0) return []
  const best = new Map<number, Hit>()
  // read aloud it is looked for among what lists write in Latin letters: characters that only sound alike are other names
  screenWords(index, parts, threshold, best, parts.some((p) => p.han) ? (listed) => !listed.read : () => true)
  for (const way of readAloud(parts))
    for (const words of [way, togetherAs(way, (text) => index.vocabulary.idOf.has(text))])
      screenWords(index, words, threshold, best, (listed) => !listed.read)
  return [...best.entries()].sort(([i, a], [j, b]) => b.score - a.score || i - j).map(([, hit]) => hit)
}

/** Adds the listed names that are near these words, each party by the nearest of its names. */
function screenWords(
  index: ScreeningIndex,
  parts: readonly NameWord[],
  threshold: number,
  best: Map<number, Hit>,
  among: (listed: IndexedName) => boolean,
): void {
  let memory = scratch.get(index)
  if (!memory) {
    const n = index.names.length
    memory = { gain: new Float64Array(n), last: new Float64Array(n), by: new Int32Array(n).fill(-1) }
    scratch.set(index, memory)
  }
  const { gain, last, by } = memory
  const { idOf, near } = index.vocabulary
  const nearest = parts.map((p) => {
    if (p.han || p.kind === 'initial') {
      const id = idOf.get(p.text)
      return new Map(id === undefined ? [] : [[id, 0]])
    }
    return new Map(near(p.text).map((n) => [n.id, n.slips]))
  })
  const joined = parts.map((p, i) => {
    const next = parts[i + 1]
    if (!next || p.han || next.han || p.kind === 'legal-form' || next.kind === 'legal-form') return undefined
    if (p.text.length + next.text.length < 5) return undefined
    const found = near(p.text + next.text).filter((n) => n.slips < 2)
    return found.length === 0 ? undefined : new Map(found.map((n) => [n.id, n.slips]))
  })
  const weights = parts.map((p, i) => {
    let known: number | undefined
    for (const [id, slips] of nearest[i]!) if (slips === 0) known = index.rarity[id]
    return p.weight * (known ?? 1)
  })
  const weight = weights.reduce((a, b) => a + b, 0)

  const touched: number[] = []
  const only = parts.every((p) => p.kind === 'legal-form' || p.kind === 'particle')
  const collect = (found: ReadonlyMap<number, number>, i: number, length: number, share: number) => {
    for (const [id, slips] of found) {
      const g = share * index.rarity[id]! * (1 - slips / (length + 1))
      for (const at of index.bearers[id]!) {
        if (gain[at] === 0) touched.push(at)
        if (by[at] !== i) {
          by[at] = i
          last[at] = 0
        }
        if (g > last[at]!) {
          gain[at]! += g - last[at]!
          last[at] = g
        }
      }
    }
  }
  parts.forEach((p, i) => {
    if (p.kind === 'legal-form' || p.kind === 'particle' ? only : true) collect(nearest[i]!, i, p.text.length, p.weight)
    const join = joined[i]
    if (join) collect(join, i, p.text.length + parts[i + 1]!.text.length, p.weight + parts[i + 1]!.weight)
  })
  const side: Side = { words: parts, ids: [], joins: [], weights, weight }
  const candidates: { at: number; bound: number }[] = []
  for (const at of touched) {
    if (!among(index.names[at]!)) {
      gain[at] = 0
      by[at] = -1
      continue
    }
    const bound = gain[at]! / Math.min(weight, index.names[at]!.side.weight)
    if (bound > 0.6) candidates.push({ at, bound: gain[at]! / Math.max(weight, index.names[at]!.side.weight) })
    gain[at] = 0
    by[at] = -1
  }
  candidates.sort((a, b) => b.bound - a.bound || a.at - b.at)
  for (const { at } of candidates.slice(0, CANDIDATES)) {
    const listed = index.names[at]!
    const { score, words } = align(side, nearest, joined, listed.side)
    if (score < threshold || score <= (best.get(listed.entry)?.score ?? 0)) continue
    best.set(listed.entry, { entry: index.entries[listed.entry]!, name: listed.text, score, words })
  }
}
