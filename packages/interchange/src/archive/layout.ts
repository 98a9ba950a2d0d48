import { toBase64 } from '@haixuan/domain/kernel/base64'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { formatVerifierKey, parseVerifierKey, type VerifierKey } from '@haixuan/domain/kernel/log/signed-note'
import { concatBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { because } from './because.ts'

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
  /** 2 may hold decisions on several products in one event */
  format: z.enum(['haixuan-archive/1', 'haixuan-archive/2']),
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

/** What stands before an Ed25519 key in DER, RFC 8410 section 4. */
const ED25519_SPKI = Uint8Array.of(0x30, 0x2a, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x03, 0x21, 0x00)

/** public-key.txt: the verifier key people pin, then the same key as PEM for OpenSSL. */
export function publicKeyText(key: VerifierKey): string {
  const pem = toBase64(concatBytes(ED25519_SPKI, key.publicKey))
  return `${formatVerifierKey(key)}\n-----BEGIN PUBLIC KEY-----\n${pem}\n-----END PUBLIC KEY-----\n`
}

/** @throws BadInput when it is not the text of a key in its one form */
export function parsePublicKeyText(text: string): VerifierKey {
  const key = parseVerifierKey(text.split('\n', 1)[0] ?? '')
  if (publicKeyText(key) !== text) throw new BadInput(because('key-file-lines'), { place: PUBLIC_KEY })
  return key
}
