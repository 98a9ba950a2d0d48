import { createPublicKey } from 'node:crypto'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '@haixuan/domain/kernel/signed-note'
import { z } from 'zod'

/** The files of an archive. The manifest binds all before it; the signed checkpoint binds the manifest and the log. */
export const README = 'README.txt'
export const EVENTS = 'events.jsonl'
export const RULES = 'rules.json'
export const EVIDENCE_INDEX = 'evidence.jsonl'
export const EVIDENCE = 'evidence/'
export const DISCLOSURES = 'disclosures.jsonl'
export const REPORT = 'report.pdf'
export const LEAVES = 'proofs/leaves.txt'
export const INCLUSION = 'proofs/inclusion.jsonl'
export const CONSISTENCY = 'proofs/consistency.jsonl'
/** In an archive of a part of a larger log: that log's signed checkpoint, and what proves the events to be in it. */
export const LOG_CHECKPOINT = 'proofs/log-checkpoint.txt'
export const LOG_PROOF = 'proofs/log.txt'
export const PUBLIC_KEY = 'public-key.txt'
export const MANIFEST = 'manifest.json'
export const CHECKPOINT = 'checkpoint.txt'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const bytes = z.int().nonnegative()

/** Every other file in the order of the zip. `crc32` is there so that the zip's own checksums are signed too. */
export const manifest = z.strictObject({
  format: z.literal('haixuan-archive/1'),
  files: z.array(z.strictObject({ crc32: bytes, path: z.string().min(1), sha256, size: bytes })),
})
export type Manifest = z.infer<typeof manifest>

/** A line of evidence.jsonl: under which name a file of evidence/ came. */
export const evidenceLine = z.strictObject({ name: z.string(), sha256, size: bytes, type: z.string() })
export type EvidenceLine = z.infer<typeof evidenceLine>

/** A line of proofs/inclusion.jsonl: the audit path of one decision, hashes in base 64. */
export const inclusionLine = z.strictObject({ hashes: z.array(z.string()), index: z.int().nonnegative() })
/** A line of proofs/consistency.jsonl: a checkpoint given out before, and the proof that this log extends it. */
export const consistencyLine = z.strictObject({ checkpoint: z.string(), hashes: z.array(z.string()) })
/** A line of disclosures.jsonl: what opens one commitment. */
export const disclosureLine = z.strictObject({
  field: z.string(),
  salt: sha256,
  seq: z.int().nonnegative(),
  value: z.unknown(),
})

/** The extension line of the checkpoint that binds the manifest. */
export const manifestLine = (hash: string): string => `manifest sha256:${hash}`

/** public-key.txt: the verifier key people pin, then the same key as PEM for OpenSSL. */
export function publicKeyText(key: VerifierKey): string {
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key.publicKey).toString('base64url') }
  const pem = createPublicKey({ key: jwk, format: 'jwk' }).export({ type: 'spki', format: 'pem' })
  return `${formatVerifierKey(key)}\n${pem}`
}

/** @throws BadInput when it is not the text of a key in its one form */
export function parsePublicKeyText(text: string): VerifierKey {
  const key = parseVerifierKey(text.split('\n', 1)[0] ?? '')
  if (publicKeyText(key) !== text) throw new BadInput('more or other lines than one key', { place: PUBLIC_KEY })
  return key
}
