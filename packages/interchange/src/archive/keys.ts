import { createPrivateKey, createPublicKey, hash, randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { homedir } from 'node:os'
import path from 'node:path'
import { BadInput, type Text } from '@haixuan/domain/kernel/errors'
import {
  formatSigningKey,
  parseSigningKey,
  parseVerifierKey,
  type SigningKey,
  signingKeyFrom,
} from '@haixuan/domain/kernel/log/signed-note'
import type { PinnedKey } from '../verify/verify-seal.ts'
import { fileError } from '../zip/file-source.ts'
import { because } from './because.ts'

export type FoundKey = {
  readonly key: SigningKey
  readonly file: string
  /** whether it was made just now */
  readonly made: boolean
  /** what the user should know of the file */
  readonly warning?: Text
}

/**
 * The signing key: from the given file, else the one kept in the user's configuration folder, made on first use.
 * A file is `PRIVATE+KEY+…` as written here, or an Ed25519 key in PEM. @throws BadInput
 */
export function signingKey(options: { file?: string | undefined; env?: NodeJS.ProcessEnv } = {}): FoundKey {
  if (options.file !== undefined) return readKey(options.file, false)
  const file = path.join(configFolder(options.env ?? process.env), 'haixuan', 'signing-key')
  const made = makeOnce(file)
  return readKey(file, made)
}

/** $XDG_CONFIG_HOME when it is an absolute path, as its specification asks, else ~/.config. */
function configFolder(env: NodeJS.ProcessEnv): string {
  const set = env.XDG_CONFIG_HOME
  return set && path.isAbsolute(set) ? set : path.join(env.HOME || homedir(), '.config')
}

/** Writes a new key under a name of its own and links it to its place: of two processes one wins, none sees half a file. */
function makeOnce(file: string): boolean {
  if (statSync(file, { throwIfNoEntry: false })) return false
  const seed = randomBytes(32)
  const draft = `${file}.${process.pid}.${randomBytes(6).toString('hex')}`
  let drafted = false
  try {
    mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 })
    drafted = true
    writeFileSync(draft, `${formatSigningKey(named(seed))}\n`, { mode: 0o600, flag: 'wx', flush: true })
    linkSync(draft, file)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    if (error instanceof Error && 'code' in error) throw new BadInput(because('key-not-kept-here'), { place: file })
    throw error
  } finally {
    if (drafted) rmSync(draft, { force: true })
  }
}

/** A key without a name of its own is named after its public key, so that no two users share an origin. */
function named(seed: Uint8Array): SigningKey {
  const { publicKey } = signingKeyFrom('haixuan', seed)
  return signingKeyFrom(`haixuan/${hash('sha256', publicKey, 'hex').slice(0, 8)}`, seed)
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8').trim()
  } catch (error) {
    throw fileError(error, file)
  }
}

function readKey(file: string, made: boolean): FoundKey {
  const text = readText(file)
  let key: SigningKey
  try {
    key = text.includes('-----BEGIN') ? fromPem(text) : parseSigningKey(text)
  } catch (error) {
    throw error instanceof BadInput ? error.at(file) : new BadInput(because('not-signing-key'), { place: file })
  }
  const open = process.platform !== 'win32' && (statSync(file).mode & 0o077) !== 0
  const warning = {
    zh: `签名密钥 ${file} 可被他人读取，请执行 chmod 600`,
    en: `others can read the signing key ${file}; run chmod 600 on it`,
  }
  return { key, file, made, ...(open ? { warning } : {}) }
}

const fromPem = (pem: string): SigningKey => {
  const { crv, d } = createPrivateKey(pem).export({ format: 'jwk' })
  if (crv !== 'Ed25519' || !d) throw new BadInput(because('not-signing-key'))
  return named(Buffer.from(d, 'base64url'))
}

/** A key to trust: public-key.txt, `name+hash+key`, a public key in PEM, or one's own signing key. @throws BadInput */
export function pinnedKey(file: string): PinnedKey {
  const text = readText(file)
  try {
    if (text.startsWith('PRIVATE+KEY+')) return parseSigningKey(text)
    if (!text.startsWith('-----BEGIN')) return parseVerifierKey(text.split('\n', 1)[0] ?? '')
    const { crv, x } = createPublicKey(text).export({ format: 'jwk' })
    if (crv === 'Ed25519' && x) return { publicKey: Buffer.from(x, 'base64url') }
  } catch (error) {
    if (error instanceof BadInput) throw error.at(file)
  }
  throw new BadInput(because('not-public-key'), { place: file })
}
