import { CLAIM_KINDS, type ClaimKind } from '../../../gate/words.ts'
import type { ClaimHit } from './claim-hit.ts'
import { applies, type Denied, nearOf, negationOf } from './context.ts'
import { type View, viewOf } from './fold.ts'
import { entriesOf, type LexiconEntry } from './lexicon.ts'
import type { LexiconFile, NumericFile } from './lexicon-schema.ts'
import { numericOf } from './numeric.ts'
import { type Phrases, phrasesOf } from './phrases.ts'
import { searchWordsOf } from './search-words.ts'
import { spelled } from './spelling.ts'

/** What is known of the text: its languages first to last, the market and class it is sold in. Unknown restricts nothing. */
export type About = {
  readonly languages?: readonly string[] | undefined
  readonly market?: string | undefined
  readonly class?: string | undefined
}

export type Matcher = { readonly find: (text: string, about?: About) => ClaimHit[] }

type Said = Pick<LexiconEntry, 'id' | 'kind' | 'severity' | 'needs' | 'softer' | 'language' | 'source'>
export type Claimed = { readonly entry: Said; readonly from: number; readonly to: number }

type Compiled = LexiconEntry & {
  readonly isNear: (text: string, from: number, to: number) => boolean
  readonly denied: Denied
}
/** What a phrase of the automaton stands for: a claim, or a shield of one claim or of all of a language. */
type Phrase = { readonly entry: Compiled; readonly shield: boolean } | { readonly language: string }
type Screen = { readonly phrases: Phrases; readonly meanings: readonly (readonly Phrase[])[] }

const SCRIPTS = { Han: /\p{Script=Han}/u, Thai: /\p{Script=Thai}/u }
const KANA = /[\u3041-\u30fa]/

/**
 * Compiles lexicons and figures to one matcher. Each text is read once per script: the listing's languages and
 * English together, Chinese and Thai where their letters occur.
 */
export function compileLexicons(lexicons: readonly LexiconFile[], numeric?: NumericFile): Matcher {
  const figures = numeric && numericOf(numeric)
  const all = lexicons.map((file) => ({ file, entries: compile(file) }))
  const screens = new Map<string, Screen>()
  const screenOf = (languages: readonly string[]): Screen => {
    const key = languages.join()
    const made = screens.get(key) ?? screen(all.filter(({ file }) => languages.includes(file.language)))
    screens.set(key, made)
    return made
  }
  const byScript = (script: LexiconFile['script']) =>
    lexicons.filter((file) => file.script === script).map((file) => file.language)
  const isSearchWords = searchWordsOf(lexicons.flatMap((file) => spelled(file['sentence-words'] ?? [], file)))
  const latin = byScript('Latin')
  const han = byScript('Han')
  const thai = byScript('Thai')

  return {
    find(text, about = {}) {
      const asked = about.languages
      const view = viewOf(text)
      let claims: Claimed[] = []
      const spoken = asked ? latin.filter((language) => language === 'en' || asked.includes(language)) : latin
      if (spoken.length > 0) look(screenOf(spoken), view.text, about, claims)
      if (han.length > 0 && SCRIPTS.Han.test(text) && (asked?.includes('zh') || !KANA.test(text)))
        look(screenOf(han), view.text, about, claims)
      if (thai.length > 0 && SCRIPTS.Thai.test(text)) look(screenOf(thai), view.text, about, claims)
      if (figures) claims.push(...figures(view.text, about))
      // Search words are no claims of this product, but what may not be said at all may not be said there either.
      claims = claims.filter(({ entry, from }) => entry.severity === 'block' || !isSearchWords(view.text, from))
      return claims.length === 0 ? [] : chosen(claims, asked ?? []).map((c) => hit(c, view, text))
    },
  }
}

const compile = (file: LexiconFile): Compiled[] => {
  const denied = negationOf(file)
  return entriesOf(file).map((entry) => ({ ...entry, isNear: nearOf(entry.near), denied }))
}

function screen(lexicons: readonly { file: LexiconFile; entries: readonly Compiled[] }[]): Screen {
  const meanings = new Map<string, Phrase[]>()
  const add = (words: readonly string[], meaning: Phrase) => {
    for (const word of words) {
      const known = meanings.get(word)
      if (known) known.push(meaning)
      else meanings.set(word, [meaning])
    }
  }
  for (const { file, entries } of lexicons) {
    for (const entry of entries) {
      add(entry.words, { entry, shield: false })
      add(entry.unless, { entry, shield: true })
    }
    add(spelled(file.shields ?? [], file), { language: file.language })
  }
  return { phrases: phrasesOf([...meanings.keys()]), meanings: [...meanings.values()] }
}

type Shield = { readonly for: LexiconEntry | string; readonly from: number; readonly to: number }

/** Adds the claims of one screen: those of the right class and market that no shield, context or negation takes back. */
function look({ phrases, meanings }: Screen, text: string, about: About, claims: Claimed[]): void {
  const shields: Shield[] = []
  const found: { entry: Compiled; from: number; to: number }[] = []
  phrases.find(text, (phrase, from, to) => {
    for (const meaning of meanings[phrase] as readonly Phrase[])
      if ('language' in meaning) shields.push({ for: meaning.language, from, to })
      else if (meaning.shield) shields.push({ for: meaning.entry, from, to })
      else found.push({ entry: meaning.entry, from, to })
  })
  for (const claim of found) {
    const { entry, from, to } = claim
    const shielded = shields.some(
      (s) =>
        (s.for === entry || s.for === entry.language) &&
        s.from < to &&
        from < s.to &&
        // A longer claim around the shield says more than the shield: it stands.
        !(from <= s.from && s.to <= to && to - from > s.to - s.from),
    )
    if (!shielded && applies(entry, about) && entry.isNear(text, from, to) && !entry.denied(text, from))
      claims.push(claim)
  }
}

/** Of claims of one kind that overlap the leftmost stands, then the longest, then the language asked for first. */
function chosen(claims: readonly Claimed[], languages: readonly string[]): Claimed[] {
  const rank = (c: Claimed) => {
    const at = languages.indexOf(c.entry.language)
    return at < 0 ? languages.length : at
  }
  const ordered = claims.toSorted(
    (a, b) =>
      a.from - b.from ||
      b.to - a.to ||
      rank(a) - rank(b) ||
      (a.entry.id < b.entry.id ? -1 : a.entry.id > b.entry.id ? 1 : 0),
  )
  const free = Object.fromEntries(CLAIM_KINDS.map((kind) => [kind, 0])) as Record<ClaimKind, number>
  return ordered.filter(({ entry: { kind }, from, to }) => {
    if (from < free[kind]) return false
    free[kind] = to
    return true
  })
}

function hit({ entry, from: begin, to: end }: Claimed, view: View, text: string): ClaimHit {
  const from = view.starts ? (view.starts[begin] as number) : begin
  const to = view.ends ? (view.ends[end - 1] as number) : end
  const { id, kind, severity, needs, softer, language, source } = entry
  return { id, kind, severity, from, to, words: text.slice(from, to), needs, softer, language, source }
}
