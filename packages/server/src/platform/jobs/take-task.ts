import type { Client } from 'pg'
import type { Db } from '../database/open-database.ts'
import { asSystem } from '../database/scope.ts'

/** A task that this worker holds. */
export type TakenTask = {
  readonly org: string
  readonly id: string
  readonly kind: string
  readonly project: string | null
  readonly input: object
  readonly place: object | null
  readonly attempt: number
  readonly startedBy: string
  readonly user: string
  readonly supplier: string | null
}

/** How many open tasks are looked through for one that nobody holds. */
const LOOKED_THROUGH = 200

const lockOf = (org: string, id: string) => `task ${org} ${id}`

/**
 * Takes the oldest open task that nobody holds. It is held by an advisory lock of `locks`, a session of its own:
 * PostgreSQL lets go of it in the moment the worker dies, so that the next one takes the task up without waiting.
 */
export async function takeTask(
  db: Db,
  locks: Client,
  held: ReadonlySet<string>,
  now: string,
): Promise<TakenTask | undefined> {
  const open = await asSystem(db, (tx) =>
    tx
      .selectFrom('task')
      .select(['org_id', 'id'])
      .where('state', 'in', ['waiting', 'running'])
      .orderBy('created_at')
      .orderBy('id')
      .limit(LOOKED_THROUGH)
      .execute(),
  )
  for (const { org_id, id } of open) {
    if (held.has(id) || !(await lock(locks, org_id, id))) continue
    const taken = await asSystem(db, (tx) =>
      tx
        .updateTable('task')
        .set((e) => ({
          state: 'running',
          attempt: e('attempt', '+', 1),
          started_at: e.fn.coalesce('started_at', e.val(now)),
        }))
        .where('org_id', '=', org_id)
        .where('id', '=', id)
        .where('state', 'in', ['waiting', 'running'])
        .returning((e) => [
          'org_id as org',
          'id',
          'kind',
          'project_id as project',
          'input',
          'place',
          'attempt',
          'started_by as startedBy',
          e.ref('user_id').as('user'),
          e.ref('supplier_id').as('supplier'),
        ])
        .executeTakeFirst(),
    )
    if (taken) return taken
    await letGo(locks, org_id, id)
  }
  return undefined
}

/** Gives a task back, finished or for another to take up. */
export async function letGo(locks: Client, org: string, id: string): Promise<void> {
  await locks.query('select pg_advisory_unlock(hashtextextended($1, 0))', [lockOf(org, id)])
}

async function lock(locks: Client, org: string, id: string): Promise<boolean> {
  const { rows } = await locks.query<{ got: boolean }>('select pg_try_advisory_lock(hashtextextended($1, 0)) as got', [
    lockOf(org, id),
  ])
  return rows[0]!.got
}
