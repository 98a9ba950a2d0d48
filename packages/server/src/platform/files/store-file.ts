import type { House } from '../../house.ts'
import { cause } from '../cause.ts'
import type { Actor } from '../commands/actor.ts'
import { inScope } from '../database/scope.ts'
import { appendEvents } from '../events/append.ts'
import { Problem } from '../http/problem.ts'
import { safeName } from './file-name.ts'
import type { Received } from './file-store.ts'
import { type MediaType, mediaTypeOf } from './media.ts'

export type StoredFile = {
  readonly sha256: string
  readonly name: string
  readonly mediaType: MediaType
  readonly size: number
}

/** T2 · Takes a file in: its type by its content, its name by its SHA-256; gives whether it is new. @throws Problem */
export async function storeFile(
  house: House,
  actor: Actor,
  { content, name }: { readonly content: AsyncIterable<Uint8Array>; readonly name: string },
): Promise<StoredFile & { readonly created: boolean }> {
  const received = await house.files.receive(content, house.uploadBytes)
  try {
    if (received.size === 0) throw new Problem('bad-input', { field: 'file', why: cause('file-empty') })
    const mediaType = await mediaTypeOf(received.path, name)
    const safe = safeName(name, mediaType)
    await received.keep(actor.org)
    const created = await record(house, actor, received, { type: mediaType, name: safe })
    const { sha256, size } = received
    return { sha256, name: safe, mediaType, size, created }
  } finally {
    await received.drop()
  }
}

/** Notes whose a file is; gives whether that is new. */
async function record(
  house: House,
  actor: Actor,
  { sha256, size }: Received,
  { type, name }: { readonly type: MediaType; readonly name: string },
): Promise<boolean> {
  const created = await inScope(house.db, actor, async (tx) => {
    const now = house.clock()
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('file')
      .values({
        org_id: actor.org,
        sha256,
        name,
        media_type: type,
        size,
        supplier_id: actor.supplier ?? null,
        stored_by: actor.name,
        stored_at: now,
      })
      .onConflict((c) => c.doNothing())
      .executeTakeFirst()
    if (Number(numInsertedOrUpdatedRows) === 0) return false
    const body = { sha256, name, 'media-type': type, size }
    await appendEvents(tx, { actor, now }, [
      { type: 'file.stored', subject: sha256, clause: 'T2', supplier: actor.supplier, body },
    ])
    return true
  })
  if (created) house.committed?.()
  return created
}
