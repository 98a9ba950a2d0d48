import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { access, mkdir, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { Problem } from '../http/problem.ts'
import type { FileStore, Received } from './file-store.ts'

const PRIVATE = { folder: 0o700, file: 0o600 }

/** Files in a folder: `<organisation>/<first two digits>/<SHA-256>`, each written beside and renamed to its place. */
export function diskStore(folder: string): FileStore {
  const incoming = path.join(folder, '.incoming')
  const placeIn = (org: string, sha256: string) => {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error('a file is named by its SHA-256')
    return path.join(folder, encodeURIComponent(org).replace(/^\./, '%2E'), sha256.slice(0, 2), sha256)
  }
  const placeOf = async (org: string, sha256: string) => {
    const place = placeIn(org, sha256)
    return access(place).then(
      () => place,
      () => undefined,
    )
  }
  return {
    placeOf,
    open: async (org, sha256) => {
      const place = await placeOf(org, sha256)
      return place === undefined ? undefined : createReadStream(place)
    },
    receive: async (content, limit) => {
      await mkdir(incoming, { recursive: true, mode: PRIVATE.folder })
      const draft = path.join(incoming, randomUUID())
      try {
        return received(draft, await written(draft, content, limit), placeIn)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
  }
}

async function written(draft: string, content: AsyncIterable<Uint8Array>, limit: number) {
  const hash = createHash('sha256')
  let size = 0
  await using file = await open(draft, 'wx', PRIVATE.file)
  for await (const piece of content) {
    size += piece.length
    if (size > limit) throw new Problem('too-large', { detail: `a file has at most ${limit} bytes`, limit })
    hash.update(piece)
    await file.writeFile(piece)
  }
  await file.sync()
  return { sha256: hash.digest('hex'), size }
}

function received(
  draft: string,
  { sha256, size }: { readonly sha256: string; readonly size: number },
  placeIn: (org: string, sha256: string) => string,
): Received {
  return {
    sha256,
    size,
    path: draft,
    drop: () => rm(draft, { force: true }),
    keep: async (org) => {
      const place = placeIn(org, sha256)
      await mkdir(path.dirname(place), { recursive: true, mode: PRIVATE.folder })
      // the same bytes may be there already: then nothing changes
      await rename(draft, place)
      await using kept = await open(path.dirname(place))
      await kept.sync()
    },
  }
}
