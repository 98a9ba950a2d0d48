import { hkdfSync, type KeyObject } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import type { Config } from '../config.ts'
import type { House } from '../house.ts'
import { signInLink } from '../platform/auth/links.ts'
import { createOwner } from '../platform/auth/members/owner.ts'
import type { Tables } from '../platform/database/tables.ts'

const ORGANISATION = 'main'

/** What sessions are signed with: of the master key, so that every server with the same key knows them. */
export const sessionSecret = (master: KeyObject): string =>
  Buffer.from(hkdfSync('sha256', master, '', 'haixuan sessions', 32)).toString('base64url')

/** Makes the organisation and its owner, where a setting names one and there is none. */
export async function makeOwner({ db }: House, { organisation: name, owner }: Config): Promise<void> {
  if (owner === undefined) return
  const there = await db.selectFrom('organisation').select('id').where('id', '=', ORGANISATION).executeTakeFirst()
  if (!there) await createOwner(db, { org: { id: ORGANISATION, name }, name: owner.split('@')[0]!, email: owner })
}

/** A link that signs in once: for the demo's owner, else for an owner who has no password yet. */
export async function firstLink(
  { db, clock }: House,
  { address, email, demo }: { readonly address: string; readonly email: string | undefined; readonly demo: boolean },
): Promise<string | undefined> {
  if (email === undefined || (!demo && (await hasPassword(db, email)))) return undefined
  return signInLink(db, { address, email, now: clock() })
}

async function hasPassword(db: Kysely<Tables>, email: string): Promise<boolean> {
  const { rows } = await sql`
    select from auth.account a join auth."user" u on u.id = a."userId"
    where u.email = ${email.toLowerCase()} and a.password is not null`.execute(db)
  return rows.length > 0
}

/** Whether anyone has an account. */
export async function someoneMaySignIn(db: Kysely<Tables>): Promise<boolean> {
  const { rows } = await sql`select from auth."user" limit 1`.execute(db)
  return rows.length > 0
}
