import { BadInput } from '@haixuan/domain/kernel/errors'
import { wrongsOf } from '@haixuan/domain/kernel/issue'
import { checkCanonical } from '@haixuan/domain/kernel/log/canonical-json'
import { committedFields } from '@haixuan/domain/kernel/log/commitment'
import { event as eventSchema } from '@haixuan/domain/kernel/log/event'
import { sql, type Transaction } from 'kysely'
import { cause } from '../cause.ts'
import type { Actor } from '../commands/actor.ts'
import type { Tables } from '../database/tables.ts'
import { textArray } from '../database/text-array.ts'
import { tellOfEvents } from '../notifications/of-event.ts'

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
  const { org, name: actor } = by.actor
  const bodies = events.map(({ body, project, supplier, ...rest }) => {
    const text = JSON.stringify(body)
    const whose = { ...(project === undefined ? {} : { project }), ...(supplier === undefined ? {} : { supplier }) }
    checkHolds({ ...rest, ...whose, body: JSON.parse(text), at: by.now, actor })
    return text
  })
  const column = (of: (event: NewEvent) => string | undefined) => textArray(events.map(of))
  // one statement, so that the events of a command get ascending ids
  await sql`
    with added as (
      insert into happening (org_id, at, type, actor, subject, clause, project_id, supplier_id, body)
      select ${org}, ${by.now}, e.type, ${actor}, e.subject, e.clause, e.project, e.supplier, e.body::jsonb
      from unnest(${column((e) => e.type)}::text[], ${column((e) => e.subject)}::text[], ${column((e) => e.clause)}::text[],
        ${column((e) => e.project)}::text[], ${column((e) => e.supplier)}::text[], ${textArray(bodies)}::text[])
        with ordinality as e (type, subject, clause, project, supplier, body, n)
      order by e.n
      returning id
    )
    insert into unsealed select ${org}, id from added
  `.execute(tx)
  await tellOfEvents(tx, by, events)
}

function checkHolds(event: NewEvent & { readonly at: string; readonly actor: string }): void {
  const read = eventSchema.safeParse({ ...event, seq: 0 })
  const place = `event ${event.type}`
  if (!read.success) {
    const [wrong] = wrongsOf(read.error.issues, event)
    throw new BadInput(wrong?.reason ?? cause('not-event'), { place, field: wrong?.path.join('.') || 'event' })
  }
  checkCanonical(read.data)
  const taken = committedFields(read.data)[0]
  if (taken !== undefined) throw new BadInput(cause('body-kept-for-commitments'), { place, field: `body.${taken}` })
}
