import type { Trait } from '../../../gate/words.ts'
import { type Phrases, phrasesOf } from '../claims/phrases.ts'
import type { ClassFile, Grammar, TraitWordsFile } from './class-schema.ts'
import { formsOf } from './word-forms.ts'

/** What a phrase means: a word or a shield of a class (by its index), a word or a shield of a trait, or a relation: fits as in "for", holds as in "with". */
export type Meaning =
  | { readonly kind: 'class'; readonly of: number; readonly strong: boolean; readonly language: string }
  | { readonly kind: 'class-shield'; readonly of: number }
  | { readonly kind: 'trait'; readonly of: Trait }
  | { readonly kind: 'trait-shield'; readonly of: Trait }
  | { readonly kind: 'fits' | 'holds' }

/** Phrases with the meanings of each, by the phrase's index. */
export type Screen = { readonly phrases: Phrases; readonly meanings: readonly (readonly Meaning[])[] }

/** The screens that a text in a language is read with. */
export type Screens = (text: string, language: string) => readonly Screen[]

type Words = Map<string, Meaning[]>

const HAN = /\p{Script=Han}/u
const THAI = /\p{Script=Thai}/u

/**
 * A text is read with the words of its language and of those sellers mix in, in one pass; Chinese and Thai apart, where
 * their letters occur. A text whose language is not known is read with all languages in Latin letters.
 */
export function screensOf(files: readonly ClassFile[], traitWords: TraitWordsFile): Screens {
  const words = wordsByLanguage(files, traitWords)
  const latin = [...words.keys()].filter((l) => l !== 'zh' && l !== 'th').sort()
  const made = new Map<string, Screen>()
  const screen = (languages: readonly string[]) => {
    const key = languages.join()
    const known = made.get(key) ?? screenOf(words, languages)
    made.set(key, known)
    return known
  }
  const mixed = new Map(traitWords.grammar.map((g) => [g.language, latinOf(g, latin)]))
  return (text, language) => [
    screen(mixed.get(language) ?? latin),
    ...(HAN.test(text) ? [screen(['zh'])] : []),
    ...(THAI.test(text) ? [screen(['th'])] : []),
  ]
}

const latinOf = ({ language, with: mixedIn }: Grammar, latin: readonly string[]) =>
  latin.filter((l) => l === language || mixedIn.includes(l))

function wordsByLanguage(files: readonly ClassFile[], traitWords: TraitWordsFile): Map<string, Words> {
  const all = new Map<string, Words>()
  const add = (language: string, phrases: readonly string[], meaning: Meaning) => {
    const words = all.get(language) ?? new Map<string, Meaning[]>()
    all.set(language, words)
    for (const form of new Set(phrases.flatMap((p) => formsOf(p, language)))) {
      const known = words.get(form)
      if (known) known.push(meaning)
      else words.set(form, [meaning])
    }
  }
  for (const [of, { words }] of files.flatMap((f) => f.classes).entries())
    for (const [language, { strong, weak, not }] of Object.entries(words)) {
      add(language, strong, { kind: 'class', of, strong: true, language })
      add(language, weak, { kind: 'class', of, strong: false, language })
      add(language, not, { kind: 'class-shield', of })
    }
  for (const { id: of, words, not } of traitWords.traits)
    for (const [language, phrases] of Object.entries(words)) {
      add(language, phrases, { kind: 'trait', of })
      add(language, not, { kind: 'trait-shield', of })
    }
  for (const { language, fits, holds } of traitWords.grammar) {
    add(language, fits, { kind: 'fits' })
    add(language, holds, { kind: 'holds' })
  }
  return all
}

/** Puts the words of some languages into one automaton. */
function screenOf(words: ReadonlyMap<string, Words>, languages: readonly string[]): Screen {
  const all: Words = new Map()
  for (const language of languages)
    for (const [form, meanings] of words.get(language) ?? []) all.set(form, [...(all.get(form) ?? []), ...meanings])
  return { phrases: phrasesOf([...all.keys()]), meanings: [...all.values()] }
}
