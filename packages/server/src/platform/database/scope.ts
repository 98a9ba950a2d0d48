import { setTimeout as sleep } from 'node:timers/promises'
import { type Kysely, type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from './tables.ts'

/** On whose behalf rows are read and written: what row-level security goes by. */
export type Scope = { readonly org: string; readonly user: string; readonly supplier?: string }

/** The role that requests take on: it owns nothing and row-level security holds for it. */
export const APP_ROLE = 'haixuan_app'

type ScopeOptions = {
  readonly readOnly?: boolean
  /** locks that are waited for before anything is read */
  readonly held?: RawBuilder<unknown>
}
type Work<T> = (tx: Transaction<Tables>) => Promise<T>

/** serialization_failure and deadlock_detected: nothing was written, the same work may well succeed now. */
const AGAIN = new Set(['40001', '40P01'])
const TRIES = 4
/** The other one must get ahead, or both meet again: pauses grow and differ. */
const LONGEST_PAUSE_MS = [20, 60, 180]

/**
 * One transaction that sees and changes the rows of one organisation only and, for a supplier's account, of that
 * supplier. `work` runs again, at most three times, when PostgreSQL could not order it among others: it must do nothing
 * but ask `tx`.
 *
 * The scope guards against a query that forgets whose rows it wants. It does not guard against SQL written by an
 * attacker, who could reset the role as well as the organisation: that is kept out by Kysely, which binds every value.
 */
export const inScope = <T>(
  db: Kysely<Tables>,
  scope: Scope,
  work: Work<T>,
  { readOnly = false, held }: ScopeOptions = {},
): Promise<T> =>
  inTransaction(db, readOnly, async (tx) => {
    // `role` is a setting like the others, so that all go in one round trip; all end with the transaction
    await sql`select set_config('role', ${APP_ROLE}, true), set_config('haixuan.org', ${scope.org}, true),
      set_config('haixuan.supplier', ${scope.supplier ?? ''}, true), set_config('haixuan.user', ${scope.user}, true)${held ? sql`, ${held}` : sql``}`.execute(
      tx,
    )
    return work(tx)
  })

/** One transaction of the system itself, such as the sealer or a job, over all organisations. */
export const asSystem = <T>(db: Kysely<Tables>, work: Work<T>): Promise<T> => inTransaction(db, false, work)

async function inTransaction<T>(db: Kysely<Tables>, readOnly: boolean, work: Work<T>): Promise<T> {
  const transaction = readOnly ? db.transaction().setAccessMode('read only') : db.transaction()
  for (let tries = 1; ; tries++) {
    try {
      return await transaction.execute(work)
    } catch (error) {
      if (tries >= TRIES || !AGAIN.has((error as { code?: string }).code ?? '')) throw error
      await sleep(Math.random() * LONGEST_PAUSE_MS[tries - 1]!)
    }
  }
}
