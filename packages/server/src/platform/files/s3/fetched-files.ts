import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { PRIVATE } from '../draft.ts'

/** What was asked for so lately may be read still. */
const IN_USE_MS = 60 * 60_000

/** Copies of stored files on this machine, for programs that read from a path; those long unused go. */
export function fetchedFiles(folder: string) {
  return {
    /** The path of a copy, fetched when it is not here; undefined when the store has none. */
    placeOf: async (sha256: string, fetch: () => Promise<Readable | undefined>): Promise<string | undefined> => {
      await mkdir(folder, { recursive: true, mode: PRIVATE.folder })
      const place = path.join(folder, sha256)
      const now = new Date()
      if (await utimes(place, now, now).then(Boolean.bind(null, true), () => false)) return place
      await dropUnused(folder)
      const content = await fetch()
      if (!content) return undefined
      const draft = path.join(folder, `.${randomUUID()}`)
      try {
        const found = await write(content, draft)
        if (found !== sha256) throw new Error(`the file store gave other bytes for ${sha256}`)
        await rename(draft, place)
      } finally {
        await rm(draft, { force: true })
      }
      return place
    },
  }
}

async function write(content: Readable, place: string): Promise<string> {
  const hash = createHash('sha256')
  content.on('data', (piece: Buffer) => hash.update(piece))
  await pipeline(content, createWriteStream(place, { flags: 'wx', mode: PRIVATE.file }))
  return hash.digest('hex')
}

async function dropUnused(folder: string): Promise<void> {
  for (const name of await readdir(folder)) {
    const place = path.join(folder, name)
    const used = await stat(place).catch(() => undefined)
    if (used && Date.now() - used.mtimeMs > IN_USE_MS) await rm(place, { force: true })
  }
}
