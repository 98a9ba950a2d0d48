import { BadInput } from '../../../kernel/errors.ts'
import { because } from '../because.ts'
import type { LexiconFile } from './lexicon-schema.ts'

const CHOICE = /\(([^()]*)\)/

/** Writes out the choices of a phrase: `best(e|er|)` → best, beste, bester. */
function choices(phrase: string): string[] {
  const found = CHOICE.exec(phrase)
  if (!found) return [phrase.trim().replace(/\s+/g, ' ')]
  const [all, inner] = found as unknown as [string, string]
  return inner
    .split('|')
    .flatMap((part) => choices(phrase.slice(0, found.index) + part + phrase.slice(found.index + all.length)))
}

/** @throws BadInput when a family is not in the lexicon */
const familiar = (phrase: string, families: LexiconFile['families']) =>
  phrase.replace(/<([^>]*)>/g, (_, name: string) => {
    const words = families[name]
    if (!words) throw new BadInput(because('no-word-family', { phrase, name }))
    return `(${words.join('|')})`
  })

const unmarked = (phrase: string) =>
  phrase.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D')

/** All spellings of the phrases that a lexicon asks to be found, each once, in order. */
export function spelled(
  phrases: readonly string[],
  ways: Pick<LexiconFile, 'families' | 'spellings' | 'unmarked-from'>,
): readonly string[] {
  const all = new Set<string>()
  for (const phrase of phrases.map((p) => familiar(p, ways.families)).flatMap(choices)) {
    all.add(phrase)
    all.add(ways.spellings.reduce((p, { from, to }) => p.replaceAll(from, to), phrase))
    if (ways['unmarked-from'] !== undefined && phrase.length >= ways['unmarked-from']) all.add(unmarked(phrase))
  }
  return [...all]
}
