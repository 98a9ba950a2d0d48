import type { WORD_MATCHES } from '../supplier.ts'
import type { NameWord } from './name-words.ts'

/** A name as words with their weights; on the listed side also their ids in the vocabulary and those of joined pairs. */
export type Side = {
  readonly words: readonly NameWord[]
  readonly ids: readonly number[]
  readonly joins: readonly number[]
  readonly weights: readonly number[]
  readonly weight: number
}

/** Which word of the screened name matched which of the listed one, and how. */
export type Alignment = {
  readonly screened: string
  readonly listed: string
  readonly how: (typeof WORD_MATCHES)[number]
  /** letters that differ, for spelling and joined */
  readonly slips: number
}
type Ids = ReadonlyMap<number, number>
type Pair = {
  i: number
  j: number
  span: 1 | 2
  listedSpan: 1 | 2
  slips: number
  worth: number
  how: Alignment['how']
}

/** Words as they are shown, with the characters that they are read from. */
const told = (words: readonly NameWord[]): string => {
  const written = words.map((w) => w.written ?? '').join('')
  return [written, ...words.map((w) => w.text)].filter(Boolean).join(' ')
}

const likeness = (slips: number, length: number) => 1 - (0.65 * slips) / length

/** Pairs the words of two names, dearest first, each word once, and scores what matched on both sides. */
export function align(
  screened: Side,
  near: readonly Ids[],
  joined: readonly (Ids | undefined)[],
  listed: Side,
): { score: number; words: readonly Alignment[] } {
  const pairs: Pair[] = []
  screened.words.forEach((word, i) => {
    const found = near[i]!
    const join = joined[i]
    for (let j = 0; j < listed.words.length; j++) {
      const other = listed.words[j]!
      const weight = listed.weights[j]!
      const slips = found.get(listed.ids[j]!)
      if (slips !== undefined) {
        const worth = weight * likeness(slips, Math.max(word.text.length, other.text.length))
        pairs.push({ i, j, span: 1, listedSpan: 1, slips, worth, how: slips === 0 ? 'same' : 'spelling' })
      } else if (
        (word.kind === 'initial' && other.kind === 'word' && !other.han && other.text.startsWith(word.text)) ||
        (other.kind === 'initial' && word.kind === 'word' && !word.han && word.text.startsWith(other.text))
      )
        pairs.push({ i, j, span: 1, listedSpan: 1, slips: 0, worth: 0.01 + weight * 0.01, how: 'initial' })
      const wide = listed.joins[j]!
      const slipsWide = wide < 0 ? undefined : found.get(wide)
      if (slipsWide !== undefined && slipsWide < 2)
        pairs.push({
          i,
          j,
          span: 1,
          listedSpan: 2,
          slips: slipsWide,
          worth: (weight + listed.weights[j + 1]!) * likeness(slipsWide, word.text.length) * 0.98,
          how: 'joined',
        })
      const slipsJoin = join?.get(listed.ids[j]!)
      if (slipsJoin !== undefined)
        pairs.push({
          i,
          j,
          span: 2,
          listedSpan: 1,
          slips: slipsJoin,
          worth: weight * likeness(slipsJoin, other.text.length) * 0.98,
          how: 'joined',
        })
    }
  })
  pairs.sort((a, b) => b.worth - a.worth || Math.abs(a.i - a.j) - Math.abs(b.i - b.j) || a.i - b.i || a.j - b.j)
  const usedScreened = new Uint8Array(screened.words.length + 1)
  const usedListed = new Uint8Array(listed.words.length + 1)
  const words: Alignment[] = []
  let matched = 0
  let ofScreenedAll = 0
  const free = (used: Uint8Array, at: number, span: number) =>
    !used[at] && (span === 1 || (at + 1 < used.length - 1 && !used[at + 1]))
  for (const p of pairs) {
    if (!free(usedScreened, p.i, p.span) || !free(usedListed, p.j, p.listedSpan)) continue
    const ofScreened = screened.words.slice(p.i, p.i + p.span)
    const ofListed = listed.words.slice(p.j, p.j + p.listedSpan)
    for (let k = 0; k < p.span; k++) usedScreened[p.i + k] = 1
    for (let k = 0; k < p.listedSpan; k++) usedListed[p.j + k] = 1
    const full = listed.weights.slice(p.j, p.j + p.listedSpan).reduce((a, b) => a + b, 0)
    const alike = p.how === 'initial' ? 0.7 : p.worth / full
    matched += full * alike
    ofScreenedAll += full
    words.push({
      screened: told(ofScreened),
      listed: told(ofListed),
      how: p.how,
      slips: p.slips,
    })
  }
  screened.words.forEach((w, i) => {
    if (usedScreened[i]) return
    ofScreenedAll += screened.weights[i]!
    words.push({ screened: told([w]), listed: '', how: 'only-screened', slips: 0 })
  })
  listed.words.forEach((w, j) => {
    if (!usedListed[j]) words.push({ screened: '', listed: told([w]), how: 'only-listed', slips: 0 })
  })
  const here = ofScreenedAll === 0 ? 0 : matched / ofScreenedAll
  const there = listed.weight === 0 ? 0 : Math.min(1, matched / listed.weight)
  // A name that is wholly in the other counts for more than the words the other has besides: middle names come and go.
  const score = 0.7 * Math.max(here, there) + 0.3 * Math.min(here, there)
  return { score: Math.round(score * 10_000) / 10_000, words }
}
