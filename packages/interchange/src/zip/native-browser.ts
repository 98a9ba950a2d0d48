import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { inflateSync } from 'fflate'
import type { Native } from './native-node.ts'

/** The same as native-node.ts with nothing but JavaScript. */
export const native: Native = {
  sha256: (bytes) => sha256(bytes),
  startSha256: () => {
    const running = sha256.create()
    return { update: (piece) => running.update(piece), end: () => bytesToHex(running.digest()) }
  },
  crc32: (bytes, before = 0) => {
    let crc = ~before
    for (const byte of bytes) crc = TABLE[(crc ^ byte) & 0xff]! ^ (crc >>> 8)
    return ~crc >>> 0
  },
  inflate: (bytes, most) => {
    // one byte more than may be: fflate leaves off what does not fit
    const out = inflateSync(bytes, { out: new Uint8Array(most + 1) })
    if (out.length > most) throw new Error('gives more bytes than it may')
    return out
  },
}

/** CRC-32 as ZIP has it: polynomial 0xEDB88320, reflected. */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte
  for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  return crc >>> 0
})
