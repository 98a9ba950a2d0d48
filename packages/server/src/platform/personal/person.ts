import { createHash, createHmac, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto'
import { canonicalBytes } from '@haixuan/domain/kernel/log/canonical-json'
import { sql } from 'kysely'
import type { Asked } from '../commands/command.ts'
import { unwrap, wrap } from '../secrets/wrap.ts'

type With = Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>
type Reading = Pick<With, 'tx' | 'actor' | 'house'>

const KEY_BYTES = 32
const keyPlace = (org: string, person: string) => `key of person ${person} of ${org}`

/**
 * A keyed hash by which the same value is found again without being kept: spelling, case and blanks do not matter. Of no
 * use to whoever does not hold the master key.
 */
export function lookupOf(master: KeyObject, org: string, kind: 'email' | 'phone' | 'order', value: string): Buffer {
  const key = Buffer.from(hkdfSync('sha256', master, org, 'haixuan personal lookup', KEY_BYTES))
  const folded = value.normalize('NFKC').toLowerCase().replace(/\s+/g, '')
  const plain = kind === 'phone' ? folded.replace(/[-().]/g, '') : folded
  return createHmac('sha256', key).update(`${kind} ${plain}`).digest()
}

/** The person one of the hashes stands for, or a new one with a key of their own; gives their id. */
export async function personFor({ tx, actor, now, house }: With, lookup: readonly Buffer[]): Promise<string> {
  // two cases of one person that arrive at once find the same key
  for (const hash of lookup.toSorted(Buffer.compare))
    await sql`select pg_advisory_xact_lock(hashtextextended(${`${actor.org} ${hash.toString('hex')}`}, 0))`.execute(tx)
  const known = await tx
    .selectFrom('person_key')
    .select(['person', 'lookup'])
    .where('org_id', '=', actor.org)
    .where('destroyed_at', 'is', null)
    .where(sql<boolean>`lookup && ${lookup}::bytea[]`)
    .orderBy('created_at')
    .executeTakeFirst()
  if (known) {
    const all = [...new Map([...known.lookup, ...lookup].map((h) => [h.toString('hex'), h])).values()]
    if (all.length > known.lookup.length)
      await tx
        .updateTable('person_key')
        .set({ lookup: all })
        .where('org_id', '=', actor.org)
        .where('person', '=', known.person)
        .execute()
    return known.person
  }
  const person = `P-${crypto.randomUUID()}`
  await tx
    .insertInto('person_key')
    .values({
      org_id: actor.org,
      person,
      wrapped: wrap(house.masterKey, randomBytes(KEY_BYTES), keyPlace(actor.org, person)),
      created_at: now,
      destroyed_at: null,
      lookup: [...lookup],
    })
    .execute()
  return person
}

async function keyOf({ tx, actor, house }: Reading, person: string): Promise<KeyObject | undefined> {
  const row = await tx
    .selectFrom('person_key')
    .select('wrapped')
    .where('org_id', '=', actor.org)
    .where('person', '=', person)
    .executeTakeFirst()
  return row?.wrapped ? createSecretKey(unwrap(house.masterKey, row.wrapped, keyPlace(actor.org, person))) : undefined
}

/** Personal data sealed, and the commitment to it that the log may keep: without the salt sealed with it, it tells nothing. */
export type Sealed = { readonly sealed: Buffer; readonly commitment: string }

/** Seals a record of a person with their key; `place` says which record and is not movable. */
export async function sealFor(asked: Reading, person: string, place: string, record: object): Promise<Sealed> {
  const key = await keyOf(asked, person)
  if (!key) throw new Error(`the key of person ${person} is destroyed`)
  const salt = randomBytes(KEY_BYTES)
  const commitment = createHash('sha256').update(salt).update(canonicalBytes(record)).digest('hex')
  const bytes = canonicalBytes({ record, salt: salt.toString('hex') })
  return { sealed: wrap(key, bytes, `${place} of ${asked.actor.org}`), commitment }
}

/** What was sealed, with the salt of its commitment; undefined once the key is destroyed. */
export async function openFor<T extends object>(
  asked: Reading,
  person: string,
  records: readonly { readonly place: string; readonly sealed: Buffer | null }[],
): Promise<({ readonly record: T; readonly salt: string } | undefined)[]> {
  const key = await keyOf(asked, person)
  return records.map(({ place, sealed }) =>
    key && sealed ? JSON.parse(unwrap(key, sealed, `${place} of ${asked.actor.org}`).toString()) : undefined,
  )
}
