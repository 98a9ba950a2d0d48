import { committedFields } from '@haixuan/domain/kernel/commitment'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { eventBytes, event as eventSchema } from '@haixuan/domain/kernel/event'
import type { Transaction } from 'kysely'
import type { Actor } from '../commands/actor.ts'
import type { Tables } from '../database/tables.ts'
import { tellOfEvents } from '../notifications/of-event.ts'
import { logEvent } from './log-event.ts'

/** One thing that happened, before the sealer gives it its place in the log (T2). */
export type NewEvent = {
  readonly type: string
  readonly subject: string
  readonly clause: string
  readonly body: object
  readonly project?: string | undefined
  readonly supplier?: string | undefined
}

/**
 * Adds events to the organisation's log, in the transaction of the command that caused them. What the log could not
 * hold is refused here, so that nothing that is committed keeps the sealer waiting. @throws BadInput
 */
export async function appendEvents(
  tx: Transaction<Tables>,
  by: { readonly actor: Pick<Actor, 'org' | 'name'>; readonly now: string },
  events: readonly NewEvent[],
): Promise<void> {
  if (events.length === 0) return
  const rows = events.map((e) => ({
    org_id: by.actor.org,
    at: by.now,
    type: e.type,
    actor: by.actor.name,
    subject: e.subject,
    clause: e.clause,
    project_id: e.project ?? null,
    supplier_id: e.supplier ?? null,
    body: JSON.stringify(e.body),
  }))
  for (const row of rows) checkHolds(row)
  // one statement, so that the events of a command get ascending ids
  await tx.insertInto('event').values(rows).execute()
  await tellOfEvents(tx, by, events)
}

type Row = Parameters<typeof logEvent>[0]

function checkHolds(row: Omit<Row, 'body'> & { body: string }): void {
  const read = eventSchema.safeParse(logEvent({ ...row, body: JSON.parse(row.body) }, 0))
  const place = `event ${row.type}`
  if (!read.success) {
    const issue = read.error.issues[0]
    throw new BadInput(issue?.message ?? 'is no event', { place, field: issue?.path.join('.') || 'event' })
  }
  eventBytes(read.data)
  const taken = committedFields(read.data)[0]
  if (taken !== undefined) throw new BadInput('holds what is kept for commitments', { place, field: `body.${taken}` })
}
