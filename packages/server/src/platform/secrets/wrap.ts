import { createCipheriv, createDecipheriv, type KeyObject, randomBytes } from 'node:crypto'

const CIPHER = 'aes-256-gcm'
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** Seals a secret with the master key (AES-256-GCM): nonce, ciphertext, tag. `place` says whose it is and is not movable. */
export function wrap(master: KeyObject, secret: Uint8Array, place: string): Buffer {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv(CIPHER, master, nonce, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(place))
  return Buffer.concat([nonce, cipher.update(secret), cipher.final(), cipher.getAuthTag()])
}

/** Opens what was sealed for this place. Throws without repeating anything of it when the key or the place is another. */
export function unwrap(master: KeyObject, wrapped: Uint8Array, place: string): Buffer {
  try {
    const decipher = createDecipheriv(CIPHER, master, wrapped.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES })
    decipher.setAAD(Buffer.from(place))
    decipher.setAuthTag(wrapped.subarray(-TAG_BYTES))
    return Buffer.concat([decipher.update(wrapped.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()])
  } catch {
    throw new Error(`${place} was not sealed with this master key`)
  }
}
