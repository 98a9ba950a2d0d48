import { type ClauseConformity, ConformityLog } from '@haixuan/domain/improve/conformity/conformity'
import type { NewEvent } from '../../platform/events/append.ts'
import { LEAF_COLUMNS, logEvent } from '../../platform/events/log-event.ts'
import type { StepAsked } from '../../platform/jobs/task-kind.ts'

const EVENTS_AT_ONCE = 1_000

/** M1 · The verdict on every clause from the log of a project and the events that are about to be added to it. */
export async function conformityOf(
  { tx, actor, house }: StepAsked,
  project: string,
  added: readonly NewEvent[],
): Promise<ClauseConformity[]> {
  const log = new ConformityLog()
  for (let after: number | undefined = 0; after !== undefined; ) {
    const rows = await tx
      .selectFrom('event')
      .select(LEAF_COLUMNS)
      .where('org_id', '=', actor.org)
      .where('project_id', '=', project)
      .where('id', '>', after)
      .orderBy('id')
      .limit(EVENTS_AT_ONCE)
      .execute()
    for (const row of rows) log.add(logEvent(row, row.seq ?? 0))
    after = rows.length < EVENTS_AT_ONCE ? undefined : rows.at(-1)!.id
  }
  for (const { type, subject, body } of added) log.add({ type, subject, body: body as Record<string, unknown> })
  return log.assess(house.standard.clauses.clauses)
}
