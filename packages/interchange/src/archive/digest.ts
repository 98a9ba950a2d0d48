import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import { crc32 } from 'node:zlib'
import { descriptorSource, type Source } from './source.ts'

/** SHA-256 (hex) and CRC-32 of a stretch of bytes. */
export type Digest = { readonly sha256: string; readonly crc32: number }
export type Stretch = { readonly at: number; readonly size: number }

export function digestOf(pieces: Iterable<Uint8Array>): Digest {
  const hash = createHash('sha256')
  let crc = 0
  for (const piece of pieces) {
    hash.update(piece)
    crc = crc32(piece, crc)
  }
  return { sha256: hash.digest('hex'), crc32: crc }
}

export const digestStretches = (source: Source, stretches: readonly Stretch[]): Digest[] =>
  stretches.map(({ at, size }) => digestOf(source.chunks(at, size)))

/** Below this many bytes a thread costs more than it saves. */
const WORTH_THREADS = 32 << 20

/** Digests of many stretches of one source; a large file is shared out over threads by size. */
export async function digestAll(source: Source, stretches: readonly Stretch[]): Promise<Digest[]> {
  const bytes = stretches.reduce((sum, { size }) => sum + size, 0)
  const threads = Math.min(4, availableParallelism(), stretches.length)
  if (source.fd === undefined || bytes < WORTH_THREADS || threads < 2) return digestStretches(source, stretches)

  const shares = Array.from({ length: threads }, () => ({ bytes: 0, indexes: [] as number[] }))
  const bySize = [...stretches.keys()].sort((a, b) => stretches[b]!.size - stretches[a]!.size || a - b)
  for (const index of bySize) {
    const least = shares.reduce((a, b) => (b.bytes < a.bytes ? b : a))
    least.indexes.push(index)
    least.bytes += stretches[index]!.size
  }
  const [own, ...others] = shares.map(({ indexes }) => indexes)
  const fd = source.fd
  const away = others.map((indexes) =>
    inThread(
      fd,
      source.size,
      indexes.map((i) => stretches[i]!),
    ),
  )
  const digests: Digest[] = []
  const place = (indexes: readonly number[], found: readonly Digest[]) => {
    for (const [i, index] of indexes.entries()) digests[index] = found[i]!
  }
  // this thread takes its share while the others work
  place(
    own!,
    digestStretches(
      descriptorSource(fd, source.size),
      own!.map((i) => stretches[i]!),
    ),
  )
  const found = await Promise.all(away)
  for (const [i, indexes] of others.entries()) place(indexes, found[i]!)
  return digests
}

function inThread(fd: number, size: number, stretches: readonly Stretch[]): Promise<Digest[]> {
  const worker = new Worker(new URL('./digest-thread.ts', import.meta.url), { workerData: { fd, size, stretches } })
  return new Promise((resolve, reject) => {
    worker.once('message', resolve)
    worker.once('error', reject)
  })
}
