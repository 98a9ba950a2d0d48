import { type Phrases, phrasesOf } from '../claims/phrases.ts'
import type { ClassFile, Grammar, TraitWordsFile } from './class-schema.ts'
import { formsOf } from './word-forms.ts'

/** What a phrase means: a word or a shield of a class, a word or a shield of a trait, or a relation such as "for". */
export type Meaning =
  | { readonly kind: 'class'; readonly of: number; readonly strong: boolean; readonly language: string }
  | { readonly kind: 'class-shield'; readonly of: number }
  | { readonly kind: 'trait'; readonly of: number }
  | { readonly kind: 'trait-shield'; readonly of: number }
  | { readonly kind: 'relation'; readonly head: Grammar['head'] }

/** Phrases with the meanings of each, by the phrase's index. */
export type Screen = { readonly phrases: Phrases; readonly meanings: readonly (readonly Meaning[])[] }

type Words = Map<string, Meaning[]>

/** Words of every language, by language. */
export function wordsByLanguage(files: readonly ClassFile[], traits: TraitWordsFile): Map<string, Words> {
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
  for (const [of, { words, not }] of traits.traits.entries()) {
    for (const [language, phrases] of Object.entries(words)) {
      add(language, phrases, { kind: 'trait', of })
      add(language, not, { kind: 'trait-shield', of })
    }
  }
  for (const { language, head, relations } of traits.grammar) add(language, relations, { kind: 'relation', head })
  return all
}

/** Puts the words of some languages into one automaton. */
export function screenOf(words: ReadonlyMap<string, Words>, languages: readonly string[]): Screen {
  const all: Words = new Map()
  for (const language of languages)
    for (const [form, meanings] of words.get(language) ?? []) all.set(form, [...(all.get(form) ?? []), ...meanings])
  return { phrases: phrasesOf([...all.keys()]), meanings: [...all.values()] }
}
