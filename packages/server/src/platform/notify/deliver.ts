import type { KeyObject } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { asSystem } from '../database/scope.ts'
import type { Tables } from '../database/tables.ts'
import { openAddress } from './address.ts'
import type { Notice } from './message.ts'
import { type ReceiverKind, type SendOptions, type Sent, send } from './send.ts'

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
/** Pauses after each failed attempt, in milliseconds, as Standard Webhooks suggests; after the last it is given up. */
export const PAUSES_MS = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
]
/** Longer than any attempt takes: a delivery taken by a server that died is taken again after it. */
const LEASE_MS = 2 * MINUTE
const BATCH = 20

type Taken = Notice & {
  readonly delivery: number
  readonly receiver: string
  readonly kind: ReceiverKind
  readonly sealed: Buffer
  readonly attempts: number
}
export type DeliverOptions = SendOptions & { readonly db: Kysely<Tables>; readonly master: KeyObject }

/** Sends what is due, at most a batch; gives how many were tried. A receiver gets each at least once. */
export async function deliverDue(options: DeliverOptions, now: string): Promise<number> {
  const taken = await takeDue(options.db, now)
  await Promise.all(
    taken.map(async (one) => {
      const address = openAddress(options.master, one.organisation, one.receiver, one.sealed)
      await settle(options.db, one, await send(one.kind, address, noticeOf(one), options), now)
    }),
  )
  return taken.length
}

async function takeDue(db: Kysely<Tables>, now: string): Promise<readonly Taken[]> {
  const lease = new Date(Date.parse(now) + LEASE_MS).toISOString()
  return asSystem(db, async (tx) => {
    const { rows } = await sql<Taken>`
      with due as (
        select d.org_id, d.id from delivery d
        join receiver r on r.org_id = d.org_id and r.id = d.receiver_id and r.active
        where d.next_at <= ${now} order by d.next_at limit ${BATCH} for update of d skip locked
      ), taken as (
        update delivery d set attempts = d.attempts + 1, next_at = ${lease} from due
        where d.org_id = due.org_id and d.id = due.id
        returning d.org_id, d.id, d.receiver_id, d.event_id, d.attempts
      )
      select t.id as delivery, t.receiver_id as receiver, t.attempts, r.kind, r.secret as sealed, t.org_id as organisation,
        'msg_' || t.org_id || '_' || t.id as id, e.id::text as event, e.type, e.at, e.seq, e.subject, e.actor, e.clause,
        e.project_id as project, e.supplier_id as supplier
      from taken t
      join receiver r on r.org_id = t.org_id and r.id = t.receiver_id
      join event e on e.org_id = t.org_id and e.id = t.event_id
    `.execute(tx)
    return rows
  })
}

const noticeOf = ({ delivery: _, receiver: __, kind: ___, sealed: ____, attempts: _____, ...notice }: Taken): Notice =>
  notice

async function settle(db: Kysely<Tables>, one: Taken, { took, gone, answer }: Sent, now: string): Promise<void> {
  const pause = gone ? undefined : PAUSES_MS[one.attempts - 1]
  const next = took || pause === undefined ? null : new Date(Date.parse(now) + pause).toISOString()
  await asSystem(db, async (tx) => {
    await tx
      .updateTable('delivery')
      .set({
        state: took ? 'delivered' : next === null ? 'failed' : 'waiting',
        answer,
        next_at: next,
        ...(took ? { delivered_at: now } : {}),
      })
      .where('org_id', '=', one.organisation)
      .where('id', '=', one.delivery)
      // one that was sent again by hand meanwhile is settled by that attempt
      .where('attempts', '=', one.attempts)
      .execute()
    if (gone)
      await tx
        .updateTable('receiver')
        .set({ active: false })
        .where('org_id', '=', one.organisation)
        .where('id', '=', one.receiver)
        .execute()
  })
}
