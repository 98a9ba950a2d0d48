import { z } from 'zod'
import type { Text } from '../kernel/errors.ts'
import type { Finding } from './finding.ts'
import { bilingual, source } from './rule.ts'
import { cite } from './rule-set.ts'
import { OWNERS, SEVERITIES } from './words.ts'

/** What a check of an offer says when it fails, as data: `{word}` in a text is filled in by the check. */
export const notice = z.strictObject({
  /** the check of clauses.yaml it belongs to */
  check: z.string().regex(/^offer(\.[a-z-]+)+$/),
  clause: z.string().regex(/^[A-Z]\d$/),
  severity: z.enum(SEVERITIES),
  statutory: z.boolean(),
  state: z.enum(['missing', 'wrong']),
  owner: z.enum(OWNERS),
  what: bilingual,
  remedy: bilingual,
  source,
})
export type Notice = z.infer<typeof notice>

/** The checks of a room by id, with the words each gives to its texts. */
type Words = Readonly<Record<string, readonly string[]>>
/** A word that a check gives to its texts: the same in both languages, or one for each. */
export type Word = string | Text
/** Says that a check failed, with every word its texts may ask for. */
export type Say<W extends Words> = <Id extends keyof W & string>(
  id: Id,
  words: Readonly<Record<W[Id][number], Word>>,
  more?: { readonly rule?: string; readonly source?: string },
) => void

const SLOT = /\{([a-z-]+)\}/g

/** Every check has its notice, and its texts ask only for words the check gives: else the load stops. */
export const notices = <const W extends Words>(words: W, shared: readonly string[] = []) => {
  const ids = Object.keys(words) as (keyof W & string)[]
  return z.record(z.enum(ids as [keyof W & string, ...(keyof W & string)[]]), notice).superRefine((all, context) => {
    for (const [id, n] of Object.entries<Notice>(all))
      for (const text of [n.what.zh, n.what.en, n.remedy.zh, n.remedy.en])
        for (const [, word] of text.matchAll(SLOT))
          if (word !== undefined && !words[id]?.includes(word) && !shared.includes(word))
            context.addIssue({
              code: 'custom',
              path: [id],
              message: `asks for {${word}}, which the check does not give`,
            })
  })
}

const fill = (text: string, words: Readonly<Record<string, Word>>, language: keyof Text) =>
  text.replaceAll(SLOT, (_, key: string) => {
    const word = words[key]
    if (word === undefined) throw new Error(`a notice asks for {${key}}, which its check does not give`)
    return typeof word === 'string' ? word : word[language]
  })
export const fillText = (text: Text, words: Readonly<Record<string, Word>>): Text => ({
  zh: fill(text.zh, words, 'zh'),
  en: fill(text.en, words, 'en'),
})

/** The finding of a notice about an offer. A statutory rule of the market may name itself in `more`. */
export const noticed = (
  id: string,
  n: Notice,
  subject: string,
  words: Readonly<Record<string, Word>> = {},
  more: Pick<Finding, 'market' | 'rule' | 'source' | 'due'> = {},
): Finding => ({
  check: n.check,
  clause: n.clause,
  gate: 'cooperation',
  rule: id,
  source: cite(n),
  severity: n.severity,
  statutory: n.statutory,
  subject,
  state: n.state,
  what: fillText(n.what, words),
  remedy: fillText(n.remedy, words),
  owner: n.owner,
  ...more,
})
