import { ed25519 } from '@noble/curves/ed25519.js'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from '../base64.ts'
import { because } from '../because.ts'
import { BadInput } from '../errors.ts'

/** C2SP signed-note: text ending in a newline, a blank line, signature lines. Only Ed25519 (type 0x01) is used here. */
const ED25519 = 0x01
const PRIVATE = 'PRIVATE+KEY+'
const EM_DASH = '\u2014'

export type VerifierKey = { readonly name: string; readonly publicKey: Uint8Array }
export type SigningKey = VerifierKey & { readonly seed: Uint8Array }

/** The first four bytes of SHA-256(name || 0x0A || 0x01 || public key). */
export const keyId = (key: VerifierKey): Uint8Array =>
  sha256(concatBytes(utf8ToBytes(`${key.name}\n`), Uint8Array.of(ED25519), key.publicKey)).slice(0, 4)

const checkName = (name: string) => {
  if (name === '' || /[\s+\p{Cc}]/u.test(name) || !name.isWellFormed())
    throw new BadInput(because('key-name-not-allowed', { name }), { field: 'key name' })
}

/** A signing key from 32 secret bytes (RFC 8032 seed). @throws BadInput for a name with spaces or plus */
export function signingKeyFrom(name: string, seed: Uint8Array): SigningKey {
  checkName(name)
  if (seed.length !== 32) throw new BadInput(because('seed-not-32-bytes', { seed: seed.length }))
  return { name, seed, publicKey: ed25519.getPublicKey(seed) }
}

const written = (key: VerifierKey, bytes: Uint8Array) =>
  `${key.name}+${bytesToHex(keyId(key))}+${toBase64(concatBytes(Uint8Array.of(ED25519), bytes))}`

/** `name+hash+key`: what people pin to trust an archive's origin. */
export const formatVerifierKey = (key: VerifierKey): string => written(key, key.publicKey)
/** `PRIVATE+KEY+name+hash+seed`: to be kept secret. */
export const formatSigningKey = (key: SigningKey): string => PRIVATE + written(key, key.seed)

/** Reads `name+hash+key` and checks its hash. @throws BadInput */
export function parseVerifierKey(text: string): VerifierKey {
  const { name, hash, bytes } = readKey(text)
  const key = { name, publicKey: bytes }
  if (bytesToHex(keyId(key)) !== hash) throw new BadInput(because('public-key-hash-differs'))
  return key
}

/** Reads `PRIVATE+KEY+name+hash+seed` and checks its hash. @throws BadInput without repeating the secret */
export function parseSigningKey(text: string): SigningKey {
  if (!text.startsWith(PRIVATE)) throw new BadInput(because('signing-key-prefix', { private: PRIVATE }))
  const { name, hash, bytes } = readKey(text.slice(PRIVATE.length))
  const key = signingKeyFrom(name, bytes)
  if (bytesToHex(keyId(key)) !== hash) throw new BadInput(because('signing-key-hash-differs'))
  return key
}

function readKey(text: string) {
  const [, name, hash, coded] = /^([^+]+)\+([0-9a-f]{8})\+([A-Za-z0-9+/]+=*)$/.exec(text) ?? []
  if (name === undefined || hash === undefined || coded === undefined) throw new BadInput(because('key-not-written-so'))
  checkName(name)
  const bytes = decode(coded)
  if (bytes?.length !== 33 || bytes[0] !== ED25519) throw new BadInput(because('not-ed25519-key'))
  return { name, hash, bytes: bytes.slice(1) }
}

// never repeats what it could not read: it may be a secret
const decode = (coded: string) => {
  try {
    return fromBase64(coded)
  } catch {
    return undefined
  }
}

/** How Ed25519 signs: the same bytes whoever computes them, which a platform may do sooner. */
export type Sign = (message: Uint8Array, seed: Uint8Array) => Uint8Array

/** The note: text, blank line, one signature line. @throws BadInput for text that a note cannot hold */
export function signNote(text: string, key: SigningKey, sign: Sign = ed25519.sign): string {
  checkText(text)
  return `${text}\n${signatureLine(text, key, sign)}`
}

/** The note with one signature more, as when one key hands over to the next. @throws BadInput for what is no note */
export function cosignNote(note: string, key: SigningKey): string {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) throw new BadInput(because('note-without-signatures'))
  return note + signatureLine(note.slice(0, end + 1), key)
}

const signatureLine = (text: string, key: SigningKey, sign: Sign = ed25519.sign) =>
  `${EM_DASH} ${key.name} ${toBase64(concatBytes(keyId(key), sign(utf8ToBytes(text), key.seed)))}\n`

function checkText(text: string) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the note format forbids exactly these
  if (!text.endsWith('\n') || /[\u0000-\u0009\u000b-\u001f]/.test(text) || !text.isWellFormed())
    throw new BadInput(because('note-not-text'))
}

/** The note's text when this key signed it, else undefined; signatures of others are passed over. @throws BadInput for what is no note */
export function openNote(note: string, key: VerifierKey): string | undefined {
  const end = note.lastIndexOf('\n\n')
  if (end < 0 || !note.endsWith('\n')) throw new BadInput(because('note-without-signatures'))
  const text = note.slice(0, end + 1)
  checkText(text)
  const lines = note.slice(end + 2, -1).split('\n')
  if (lines.length > 64) throw new BadInput(because('note-signatures-too-many'))
  const id = bytesToHex(keyId(key))
  let signed = false
  for (const line of lines) {
    const [, name, coded] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? []
    if (name === undefined || coded === undefined) throw new BadInput(because('note-signature-line'))
    const bytes = fromBase64(coded)
    if (bytes.length < 5) throw new BadInput(because('note-signature-short'))
    if (name !== key.name || bytesToHex(bytes.slice(0, 4)) !== id) continue
    if (!verifies(bytes.slice(4), utf8ToBytes(text), key.publicKey)) return undefined
    signed = true
  }
  return signed ? text : undefined
}

/** Strict Ed25519 (RFC 8032 section 5.1.7): every signature has one spelling. */
function verifies(signature: Uint8Array, message: Uint8Array, publicKey: Uint8Array): boolean {
  try {
    return signature.length === 64 && ed25519.verify(signature, message, publicKey, { zip215: false })
  } catch {
    return false
  }
}
