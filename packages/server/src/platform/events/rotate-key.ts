import type { KeyObject } from 'node:crypto'
import type { Instant } from '@haixuan/domain/kernel/day'
import { cosignNote, formatVerifierKey, type SigningKey } from '@haixuan/domain/kernel/log/signed-note'
import type { Kysely, Transaction } from 'kysely'
import { asSystem } from '../database/scope.ts'
import type { Tables } from '../database/tables.ts'
import { appendEvents } from './append.ts'
import { keepSigningKey, newSigningKey, retireKey, signingKeyOf } from './log-keys.ts'
import { holdLog, sealBatch } from './seal.ts'
import { newestCheckpoint } from './tree-store.ts'

/**
 * Hands an organisation's log over to a new key. The old one signs its last checkpoint over the event that names the
 * new one, and the new one signs the same checkpoint: who trusts the old key can see that it chose the new one.
 * Gives the new public key, `name+hash+key`.
 */
export const rotateKey = (
  db: Kysely<Tables>,
  master: KeyObject,
  by: { readonly actor: { readonly org: string; readonly name: string }; readonly now: Instant },
): Promise<string> =>
  asSystem(db, async (tx) => {
    const { org } = by.actor
    await holdLog(tx, org)
    const old = (await signingKeyOf(tx, master, org)) ?? (await keepSigningKey(tx, master, org, newSigningKey()))
    const fresh = newSigningKey(old.name)
    const body = { from: formatVerifierKey(old), to: formatVerifierKey(fresh) }
    await appendEvents(tx, by, [{ type: 'key.rotated', subject: old.name, clause: 'T2', body }])
    while ((await sealBatch(tx, master, org)) > 0);
    await retireKey(tx, org, old)
    await keepSigningKey(tx, master, org, fresh)
    await cosignNewest(tx, org, fresh)
    return body.to
  })

async function cosignNewest(tx: Transaction<Tables>, org: string, key: SigningKey): Promise<void> {
  const newest = await newestCheckpoint(tx, org)
  if (!newest) throw new Error(`the log of ${org} has no checkpoint after it was sealed`)
  await tx
    .updateTable('checkpoint')
    .set({ note: cosignNote(newest.note, key) })
    .where('org_id', '=', org)
    .where('size', '=', newest.size)
    .execute()
}
