import { CLAIM_KINDS, type ClaimKind } from '../../../gate/words.ts'
import type { About, Claimed, ClaimHit } from './claim-hit.ts'
import { applies } from './context/conditions.ts'
import { originalOf, type View, viewOf } from './fold.ts'
import type { LexiconFile, NumericFile } from './lexicon-schema.ts'
import { numericOf } from './numeric.ts'
import { type Reads, screenOf } from './screen.ts'
import { searchWordsOf } from './search-words.ts'
import { spelled } from './spelling.ts'
import { disguiseOf } from './trie/disguise.ts'

export type Matcher = { readonly find: (text: string, about?: About) => ClaimHit[] }

const KANA = /[\u3041-\u30fa]/
const UNKNOWN = 'und'

/**
 * Compiles lexicons and figures to one matcher. Of the languages in Latin letters a text is read in its own and in
 * English, in all when its own is not known, and for phrases of several words in all, because listings mix languages.
 * Chinese and Thai are read wherever their letters occur; Japanese is not Chinese.
 */
export function compileLexicons(lexicons: readonly LexiconFile[], numeric?: NumericFile): Matcher {
  const figures = numeric && numericOf(numeric)
  const screen = screenOf(lexicons, disguiseOf(lexicons))
  const scripts = new Map(lexicons.map((file) => [file.language, file.script]))
  const isSearchWords = searchWordsOf(
    new Map(lexicons.map((file) => [file.language, new Set(spelled(file['sentence-words'] ?? [], file))])),
  )

  return {
    find(text, about = {}) {
      const asked = (about.languages ?? []).filter((language) => language !== UNKNOWN)
      const view = viewOf(text)
      const isJapanese = !asked.includes('zh') && KANA.test(text)
      const isAsked = (language: string) => asked.length === 0 || language === 'en' || asked.includes(language)
      const reads: Reads = (language, several) => {
        const script = scripts.get(language)
        return script === 'Latin' ? several || isAsked(language) : script !== 'Han' || !isJapanese
      }
      const said: Claimed[] = screen(view.text, reads).filter(({ entry }) => applies(entry, about))
      if (figures) said.push(...figures(view.text, { ...about, languages: asked }))
      // Search words are no claims of this product, but what may not be said at all may not be said there either.
      const claims = said.filter(
        ({ entry, from }) => entry.severity === 'block' || !isSearchWords(view.text, from, isAsked),
      )
      return claims.length === 0 ? [] : chosen(claims, asked).map((c) => hit(c, view, text))
    },
  }
}

/** Of claims of one kind that overlap the leftmost stands, then the longest, then the language asked for first, then English. */
function chosen(claims: readonly Claimed[], languages: readonly string[]): Claimed[] {
  const rank = (c: Claimed) => {
    const at = languages.indexOf(c.entry.language)
    return at >= 0 ? at : languages.length + (c.entry.language === 'en' ? 0 : 1)
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
  const { from, to } = originalOf(view, { from: begin, to: end })
  const { id, kind, severity, needs, softer, language, source } = entry
  return { id, kind, severity, from, to, words: text.slice(from, to), needs, softer, language, source }
}
