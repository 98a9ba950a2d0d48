import { sql, type Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { newToken } from './tokens.ts'

type Tx = Transaction<Tables>
export type Person = { readonly id: string; readonly name: string; readonly email: string }

/** How e-mail addresses are kept and compared. */
export const foldEmail = (email: string): string => email.trim().toLowerCase()

/** Whom an e-mail address belongs to, in whatever organisation. */
export async function personByEmail(tx: Tx, email: string): Promise<Person | undefined> {
  const { rows } = await sql<Person>`select id, name, email from auth."user" where email = ${foldEmail(email)}`.execute(
    tx,
  )
  return rows[0]
}

/** Makes an account. `verified` when who runs this server vouches that the address is the person's. */
export async function createPerson(
  tx: Tx,
  { name, email, verified }: { readonly name: string; readonly email: string; readonly verified: boolean },
): Promise<Person> {
  const person = { id: newToken(), name, email: foldEmail(email) }
  await sql`insert into auth."user" (id, name, email, "emailVerified", "twoFactorEnabled")
    values (${person.id}, ${person.name}, ${person.email}, ${verified}, false)`.execute(tx)
  return person
}

/** Sets the password of an account and ends the sessions that were opened with the one before. */
export async function setPassword(tx: Tx, user: string, hash: string): Promise<void> {
  await sql`insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt")
    values (${newToken()}, ${user}, 'credential', ${user}, ${hash}, now())
    on conflict ("providerId", "accountId") do update set password = excluded.password, "updatedAt" = now()`.execute(tx)
  await sql`delete from auth.session where "userId" = ${user}`.execute(tx)
}

/** Whether an account asks for a second factor. */
export async function hasSecondFactor(tx: Tx, user: string): Promise<boolean> {
  const { rows } = await sql<{
    on: boolean | null
  }>`select "twoFactorEnabled" as on from auth."user" where id = ${user}`.execute(tx)
  return rows[0]?.on === true
}
