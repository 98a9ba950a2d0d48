import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
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
