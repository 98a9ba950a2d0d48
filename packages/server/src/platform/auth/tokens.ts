import { createHash, randomBytes } from 'node:crypto'

const BYTES = 32

/** A secret that nobody guesses: 256 random bits as base64url. */
export const newToken = (): string => randomBytes(BYTES).toString('base64url')

/** What is kept of a token. It is random over 256 bits, so a plain SHA-256 cannot be turned back. */
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()
