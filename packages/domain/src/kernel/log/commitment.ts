import { hmac } from '@noble/hashes/hmac.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { because } from '../because.ts'
import { BadInput } from '../errors.ts'
import { canonicalBytes } from './canonical-json.ts'
import type { Event } from './event.ts'

/** What opens one commitment: the field of an event's body, its value and the salt (hex, 32 bytes). */
export type Disclosure = {
  readonly seq: number
  readonly field: string
  readonly salt: string
  readonly value: unknown
}

const MEMBER = 'sha256-commitment'

/** A body field as the log keeps it when its value may be withheld: SHA-256(salt || canonical JSON of place and value). */
const commitment = (salt: Uint8Array, seq: number, field: string, value: unknown) => ({
  [MEMBER]: bytesToHex(sha256(concatBytes(salt, canonicalBytes({ field, seq, value })))),
})

const isCommitment = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && MEMBER in value

/** The fields of a body that stand as commitments. */
export const committedFields = (e: Event): string[] =>
  Object.keys(e.body).filter((field) => Object.hasOwn(e.body, field) && isCommitment(e.body[field]))

/**
 * Puts commitments in place of the named body fields. Salts come from the secret and the value itself, so the same
 * event gives the same bytes, and a salt shown once tells nothing of another value. @throws BadInput
 */
export function commitFields(e: Event, fields: readonly string[], secret: Uint8Array): [Event, Disclosure[]] {
  const taken = committedFields(e)[0]
  if (taken !== undefined)
    throw new BadInput(because('kept-for-commitments', { member: MEMBER }), { place: `event ${e.seq}`, field: taken })
  if (!fields.some((field) => Object.hasOwn(e.body, field))) return [e, []]
  const body = { ...e.body }
  const disclosures: Disclosure[] = []
  const key = hmac(sha256, secret, utf8ToBytes('haixuan commitment salt'))
  for (const field of [...new Set(fields)].sort()) {
    if (!Object.hasOwn(body, field)) continue
    const value = body[field]
    const salt = hmac(sha256, key, canonicalBytes({ at: e.at, field, seq: e.seq, subject: e.subject, value }))
    body[field] = commitment(salt, e.seq, field, value)
    disclosures.push({ seq: e.seq, field, salt: bytesToHex(salt), value })
  }
  return [{ ...e, body }, disclosures]
}

/** The event with the disclosed value in place, or undefined when the disclosure does not open its commitment. */
export function disclose(e: Event, d: Disclosure): Event | undefined {
  const held = Object.hasOwn(e.body, d.field) ? e.body[d.field] : undefined
  if (d.seq !== e.seq || !isCommitment(held) || !/^[0-9a-f]{64}$/.test(d.salt)) return undefined
  const wanted = commitment(hexToBytes(d.salt), d.seq, d.field, d.value)
  if ((held as typeof wanted)[MEMBER] !== wanted[MEMBER] || Object.keys(held as object).length !== 1) return undefined
  return { ...e, body: { ...e.body, [d.field]: d.value } }
}
