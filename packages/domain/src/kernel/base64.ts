import { because } from './because.ts'
import { BadInput } from './errors.ts'

/** Standard base 64 (RFC 4648 section 4), the form used in signed notes; works in browsers too. */
export function toBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Reads base 64 and refuses every spelling but the one `toBase64` gives. @throws BadInput */
export function fromBase64(text: string): Uint8Array {
  let binary: string
  try {
    binary = atob(text)
  } catch {
    throw new BadInput(because('not-base64', { text: text.slice(0, 20) }))
  }
  if (btoa(binary) !== text) throw new BadInput(because('base64-not-canonical', { text: text.slice(0, 20) }))
  return Uint8Array.from(binary, (char) => char.charCodeAt(0))
}
