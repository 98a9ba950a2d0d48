import { createHash } from 'node:crypto'
import { canonicalJson } from '@haixuan/domain/kernel/log/canonical-json'
import type { Offer } from '@haixuan/domain/select/cooperation/offer'
import { type SupplierTerms, TERMS_PARTS, termsForSupplier } from '@haixuan/domain/select/cooperation/supplier-terms'
import { z } from 'zod'

export const PARTS = Object.keys(TERMS_PARTS) as readonly (keyof SupplierTerms)[]
const hash = z.string().min(1).max(64)

/** SHA-256 of the canonical JSON of each part of the terms; of `null` where there is none. */
export const partHashes = z.strictObject(
  Object.fromEntries(PARTS.map((part) => [part, hash])) as Record<keyof SupplierTerms, typeof hash>,
)

const hashOf = (value: unknown): string => createHash('sha256').update(canonicalJson(value)).digest('hex')

/** What the supplier of an offer is shown, with the hashes that an answer to exactly this names. */
export function shownTerms(offer: Offer) {
  const terms = termsForSupplier(offer)
  const parts = Object.fromEntries(PARTS.map((part) => [part, hashOf(terms[part] ?? null)])) as z.infer<
    typeof partHashes
  >
  return { terms, parts, hash: hashOf(terms) }
}
