import type { LexiconFile } from '../lexicon-schema.ts'
import type { Disguise } from './trie.ts'

/** What the lexicons say of words that are hidden: variants of letters, and marks put between them. */
export function disguiseOf(lexicons: readonly Pick<LexiconFile, 'variants' | 'hidden-by'>[]): Disguise {
  const letters = new Map<number, number>()
  for (const { variants } of lexicons)
    for (const group of variants)
      for (let i = 1; i < group.length; i++) letters.set(group.charCodeAt(i), group.charCodeAt(0))
  const marks = lexicons.flatMap((file) => [...file['hidden-by']])
  return { letters, passed: new Set(marks.map((mark) => mark.charCodeAt(0))) }
}
