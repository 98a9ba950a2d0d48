import { z } from 'zod'
import { asked } from '../../kernel/asked.ts'
import { isDay } from '../../kernel/day.ts'

const day = z.string().refine(isDay, asked.day)
const country = z.string().regex(/^[A-Z]{2}$/, asked.country)
const text = z.string().trim().min(1)
const person = text

export const SUPPLIER_KINDS = ['manufacturer', 'brand-owner', 'distributor', 'trader'] as const
export type SupplierKind = (typeof SUPPLIER_KINDS)[number]

/** An identity number, `country` and `kind` as `checkId` takes them: `cn` `uscc`, `int` `lei`. */
export const identityNumber = z.strictObject({ country: z.string().regex(/^[a-z]{2,3}$/), kind: text, number: text })

/** A document of a type of documents.yaml. `expires` is the last day it holds; `says` is what stands on it (I2 consistency). */
export const supplierDocument = z.strictObject({
  type: text,
  number: text.optional(),
  issuer: text.optional(),
  issued: day.optional(),
  expires: day.optional(),
  /** file name or SHA-256 of the evidence */
  evidence: text.optional(),
  scope: text.optional(),
  /** classes it covers, when it covers only some */
  classes: z.array(text).optional(),
  says: z
    .strictObject({
      name: text.optional(),
      address: text.optional(),
      representative: person.optional(),
      numbers: z.array(identityNumber).optional(),
    })
    .optional(),
})
export type SupplierDocument = z.infer<typeof supplierDocument>

export const beneficialOwner = z.strictObject({
  name: person,
  names: z.array(person).default([]),
  country: country.optional(),
  /** share of capital or votes as a decimal of 1, such as "0.51" */
  share: z
    .string()
    .regex(/^(0?\.\d+|0|1(\.0+)?)$/, 'a share of 1 in quotes, such as "0.51"')
    .optional(),
  evidence: text.optional(),
})

/** Ways of asking whether an account is the supplier's. */
export const VERIFIED_HOW = ['call-back', 'visit', 'bank-letter'] as const

/** A payee account (I8, R4). `account` is an IBAN or masked, such as `****1234`; a replaced one stays on record. */
export const bankAccount = z.strictObject({
  holder: text,
  bank: text,
  account: text,
  country,
  'recorded-at': day,
  'recorded-by': person.optional(),
  /** why the holder is another than the supplier */
  'holder-explained': text.optional(),
  'verified-by': z.array(person).optional(),
  'verified-at': day.optional(),
  'verified-how': z.enum(VERIFIED_HOW).optional(),
  /** each person's own check, such as a call back on the number held before */
  verifications: z
    .array(
      z.strictObject({
        by: person,
        on: day,
        how: z.enum(VERIFIED_HOW),
        /** whom they spoke to, on which number */
        spoke: text.optional(),
        evidence: text.optional(),
      }),
    )
    .optional(),
  /** a proposal that did not stand up to the check */
  rejected: z.strictObject({ by: person, on: day, reason: text }).optional(),
  'replaced-at': day.optional(),
  evidence: text.optional(),
})
export type BankAccount = z.infer<typeof bankAccount>

/** One link of a brand authorisation chain. `territory`: market ids, countries or `world`; `channels`: such as `livestream`, or `all`. */
export const authorisation = z.strictObject({
  brand: text,
  from: text,
  to: text,
  territory: z.array(text).min(1),
  channels: z.array(text).min(1),
  'valid-from': day,
  /** the last day it holds; none = until revoked */
  expires: day.optional(),
  /** whether the holder may authorise others in turn */
  sublicence: z.boolean().optional(),
  evidence: text.optional(),
})
export type Authorisation = z.infer<typeof authorisation>

export const correctiveAction = z.strictObject({
  item: text,
  action: text,
  due: day,
  /** what the supplier says was done, before a person of ours closes it */
  answer: z.strictObject({ text, by: person, on: day, evidence: text.optional() }).optional(),
  done: day.optional(),
  evidence: text.optional(),
})

