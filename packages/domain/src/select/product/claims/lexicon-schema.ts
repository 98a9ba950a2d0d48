import { z } from 'zod'
import { source } from '../../../gate/rule.ts'
import { CLAIM_KINDS, SEVERITIES } from '../../../gate/words.ts'

const kebab = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const dotted = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)
/**
 * A word or phrase; `(a|b|)` stands for each of its parts, `<name>` for each word of a
 * family, `*` at an end for any letters that follow or precede.
 */
const phrases = z.array(z.string().min(1)).min(1)

const parts = {
  severity: z.enum(SEVERITIES),
  /** a type of evidence.yaml that would carry the claim */
  needs: kebab,
  /** an honest wording in the lexicon's language */
  softer: z.string().min(1),
  source,
}
const conditions = {
  /** phrases that hold the words without making the claim: they shield them */
  unless: phrases.optional(),
  /** the words claim something only with one of these within 40 characters */
  near: phrases.optional(),
  classes: z.strictObject({ in: z.array(dotted).min(1).optional(), not: z.array(dotted).min(1).optional() }).optional(),
  markets: z
    .array(z.string().regex(/^[a-z]{2}$/))
    .min(1)
    .optional(),
}

const entry = z.union([
  phrases,
  z.strictObject({
    words: phrases,
    severity: parts.severity.optional(),
    needs: parts.needs.optional(),
    softer: parts.softer.optional(),
    source: parts.source.optional(),
    ...conditions,
  }),
])

/** standard/lexicons/<language>.yaml: claims by groups; an entry takes from its group what it does not say itself. */
export const lexiconFile = z.strictObject({
  language: z.string().length(2),
  /** the script it is written in */
  script: z.enum(['Latin', 'Han', 'Thai']),
  /** words that are written `<name>` in phrases and stand for each other there */
  families: z.record(kebab, phrases).default({}),
  /** other spellings to find too, e.g. ä as ae: all pairs are applied together */
  spellings: z.array(z.strictObject({ from: z.string().min(1), to: z.string().min(1) })).default([]),
  /** letters that are read as another: the first of each group stands for the others, e.g. 国國 */
  variants: z.array(z.string().regex(/^[\u2e80-\u9fff]{2,}$/, 'two letters or more')).default([]),
  /** marks that people put between Han letters to hide a word, e.g. the dots of 最.低.价 */
  'hidden-by': z.string().default(''),
  /** phrases of at least this many characters are also found without their accents */
  'unmarked-from': z.int().min(4).optional(),
  /** phrases that shield every entry of the language */
  shields: phrases.optional(),
  /** words before a claim that deny it, at most `reach` characters away in the same clause (or sentence) */
  negations: z
    .array(
      z.strictObject({ words: phrases, reach: z.int().min(0).max(200), 'across-commas': z.boolean().default(false) }),
    )
    .default([]),
  /** phrases that look like a negation and are none, e.g. not only */
  'not-negations': phrases.optional(),
  /** words that sentences have and lists of search words do not, e.g. is, you, the */
  'sentence-words': phrases.optional(),
  groups: z
    .array(
      z.strictObject({
        id: kebab,
        kind: z.enum(CLAIM_KINDS),
        ...parts,
        ...conditions,
        entries: z.record(kebab, entry),
      }),
    )
    .min(1),
})
export type LexiconFile = z.infer<typeof lexiconFile>

/** standard/numeric-claims.yaml: figures that claim a performance or a price, in any language. */
export const numericFile = z.strictObject({
  patterns: z
    .array(
      z.strictObject({
        id: kebab,
        kind: z.enum(CLAIM_KINDS),
        severity: parts.severity,
        needs: parts.needs,
        /** a regular expression without flags; letter case is ignored */
        pattern: z.string().min(1),
        /** texts of which one must occur, at the beginning of a word or after a figure, before the pattern is tried */
        cues: z.array(z.string().min(1)).min(1),
        near: phrases.optional(),
        classes: conditions.classes,
        markets: conditions.markets,
        softer: z.record(z.string().length(2), z.string().min(1)).refine((s) => 'en' in s, 'needs a wording in en'),
        source,
        /** texts in which it must, and must not, be found */
        examples: z.strictObject({ yes: z.array(z.string()).min(1), no: z.array(z.string()).default([]) }),
      }),
    )
    .min(1),
})
export type NumericFile = z.infer<typeof numericFile>
