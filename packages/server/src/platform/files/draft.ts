import { createHash, randomUUID } from 'node:crypto'
import { mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { cause } from '../cause.ts'
import { Problem } from '../http/problem.ts'
import type { FileStore, Received } from './file-store.ts'

export const PRIVATE = { folder: 0o700, file: 0o600 }

/** A file that has come in, before it has its place. */
export type Draft = Pick<Received, 'sha256' | 'size' | 'path'>

/** Takes files into a folder on this machine while they are hashed; `keep` gives one its place. */
export const receiveInto =
  (folder: string, keep: (draft: Draft, org: string) => Promise<void>): FileStore['receive'] =>
  async (content, limit) => {
    await mkdir(folder, { recursive: true, mode: PRIVATE.folder })
    const place = path.join(folder, randomUUID())
    const drop = () => rm(place, { force: true })
    try {
      const draft = { ...(await written(place, content, limit)), path: place }
      return { ...draft, drop, keep: (org) => keep(draft, org) }
    } catch (error) {
      await drop()
      throw error
    }
  }

async function written(place: string, content: AsyncIterable<Uint8Array>, limit: number) {
  const hash = createHash('sha256')
  let size = 0
  await using file = await open(place, 'wx', PRIVATE.file)
  for await (const piece of content) {
    size += piece.length
    if (size > limit) throw new Problem('too-large', { why: cause('file-too-large', { limit }), limit })
    hash.update(piece)
    await file.writeFile(piece)
  }
  await file.sync()
  return { sha256: hash.digest('hex'), size }
}
