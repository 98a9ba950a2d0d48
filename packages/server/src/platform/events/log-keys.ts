import { type KeyObject, randomBytes } from 'node:crypto'
import {
  formatVerifierKey,
  keyId,
  parseVerifierKey,
  type SigningKey,
  signingKeyFrom,
} from '@haixuan/domain/kernel/log/signed-note'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { unwrap, wrap } from '../secrets/wrap.ts'
import { sha256 } from './log-event.ts'

type Tx = Transaction<Tables>

const SECRET_BYTES = 32
const idOf = (key: SigningKey) => Buffer.from(keyId(key)).toString('hex')
const keyPlace = (org: string, id: string) => `log key ${id} of ${org}`
const saltPlace = (org: string) => `log salt of ${org}`

/** The key that signs an organisation's log now; undefined before its first event is sealed. */
export async function signingKeyOf(tx: Tx, master: KeyObject, org: string): Promise<SigningKey | undefined> {
  const row = await tx
    .selectFrom('log_key')
    .select(['id', 'public_key', 'wrapped'])
    .where('org_id', '=', org)
    .where('retired_at', 'is', null)
    .executeTakeFirst()
  if (!row?.wrapped) return undefined
  return { ...parseVerifierKey(row.public_key), seed: unwrap(master, row.wrapped, keyPlace(org, row.id)) }
}

/** A new signing key. The log keeps its name, which comes from its first key, so that no two logs share one. */
export function newSigningKey(name?: string): SigningKey {
  const seed = randomBytes(SECRET_BYTES)
  const { publicKey } = signingKeyFrom('haixuan', seed)
  return signingKeyFrom(name ?? `haixuan/${sha256(publicKey).toString('hex').slice(0, 8)}`, seed)
}

/** Keeps a key as the one that signs from now on. */
export async function keepSigningKey(tx: Tx, master: KeyObject, org: string, key: SigningKey): Promise<SigningKey> {
  const id = idOf(key)
  await tx
    .insertInto('log_key')
    .values({
      org_id: org,
      id,
      public_key: formatVerifierKey(key),
      wrapped: wrap(master, key.seed, keyPlace(org, id)),
      created_at: new Date().toISOString(),
    })
    .execute()
  return key
}

/** Ends a key: its secret half is gone, its public half goes on verifying what it signed. */
export async function retireKey(tx: Tx, org: string, key: SigningKey): Promise<void> {
  await tx
    .updateTable('log_key')
    .set({ wrapped: null, retired_at: new Date().toISOString() })
    .where('org_id', '=', org)
    .where('id', '=', idOf(key))
    .execute()
}

/** What seals an organisation's log, in one statement; made with its first event. */
export async function sealingWith(
  tx: Tx,
  master: KeyObject,
  org: string,
): Promise<{ readonly salt: Uint8Array; readonly key: SigningKey }> {
  const { rows } = await sql<{ salt: Buffer | null; id: string | null; public_key: string; wrapped: Buffer }>`
    select s.wrapped as salt, k.id, k.public_key, k.wrapped from (select) one
    left join log_salt s on s.org_id = ${org}
    left join log_key k on k.org_id = ${org} and k.retired_at is null
  `.execute(tx)
  const { salt, id, public_key, wrapped } = rows[0]!
  return {
    salt: salt ? unwrap(master, salt, saltPlace(org)) : await makeSalt(tx, master, org),
    key:
      id === null
        ? await keepSigningKey(tx, master, org, newSigningKey())
        : { ...parseVerifierKey(public_key), seed: unwrap(master, wrapped, keyPlace(org, id)) },
  }
}

/** What the salts of an organisation's commitments come from; undefined before its first event is sealed. */
export async function saltOf(tx: Tx, master: KeyObject, org: string): Promise<Uint8Array | undefined> {
  const row = await tx.selectFrom('log_salt').select('wrapped').where('org_id', '=', org).executeTakeFirst()
  return row && unwrap(master, row.wrapped, saltPlace(org))
}

async function makeSalt(tx: Tx, master: KeyObject, org: string): Promise<Uint8Array> {
  const salt = randomBytes(SECRET_BYTES)
  await tx
    .insertInto('log_salt')
    .values({ org_id: org, wrapped: wrap(master, salt, saltPlace(org)) })
    .execute()
  return salt
}
