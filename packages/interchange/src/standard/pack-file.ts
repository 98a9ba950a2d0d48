import type { PackFault } from '@haixuan/domain/gate/pack'
import { bilingual, type Rule, rule, source } from '@haixuan/domain/gate/rule'
import { SEVERITIES } from '@haixuan/domain/gate/words'
import { asked } from '@haixuan/domain/kernel/asked'
import { isDay } from '@haixuan/domain/kernel/day'
import { BadInput } from '@haixuan/domain/kernel/errors'
import type { LexiconFile } from '@haixuan/domain/select/product/claims/lexicon-schema'
import { spelled } from '@haixuan/domain/select/product/claims/spelling'
import { z } from 'zod'
import { because } from './because.ts'

const day = z.string().refine(isDay, asked.day)

/** Words an organisation does not say, in one language, with what they are and what to do instead. */
const forbiddenWords = z.strictObject({
  id: rule.shape.id,
  language: z.string().length(2),
  /** written as in standard/lexicons: `wunder(waffe|mittel)`, `revolution*` */
  words: z.array(z.string().min(2)).min(1),
  what: bilingual,
  remedy: bilingual,
  severity: z.enum(SEVERITIES),
  from: day,
  /** the first day they may be said again */
  until: day.optional(),
  source: source.optional(),
})
type ForbiddenWordsEntry = z.infer<typeof forbiddenWords>

/** A pack of an organisation: rules as standard/markets/*.yaml has them, words it does not say, or both. */
export const packFile = z
  .strictObject({
    market: rule.shape.id,
    rules: z.array(rule).default([]),
    words: z.array(forbiddenWords).default([]),
  })
  .refine(({ rules, words }) => rules.length + words.length > 0, asked.rules)

const HOUSE = { act: '组织用语规范 House wording', status: 'recorded-from-memory' } as const

/** Words as the rule that forbids them: adopted, cited, waived and archived as any other. */
export const ruleOfWords = ({
  id,
  language,
  words,
  what,
  remedy,
  severity,
  from,
  until,
  source,
}: ForbiddenWordsEntry): Rule => ({
  id,
  clause: 'I3',
  topic: 'claim',
  title: what,
  'in-force': { from, ...(until ? { until } : {}) },
  forbids: { words, language },
  severity,
  statutory: false,
  owner: 'supplier',
  remedy,
  source: source ?? HOUSE,
})

type Beside = { readonly taken: ReadonlySet<string>; readonly lexicons: readonly LexiconFile[] }

/** What keeps words out of a pack beside what keeps their rule out: where in the entry, and what to do. */
export function wordsFault(
  { id, language, words, from, until }: ForbiddenWordsEntry,
  { taken, lexicons }: Beside,
): PackFault | undefined {
  if (taken.has(id))
    return {
      path: ['id'],
      what: because('id-twice', { id }),
      remedy: { zh: '请为这组词句另起编号', en: 'Give these words an id of their own' },
    }
  const lexicon = lexicons.find((l) => l.language === language)
  if (!lexicon) {
    const read = lexicons.map((l) => l.language).join(', ')
    return {
      path: ['language'],
      what: because('no-lexicon', { language }),
      remedy: { zh: `请填写词库所含的语言：${read}`, en: `Name a language of the lexicons: ${read}` },
    }
  }
  if (until !== undefined && until <= from)
    return {
      path: ['until'],
      what: because('ends-before-begins'),
      remedy: { zh: '截止日须晚于生效日', en: 'Let it end after the day it begins' },
    }
  const at = words.findIndex((phrase) => !canBeRead(phrase, lexicon))
  if (at < 0) return undefined
  return {
    path: ['words', at],
    what: because('words-too-short', { words: words[at] ?? '' }),
    remedy: {
      zh: '请写至少两个字符；<…> 只能引用该语言词库中的词族',
      en: 'Give at least two letters; <…> may name only families of that lexicon',
    },
  }
}

const LEAST = 2
function canBeRead(phrase: string, lexicon: LexiconFile): boolean {
  try {
    return spelled([phrase], lexicon).every((s) => s.replaceAll('*', '').trim().length >= LEAST)
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    return false
  }
}
