import { z } from 'zod'
import { notices } from '../../../gate/notice.ts'
import { bilingual, source } from '../../../gate/rule.ts'
import { SEVERITIES } from '../../../gate/words.ts'
import { asked } from '../../../kernel/asked.ts'
import { SETTLEMENT_MODES } from '../offer.ts'
import { compilePhrase } from './phrase.ts'

const law = z.string().regex(/^[a-z]{2}$/, asked.law)
const phrase = z.string().refine((text) => {
  try {
    compilePhrase(text)
    return true
  } catch {
    return false
  }
}, 'not a phrase: alternatives by |, parts in order by " .. ", {n}日 for a number with its unit, * only at an end')
const phrases = z.strictObject({ zh: z.array(phrase).min(1), en: z.array(phrase).min(1) })

/** The checks and the words each one gives to its texts, beside those of the clause. */
export const CONTRACT_CHECKS = {
  'contract.unreadable': [],
  'contract.missing': [],
  'contract.optional': [],
  'contract.unfair': ['words'],
  'contract.deviates': ['words'],
  'contract.deviation-unreasoned': [],
  'contract.deviation-own': ['by'],
  'contract.deviation-barred': [],
} as const

/** A clause of the library: required, optional (good to have), or unfair, and how its words are recognised (P4, R5). */
export const libraryClause = z
  .strictObject({
    id: z.string().regex(/^[a-z]+(-[a-z0-9]+)*\.[a-z0-9]+(-[a-z0-9]+)*$/),
    kind: z.enum(['required', 'optional', 'unfair']),
    title: bilingual,
    /** governing laws it belongs to; absent = any */
    laws: z.array(law).min(1).optional(),
    /** settlement modes it belongs to; absent = any */
    modes: z.array(z.enum(SETTLEMENT_MODES)).min(1).optional(),
    phrases,
    /** words that take the sentence out again, such as a refusal of the thing */
    unless: z.strictObject({ zh: z.array(phrase), en: z.array(phrase) }).optional(),
    /** the number a phrase catches counts only above this */
    over: z.int().nonnegative().optional(),
    why: bilingual,
    wording: bilingual,
    severity: z.enum(SEVERITIES),
    /** void or barred by law: nobody can approve it */
    statutory: z.boolean(),
    source,
  })
  .refine((c) => (c.over !== undefined) === [...c.phrases.zh, ...c.phrases.en].some((p) => p.includes('{n}')), {
    message: 'over and {n} go together',
  })
export type LibraryClause = z.infer<typeof libraryClause>

/** contracts/clauses.yaml */
export const clauseLibrary = z.strictObject({
  /** laws that also bind where another governs, such as eu for de */
  within: z.record(law, z.array(law)),
  clauses: z
    .array(libraryClause)
    .min(1)
    .refine((all) => new Set(all.map((c) => c.id)).size === all.length, 'two clauses share an id'),
  checks: notices(CONTRACT_CHECKS, ['clause', 'clause-en', 'why', 'why-en', 'wording', 'wording-en']),
})
export type ClauseLibrary = z.infer<typeof clauseLibrary>
