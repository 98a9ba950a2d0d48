import { z } from 'zod'
import { ROLES, TRAITS } from '../../gate/words.ts'
import { asked } from '../../kernel/asked.ts'
import { isDay } from '../../kernel/day.ts'
import { lot } from '../../supervise/quality/lot.ts'
import { sample } from './sample.ts'

const day = z.string().refine(isDay, asked.day)
const market = z.string().regex(/^[a-z]{2}$/)

/** A certificate or report (I3): its type of evidence.yaml, what it covers and when. `models` empty = all models named by `scope`. */
export const certificate = z.strictObject({
  type: z.string(),
  body: z.string().optional(),
  number: z.string().optional(),
  models: z.array(z.string()).default([]),
  markets: z.array(market).optional(),
  scope: z.string().optional(),
  issued: day.optional(),
  /** the last day it holds, as of every document */
  expires: day.optional(),
  /** file name or SHA-256 of the evidence */
  evidence: z.string().optional(),
})
export type Certificate = z.infer<typeof certificate>

export const label = z.strictObject({
  statement: z.string(),
  language: z.string().length(2).optional(),
  text: z.string().optional(),
  evidence: z.string().optional(),
})

/** Evidence that carries one claim: the words as they stand in the text, and what proves them. */
export const claimEvidence = z.strictObject({
  words: z.string().min(1),
  type: z.string(),
  evidence: z.string().optional(),
  expires: day.optional(),
  says: z.string().optional(),
})

/** What people and suppliers have recorded about one product, beside its listing (I3, I4, I5). */
export const productFacts = z.strictObject({
  /** the listing's sku, gtin, url or `row:N` */
  product: z.string().min(1),
  supplier: z.string().optional(),
  /** the sourcing channel of the plan that the candidate came by (P2) */
  channel: z.string().min(1).optional(),
  class: z.string().optional(),
  traits: z.array(z.enum(TRAITS)).optional(),
  model: z.string().optional(),
  gtin: z.string().optional(),
  hs: z.string().optional(),
  origin: z.string().length(2).optional(),
  materials: z.array(z.string()).optional(),
  dimensions: z.string().optional(),
  maker: z.strictObject({ name: z.string(), country: z.string().length(2), address: z.string().optional() }).optional(),
  /** responsible person or importer by market id, e.g. eu */
  'responsible-person': z.record(market, z.strictObject({ name: z.string(), address: z.string() })).optional(),
  labels: z.array(label).default([]),
  certificates: z.array(certificate).default([]),
  'claim-evidence': z.array(claimEvidence).default([]),
  samples: z.array(sample).default([]),
  lots: z.array(lot).default([]),
  stock: z.int().nonnegative().optional(),
  'expected-units': z.int().nonnegative().optional(),
  'return-rate': z
    .string()
    .regex(/^0?\.\d+$|^0$/)
    .optional(),
  /** a role fixed by a person (I5) */
  role: z.strictObject({ fixed: z.enum(ROLES), by: z.string() }).optional(),
})
export type ProductFacts = z.infer<typeof productFacts>
