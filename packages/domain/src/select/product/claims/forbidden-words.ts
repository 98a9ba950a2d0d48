import type { MarketRule } from '../../../gate/rule.ts'
import { originalOf, viewOf } from './fold.ts'
import type { LexiconFile } from './lexicon-schema.ts'
import { type Phrases, phrasesOf } from './phrases.ts'
import { spelled } from './spelling.ts'
import { disguiseOf } from './trie/disguise.ts'

/** Words that a rule forbids, where they stand in a text; `from` and `to` count UTF-16 code units of the original text. */
export type ForbiddenWords = {
  readonly rule: MarketRule
  readonly from: number
  readonly to: number
  readonly words: string
}
/** Finds in a text what rules forbid to say, rule by rule; rules that forbid no words find nothing. */
export type ForbiddenFinder = (rules: readonly MarketRule[], text: string) => readonly ForbiddenWords[]

const PLAIN = { families: {}, spellings: [], 'unmarked-from': undefined }

/**
 * Makes the reader of forbidden words: spelled, folded and seen through disguises as the claims of lexicons are. No context
 * takes them back, and they stand apart from claims: none silences the other.
 */
export function forbiddenWordsOf(lexicons: readonly LexiconFile[]): ForbiddenFinder {
  const disguise = disguiseOf(lexicons)
  const ways = new Map(lexicons.map((file) => [file.language, file]))
  const compiled = new WeakMap<MarketRule, Phrases>()
  const phrasesIn = (rule: MarketRule, words: readonly string[], language: string) => {
    const known = compiled.get(rule)
    if (known) return known
    const made = phrasesOf(spelled(words, ways.get(language) ?? PLAIN), disguise)
    compiled.set(rule, made)
    return made
  }
  return (rules, text) =>
    rules.flatMap((rule) => {
      const { forbids } = rule
      if (!forbids || !('words' in forbids)) return []
      const view = viewOf(text)
      const spans: { from: number; to: number }[] = []
      phrasesIn(rule, forbids.words, forbids.language).find(view.text, (_, from, to) => spans.push({ from, to }))
      let free = 0
      return spans
        .toSorted((a, b) => a.from - b.from || b.to - a.to)
        .flatMap((span) => {
          if (span.from < free) return []
          free = span.to
          const { from, to } = originalOf(view, span)
          return [{ rule, from, to, words: text.slice(from, to) }]
        })
    })
}

/** Forbidden words as a live desk tells them: no evidence carries them, and the rule's remedy stands for a softer wording. */
export const forbiddenOnDesk = ({ rule, words, from, to }: ForbiddenWords, language: string) => ({
  words,
  from,
  to,
  kind: 'forbidden',
  severity: rule.severity,
  carried: false,
  needs: rule.remedy,
  softer: rule.remedy[language === 'zh' ? 'zh' : 'en'],
  forbidden: {
    zh: [rule.title.zh, rule.pack?.name].filter(Boolean).join(' · '),
    en: [rule.title.en, rule.pack?.name].filter(Boolean).join(' · '),
  },
})
