import { sql, type Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'

/** What people are told of in the application. Texts are made when they are read: see texts.ts. */
export type NotificationKind =
  | 'mention'
  | 'alert'
  | 'approval-asked'
  | 'release-asked'
  | 'refund-asked'
  | 'bank-account-proposed'
  | 'recall'
  | 'terms-declined'
  | 'rule-published'
  | 'pack-proposed'
  | 'withdrawal-proposed'
  | 'list-withdrawal-proposed'
  | 'due'
  | 'task-done'
  | 'task-failed'

export type About = { readonly kind: string; readonly id: string; readonly project?: string | undefined }

type Told = {
  readonly kind: NotificationKind
  readonly users?: readonly string[]
  readonly names?: readonly string[]
  readonly roles?: readonly string[]
  readonly about: About
  readonly facts?: object
  /** keeps a person from being told the same twice */
  readonly once?: string
}

type By = { readonly actor: { readonly org: string; readonly name: string }; readonly now: string }

/** Tells people, in the transaction of what they are told of, but not who caused it. */
export async function tellPeople(tx: Transaction<Tables>, { actor, now }: By, told: Told): Promise<void> {
  const { kind, users = [], names = [], roles = [], about, facts = {}, once = null } = told
  const said = JSON.stringify({ by: actor.name, ...facts })
  await sql`select tell_people(${actor.org}, ${kind}, ${users}::text[], ${names}::text[], ${roles}::text[], ${actor.name},
    ${JSON.stringify(about)}::jsonb, ${said}::jsonb, ${once}, ${now})`.execute(tx)
}
