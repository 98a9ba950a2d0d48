import { createHash, hash } from 'node:crypto'
import { crc32, inflateRawSync } from 'node:zlib'

/** What reading an archive asks of the machine. In a browser native-browser.ts stands in its place, see package.json. */
export type Native = {
  readonly sha256: (bytes: Uint8Array) => Uint8Array
  /** takes bytes piece by piece; `end` gives the hash in hex */
  readonly startSha256: () => { readonly update: (piece: Uint8Array) => unknown; readonly end: () => string }
  readonly crc32: (bytes: Uint8Array, before?: number) => number
  /** @throws when it is not deflated or gives more bytes than `most` */
  readonly inflate: (bytes: Uint8Array, most: number) => Uint8Array
}

export const native: Native = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  startSha256: () => {
    const running = createHash('sha256')
    return { update: (piece) => running.update(piece), end: () => running.digest('hex') }
  },
  crc32: (bytes, before) => crc32(bytes, before),
  inflate: (bytes, most) => inflateRawSync(bytes, { maxOutputLength: most }),
}
