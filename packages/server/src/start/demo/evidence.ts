import { createReadStream } from 'node:fs'
import path from 'node:path'
import type { EvidenceFile } from '@haixuan/interchange/project/evidence'
import type { House } from '../../house.ts'
import type { Asked } from '../../platform/commands/command.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { safeName } from '../../platform/files/file-name.ts'
import { type MediaType, mediaTypeOf } from '../../platform/files/media.ts'

/** An evidence file whose bytes are kept. */
export type StoredEvidence = EvidenceFile & { readonly sha256: string; readonly size: number; readonly type: MediaType }

const AT_ONCE = 16

/** Keeps the bytes of evidence files for an organisation. */
export async function storeEvidence(
  house: House,
  org: string,
  files: readonly EvidenceFile[],
): Promise<StoredEvidence[]> {
  const stored: StoredEvidence[] = []
  for (let at = 0; at < files.length; at += AT_ONCE)
    stored.push(...(await Promise.all(files.slice(at, at + AT_ONCE).map((file) => storeOne(house, org, file)))))
  return stored
}

async function storeOne({ files, uploadBytes }: House, org: string, file: EvidenceFile): Promise<StoredEvidence> {
  const received = await files.receive(createReadStream(file.path), uploadBytes)
  try {
    const type = await mediaTypeOf(received.path, file.name)
    await received.keep(org)
    return { ...file, sha256: received.sha256, size: received.size, type }
  } finally {
    await received.drop()
  }
}

/** Notes whose each file is: the supplier's in whose folder it lies, or whose product it is about. */
export async function recordEvidence(
  { tx, actor, now }: Pick<Asked, 'tx' | 'actor' | 'now'>,
  stored: readonly StoredEvidence[],
  supplierOf: ReadonlyMap<string, string>,
): Promise<NewEvent[]> {
  if (stored.length === 0) return []
  const rows = stored.map(({ name, sha256, size, type }) => {
    const [kind, about = ''] = name.split('/')
    const supplier = kind === 'suppliers' ? about : supplierOf.get(path.parse(about).name)
    return { name: safeName(name, type), sha256, size, type, supplier }
  })
  await tx
    .insertInto('file')
    .values(
      rows.map(({ name, sha256, size, type, supplier }) => ({
        org_id: actor.org,
        sha256,
        name,
        media_type: type,
        size,
        supplier_id: supplier ?? null,
        stored_by: actor.name,
        stored_at: now,
      })),
    )
    .onConflict((c) => c.doNothing())
    .execute()
  return rows.map(({ name, sha256, size, type, supplier }) => ({
    type: 'file.stored',
    subject: sha256,
    clause: 'T2',
    supplier,
    body: { sha256, name, 'media-type': type, size },
  }))
}

/** A record that names evidence by SHA-256 where it named a file of the example. */
export function bySha256<T>(record: T, stored: readonly StoredEvidence[]): T {
  const hashes = new Map(stored.map(({ name, sha256 }) => [name, sha256]))
  const named = (value: unknown): unknown => {
    if (typeof value === 'string') return hashes.get(value) ?? value
    if (Array.isArray(value)) return value.map(named)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, named(each)]))
  }
  return named(record) as T
}
