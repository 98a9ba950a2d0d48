import { type Kysely, sql, type Transaction } from 'kysely'
import { asSystem } from '../database/scope.ts'
import type { Tables } from '../database/tables.ts'
import { hasSecondFactor, personByEmail } from './people.ts'
import { hashOf, newToken } from './tokens.ts'

const MINUTE = 60_000
const LINK_MINUTES = 30

/** The address of a link. The token stands behind #, so that it is in no log of a server and in no Referer. */
const linkAddress = (address: string, token: string): string => new URL(`/sign-in#${token}`, address).href

type Wanted = {
  /** where people reach this server, such as http://127.0.0.1:4080 */
  readonly address: string
  readonly email: string
  /** instant from which the half hour of the link counts */
  readonly now: string
}

/**
 * A link that signs a person in once, within half an hour, and lets them set a new password: for whoever runs this
 * server to hand over. Undefined for an address that nobody has here, and for a person with a second factor, which a
 * link would go round.
 */
export const signInLink = (db: Kysely<Tables>, { address, email, now }: Wanted): Promise<string | undefined> =>
  asSystem(db, async (tx) => {
    const person = await personByEmail(tx, email)
    if (!person || (await hasSecondFactor(tx, person.id))) return undefined
    const token = newToken()
    const expires = new Date(Date.parse(now) + LINK_MINUTES * MINUTE).toISOString()
    await sql`delete from auth.link where expires_at <= ${now} or user_id = ${person.id}`.execute(tx)
    await sql`insert into auth.link (hash, user_id, expires_at) values (${hashOf(token)}, ${person.id}, ${expires})`.execute(
      tx,
    )
    return linkAddress(address, token)
  })

/** Uses up a link; gives whom it signs in, or undefined when it was used, has expired, never was, or may not be any more. */
export async function redeemLink(tx: Transaction<Tables>, token: string, now: string): Promise<string | undefined> {
  const { rows } = await sql<{ user_id: string }>`
    delete from auth.link l using auth."user" u
    where l.hash = ${hashOf(token)} and l.expires_at > ${now} and u.id = l.user_id and u."twoFactorEnabled" is not true
    returning l.user_id`.execute(tx)
  return rows[0]?.user_id
}
