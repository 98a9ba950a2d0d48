import { z } from 'zod'
import { asked } from '../kernel/asked.ts'
import { isDay } from '../kernel/day.ts'
import { CLAIM_KINDS, TRAITS } from './words.ts'

/** Rules of law and standard as data in force from–until a day (M3). One file per market holds a list of these. */
const day = z.string().refine(isDay, asked.day)
export const bilingual = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) })
const kebab = z.string().regex(/^[a-z0-9]+([.-][a-z0-9]+)*$/)
const country = z.string().regex(/^[A-Z]{2}$/, asked.country)
const decimal = z.string().regex(/^-?\d+(\.\d+)?$/, 'a decimal in quotes, such as "0.19"')

/** What binds a rule to a product: every given part must hold; a missing part holds always. */
export const applies = z.strictObject({
  /** ids of classes.yaml; a parent binds its children */
  class: z.strictObject({ in: z.array(kebab).min(1).optional(), not: z.array(kebab).min(1).optional() }).optional(),
  traits: z
    .strictObject({ any: z.array(z.enum(TRAITS)).min(1).optional(), none: z.array(z.enum(TRAITS)).min(1).optional() })
    .optional(),
  /** where the maker is established: market ids, such as eu; `not` also holds when it is unknown */
  'maker-established': z.strictObject({ not: z.array(kebab).min(1) }).optional(),
  /** kinds of claims found on the product; any one binds */
  claim: z.array(z.enum(CLAIM_KINDS)).min(1).optional(),
  /** delivery modes of delivery.yaml; any one binds */
  delivery: z.array(kebab).min(1).optional(),
  /** countries the goods come from, ISO 3166-1; `in` holds only when known, `not` also when unknown */
  origin: z
    .strictObject({ in: z.array(country).min(1).optional(), not: z.array(country).min(1).optional() })
    .optional(),
  /** words found in title or description (folded, any one binds) */
  words: z.array(z.string().min(2)).min(1).optional(),
})

/** One of: evidence that must be held, label statements that must be shown, a fact that must be recorded. */
export const requires = z.union([
  /** a certificate or report type of evidence.yaml that covers the product on the day of the stream */
  z.strictObject({ certificate: kebab }),
  /** statements of labels.yaml that must stand on product, package or listing, in these languages when given */
  z.strictObject({ label: z.array(kebab).min(1), language: z.array(z.string().length(2)).min(1).optional() }),
  /** a document type of documents.yaml that the supplier must hold */
  z.strictObject({ document: kebab }),
  /** a dotted path in the product, supplier, offer or plan record that must be filled */
  z.strictObject({ fact: z.string().regex(/^(product|supplier|offer|plan)(\.[A-Za-z][A-Za-z0-9-]*)+$/) }),
])

/** One of: the sale itself, a livestream of it, a kind of claim, a delivery mode, or words, unless evidence is held. */
export const forbids = z.union([
  z.strictObject({ sale: z.literal(true), unless: requires.optional() }),
  z.strictObject({ livestream: z.literal(true), unless: requires.optional() }),
  z.strictObject({ claim: z.array(z.enum(CLAIM_KINDS)).min(1), unless: requires.optional() }),
  z.strictObject({ delivery: z.array(kebab).min(1), unless: requires.optional() }),
  /** words that no text of the product may hold, written as in the lexicon of their language */
  z.strictObject({
    words: z.array(z.string().min(2)).min(1),
    language: z.string().length(2),
    unless: requires.optional(),
  }),
])

export const TOPICS = [
  'product',
  'label',
  'claim',
  'supplier',
  'price',
  'delivery',
  'duty',
  'returns',
  'stream',
] as const

export const source = z.strictObject({
  act: z.string().min(3),
  article: z.string().min(1).optional(),
  url: z.url().optional(),
  /** `recorded-from-memory` until someone compares it with the act's text */
  status: z.union([z.literal('recorded-from-memory'), z.strictObject({ compared: day })]),
})

/** Values that calculations read: rates and amounts as decimal strings, days as whole numbers, words, switches. */
export const values = z.record(kebab, z.union([decimal, z.int(), z.boolean(), z.string().min(1), z.array(z.string())]))

export const rule = z
  .strictObject({
    id: kebab,
    clause: z.string().regex(/^[A-Z]\d$/),
    topic: z.enum(TOPICS),
    title: bilingual,
    'in-force': z.strictObject({ from: day, until: day.optional() }),
    applies: applies.optional(),
    requires: requires.optional(),
    forbids: forbids.optional(),
    /** the name of a parameter of parameters.yaml and its values on these days, e.g. vat: { rate: "0.19" } */
    sets: z.record(kebab, values).optional(),
    /** block = may not go on air; warn = a person must look; note = told */
    severity: z.enum(['block', 'warn', 'note']),
    /** statutory blocks cannot be waived */
    statutory: z.boolean(),
    /** who owes the remedy */
    owner: z.enum(['supplier', 'sourcing', 'quality', 'legal', 'selection', 'host', 'finance', 'service']),
    remedy: bilingual,
    source,
  })
  .refine(
    (r) => [r.requires, r.forbids, r.sets].filter(Boolean).length === 1,
    'needs exactly one of requires, forbids, sets',
  )
  .refine((r) => !r['in-force'].until || r['in-force'].from < r['in-force'].until, asked.endAfter)

export type Rule = z.infer<typeof rule>
export type Applies = z.infer<typeof applies>
/** Which way an organisation may move a figure of law: to more or to less of it. */
export type Tighter = 'more' | 'less'
/** The pack of an organisation that a rule stands in, and the figures of law it tightens: `host-age.years: more`. */
export type OfPack = { readonly name: string; readonly tighter?: Readonly<Record<string, Tighter>> }
/** A rule with the market whose file holds it; one of an organisation's own with its pack. */
export type MarketRule = Rule & { readonly market: string; readonly pack?: OfPack }
export const ruleFile = z.strictObject({ market: kebab, rules: z.array(rule).min(1) })
