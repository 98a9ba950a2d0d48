import { type Kysely, sql } from 'kysely'
import { asSystem } from '../database/scope.ts'
import type { Tables } from '../database/tables.ts'

const BATCH = 1000
/** Told to its receiver whatever it listens to: someone asked whether it works. */
export const TESTED = 'receiver.tested'

/**
 * Puts down for every receiver what it is to be told of the events sealed since its position. Events are followed in the
 * order of the log, which has no gaps, so none is missed and none is told twice. Any number of servers may do it; gives how
 * many deliveries were put down.
 */
export async function followLog(db: Kysely<Tables>, now: string): Promise<number> {
  return asSystem(db, async (tx) => {
    const { rows } = await sql<{ put: number }>`
      with behind as (
        select r.org_id, r.id, r.events, r.position,
          least(r.position + ${BATCH}, (select max(c.size) from checkpoint c where c.org_id = r.org_id)) as until
        from receiver r
        where r.active and r.position < (select max(c.size) from checkpoint c where c.org_id = r.org_id)
        for update of r skip locked
      ), put as (
        insert into delivery (org_id, receiver_id, event_id, type, state, next_at, created_at)
        select b.org_id, b.id, e.id, e.type, 'waiting', ${now}, ${now}
        from behind b
        join event e on e.org_id = b.org_id and e.seq >= b.position and e.seq < b.until
        where (e.type = ${TESTED} and e.subject = b.id) or (e.type <> ${TESTED} and exists (
          select 1 from unnest(b.events) p
          where p = '*' or p = e.type or (right(p, 2) = '.*' and starts_with(e.type, left(p, -1)))))
        order by e.seq
        on conflict (org_id, receiver_id, event_id) do nothing
        returning 1
      ), moved as (
        update receiver r set position = b.until from behind b where r.org_id = b.org_id and r.id = b.id
      )
      select count(*)::int as put from put
    `.execute(tx)
    return rows[0]?.put ?? 0
  })
}
