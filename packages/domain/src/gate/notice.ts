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

/** Every id has its notice: one missing, or a stranger, stops the load. */
export const notices = <const Ids extends readonly [string, ...string[]]>(ids: Ids) => z.record(z.enum(ids), notice)

const fill = (text: string, words: Readonly<Record<string, string>>) =>
  text.replaceAll(/\{([a-z-]+)\}/g, (_, key: string) => {
    const word = words[key]
    if (word === undefined) throw new Error(`a notice asks for {${key}}, which its check does not give`)
    return word
  })
export const fillText = (text: Text, words: Readonly<Record<string, string>>): Text => ({
  zh: fill(text.zh, words),
  en: fill(text.en, words),
})

/** The finding of a notice about an offer. A statutory rule of the market may name itself in `more`. */
export const noticed = (
  id: string,
  n: Notice,
  subject: string,
  words: Readonly<Record<string, string>> = {},
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
