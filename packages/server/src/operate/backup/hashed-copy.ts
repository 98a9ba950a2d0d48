import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import type { Readable, Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

export type Hashed = { readonly bytes: number; readonly sha256: string }

/** Streams all of a source into a place, giving its size and hash. */
export async function hashedCopy(from: Readable, to: Writable): Promise<Hashed> {
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(
    from,
    async function* (chunks: AsyncIterable<Buffer>) {
      for await (const chunk of chunks) {
        hash.update(chunk)
        bytes += chunk.length
        yield chunk
      }
    },
    to,
  )
  return { bytes, sha256: hash.digest('hex') }
}

/** Copies a file to one that is not there yet, kept from others. */
export const hashedFileCopy = (from: string, to: string): Promise<Hashed> =>
  hashedCopy(createReadStream(from), createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true }))

/** The size and hash of a file. */
export async function hashedFile(file: string): Promise<Hashed> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk as Buffer)
    bytes += (chunk as Buffer).length
  }
  return { bytes, sha256: hash.digest('hex') }
}
