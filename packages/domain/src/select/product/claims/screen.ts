import { nearOf } from './context/conditions.ts'
import { type Span, type Spans, spansOf } from './context/spans.ts'
import { entriesOf, type LexiconEntry } from './lexicon.ts'
import type { LexiconFile } from './lexicon-schema.ts'
import { phrasesOf } from './phrases.ts'
import { spelled } from './spelling.ts'
import type { Disguise } from './trie/trie.ts'

type Denial = { readonly reach: number; readonly across: boolean }
export type Candidate = { readonly entry: LexiconEntry } & Span

/** What a phrase stands for: a claim, a shield of one claim or of a language, a denial, or what looks like one. */
type Meaning =
  | {
      readonly is: 'claim'
      readonly entry: LexiconEntry
      readonly isNear: ReturnType<typeof nearOf>
      readonly several: boolean
    }
  | { readonly is: 'shield'; readonly of: LexiconEntry | string }
  | { readonly is: 'denial'; readonly of: string; readonly how: Denial }
  | { readonly is: 'no-denial'; readonly of: string }

/** Finds the claims of lexicons that no shield, context or denial takes back, in a text and the languages given. */
export type Screen = (text: string, reads: Reads) => Candidate[]

/** Whether a text is read in a language; `several` asks for phrases of several words, which no other language has by chance. */
export type Reads = (language: string, several: boolean) => boolean

/** Puts the phrases of all lexicons into one trie: a text is read once, whatever their number. */
export function screenOf(lexicons: readonly LexiconFile[], disguise: Disguise): Screen {
  const meanings = new Map<string, Meaning[]>()
  const add = (words: readonly string[], meaning: Meaning) => {
    for (const word of words) {
      const known = meanings.get(word)
      if (known) known.push(meaning)
      else meanings.set(word, [meaning])
    }
  }
  for (const file of lexicons) {
    const { language } = file
    for (const entry of entriesOf(file)) {
      const isNear = nearOf(entry.near)
      const [several, single] = [true, false].map((s) => entry.words.filter((word) => word.includes(' ') === s))
      add(several ?? [], { is: 'claim', entry, isNear, several: true })
      add(single ?? [], { is: 'claim', entry, isNear, several: false })
      add(entry.unless, { is: 'shield', of: entry })
    }
    add(spelled(file.shields ?? [], file), { is: 'shield', of: language })
    for (const { words, reach, 'across-commas': across } of file.negations)
      add(spelled(words, file), { is: 'denial', of: language, how: { reach, across } })
    add(spelled(file['not-negations'] ?? [], file), { is: 'no-denial', of: language })
  }
  const { find } = phrasesOf([...meanings.keys()], disguise)
  const said = [...meanings.values()]

  return (text, reads) => {
    const claims: (Candidate & { isNear: ReturnType<typeof nearOf>; foreign: boolean })[] = []
    const shields: (Span & { of: LexiconEntry | string })[] = []
    const denials: (Span & { of: string; how: Denial })[] = []
    const exceptions: (Span & { of: string })[] = []
    find(text, (phrase, from, to) => {
      for (const m of said[phrase] as readonly Meaning[])
        if (m.is === 'claim') {
          if (reads(m.entry.language, m.several))
            claims.push({ entry: m.entry, isNear: m.isNear, foreign: !reads(m.entry.language, false), from, to })
        } else if (m.is === 'shield') shields.push({ of: m.of, from, to })
        else if (m.is === 'denial') denials.push({ of: m.of, how: m.how, from, to })
        else exceptions.push({ of: m.of, from, to })
    })
    if (claims.length === 0) return []
    const shieldsBy = spansOf(shields)
    const deny = denialIn(text, spansOf(denials), spansOf(exceptions))
    return claims.filter(
      (claim) => !isShielded(claim, shieldsBy) && claim.isNear(text, claim.from, claim.to) && !deny(claim),
    )
  }
}

/** Whether a shield of the claim or of its language covers it; for a language not asked for, one of any language. */
function isShielded(
  { entry, from, to, foreign }: Candidate & { foreign: boolean },
  shields: Spans<Span & { of: LexiconEntry | string }>,
): boolean {
  return shields.touching(from, to).some(
    (s) =>
      (foreign || s.of === entry || s.of === entry.language) &&
      s.from < to &&
      from < s.to &&
      // A longer claim around the shield says more than the shield: it stands.
      !(from <= s.from && s.to <= to && to - from > s.to - s.from),
  )
}

const FARTHEST = 200
const CLAUSE_END = /[.!?;:,。！？；：，、\n]/
const SENTENCE_END = /[.!?。！？\n]/

/** Tells whether words of its language before a claim deny it: not, kein, 并非, bukan … */
function denialIn(
  text: string,
  denials: Spans<Span & { of: string; how: Denial }>,
  exceptions: Spans<Span & { of: string }>,
): (claim: Candidate) => boolean {
  return ({ entry: { language }, from }) =>
    denials.touching(from - FARTHEST, from).some(({ of, how, from: begin, to }) => {
      if (of !== language || to > from || from - to > how.reach) return false
      if ((how.across ? SENTENCE_END : CLAUSE_END).test(text.slice(to, from))) return false
      return !exceptions.touching(begin, to).some((e) => e.of === language && e.from < to && begin < e.to)
    })
}