/** An inspection by a template of inspections.yaml (I1). Weights, maxima and critical items are the template's. */
export const inspection = z.strictObject({
  template: text,
  day,
  mode: z.enum(['on-site', 'remote']),
  by: person.optional(),
  place: text.optional(),
  items: z.array(
    z.strictObject({
      id: text,
      /** 0 to the item's maximum, or n/a with a remark */
      score: z.union([z.int().nonnegative(), z.literal('n/a')]),
      remark: text.optional(),
      photos: z.array(text).optional(),
    }),
  ),
  /** where the phone said it was, and when the first and the last answer were given */
  position: z
    .strictObject({ latitude: z.number(), longitude: z.number(), 'accuracy-metres': z.number().optional() })
    .optional(),
  photos: z.array(text).default([]),
  'corrective-actions': z.array(correctiveAction).default([]),
})
export type Inspection = z.infer<typeof inspection>

/** How a word of the screened name was found in the listed one. */
export const WORD_MATCHES = ['same', 'spelling', 'initial', 'joined', 'only-screened', 'only-listed'] as const

/** A listed party whose name is near one that was screened. */
export const screeningHit = z.strictObject({
  /** the name that was screened */
  name: text,
  /** number of the party on the list */
  entry: text,
  score: z.number().min(0).max(1).optional(),
  /** the listed name, and why the two are near, word by word */
  listed: text.optional(),
  kind: text.optional(),
  programme: text.optional(),
  country: country.optional(),
  /** why the party is listed */
  reason: text.optional(),
  words: z
    .array(
      z.strictObject({ screened: z.string(), listed: z.string(), how: z.enum(WORD_MATCHES), slips: z.int().min(0) }),
    )
    .optional(),
})

/** A screening of the names against one list (I2): its hits, and what a person decided of each. */
export const screening = z.strictObject({
  list: text,
  'list-date': day,
  on: day,
  /** the names that were screened */
  names: z.array(text).optional(),
  /** SHA-256 of the files of the list */
  files: z.array(text).optional(),
  hits: z.array(screeningHit).default([]),
  decision: z.enum(['clear', 'not-the-same', 'the-same']).optional(),
  'decided-by': person.optional(),
  'decided-on': day.optional(),
  reason: text.optional(),
  /** the organisation withdrew the list: from that day on the screening decides nothing */
  withdrawn: z.strictObject({ on: day, by: person, reason: text }).optional(),
})
export type Screening = z.infer<typeof screening>

/** A supplier as recorded: the facts that qualification (P3, I1, I2) looks at. */
export const supplier = z.strictObject({
  id: text,
  name: text,
  /** the name in other scripts and languages, and trade names */
  names: z.array(text).default([]),
  country,
  kind: z.enum(SUPPLIER_KINDS),
  address: text.optional(),
  /** addresses in other scripts, of factories and warehouses */
  addresses: z.array(text).default([]),
  representative: person.optional(),
  contact: text.optional(),
  website: text.optional(),
  channel: text.optional(),
  /** classes of classes.yaml it supplies; the products' classes are added */
  classes: z.array(text).default([]),
  numbers: z.array(identityNumber).default([]),
  documents: z.array(supplierDocument).default([]),
  'beneficial-owners': z.array(beneficialOwner).default([]),
  'bank-accounts': z.array(bankAccount).default([]),
  /** who owns each brand it sells */
  brands: z.array(z.strictObject({ brand: text, owner: text, registration: text.optional() })).default([]),
  authorisations: z.array(authorisation).default([]),
  inspections: z.array(inspection).default([]),
  screenings: z.array(screening).default([]),
  /** duties a person has confirmed, by name; rules ask for supplier.confirmed.<name> */
  confirmed: z.record(text, z.strictObject({ by: person, on: day })).optional(),
  /** the decision as a person signed it */
  decision: z
    .strictObject({
      result: z.enum(['qualified', 'conditional', 'rejected']),
      on: day,
      lapses: day.optional(),
      by: person,
      reason: text.optional(),
    })
    .optional(),
})
export type Supplier = z.infer<typeof supplier>
export const supplierFile = z.strictObject({ suppliers: z.array(supplier).min(1) })
