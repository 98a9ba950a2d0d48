import { native } from '#native'

/** SHA-256 (hex), CRC-32 and number of some bytes. */
export type Digest = { readonly sha256: string; readonly crc32: number; readonly size: number }

/** Digest of bytes that come piece by piece, each of them looked at by `see` on the way. */
export function digestOf(pieces: Iterable<Uint8Array>, see?: (piece: Uint8Array) => void): Digest {
  const hash = native.startSha256()
  let crc = 0
  let size = 0
  for (const piece of pieces) {
    hash.update(piece)
    crc = native.crc32(piece, crc)
    size += piece.length
    see?.(piece)
  }
  return { sha256: hash.end(), crc32: crc, size }
}

/** SHA-256 (hex) and number alone: verifying needs no CRC-32, as the signed manifest tells it. */
export function sha256Of(pieces: Iterable<Uint8Array>): { sha256: string; size: number } {
  const hash = native.startSha256()
  let size = 0
  for (const piece of pieces) {
    hash.update(piece)
    size += piece.length
  }
  return { sha256: hash.end(), size }
}
