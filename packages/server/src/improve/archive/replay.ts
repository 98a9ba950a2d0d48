import { makeDesk } from '@haixuan/domain/flow/desk'
import { Replay, type Rerun } from '@haixuan/domain/flow/replay'
import type { StandardData } from '@haixuan/domain/flow/standard-data'
import { isDecision } from '@haixuan/domain/kernel/log/event'
import { loadSolver } from '@haixuan/domain/select/lineup/solve/linear'
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { House } from '../../house.ts'
import type { Tables } from '../../platform/database/tables.ts'
import { type EventRow, LEAF_COLUMNS, logEvent } from '../../platform/events/log-event.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { query } from '../../platform/queries/query.ts'
import { because } from '../because.ts'

type Tx = Transaction<Tables>
const EVENTS_AT_ONCE = 1_000

/** T2 · Runs one decision again from the facts before it, under the standard it was made under. */
export const replay = query({
  name: 'event.replay',
  path: '/events/:event/replay',
  summary: {
    zh: '重演一项决定：由此前的事实与当时的规则重新得出',
    en: 'Run a decision again from the facts before it and the rules of its time',
  },
  params: z.object({ event: z.coerce.number().int().positive() }),
  query: z.object({}),
  answer: z.object({
    outcome: z
      .enum(['same', 'other', 'not-a-decision'])
      .describe('whether it comes out bit for bit as it was logged; facts are not run again'),
    fault: z.string().nullable().describe('what came out otherwise'),
    events: z.int().describe('events of the log it was run from'),
    asOf: z.string().nullable(),
    standard: z.string().nullable().describe('SHA-256 of the standard it was made under'),
  }),
  async run({ tx, actor, params: { event: id }, house }) {
    const target = await tx
      .selectFrom('event')
      .select(LEAF_COLUMNS)
      .where('org_id', '=', actor.org)
      .where('id', '=', id)
      .executeTakeFirst()
    if (!target) throw new Problem('not-found', { why: missing('event', id) })
    const decision = logEvent(target, target.seq ?? 0)
    if (!isDecision(decision))
      return { outcome: 'not-a-decision' as const, fault: null, events: 1, asOf: null, standard: null }
    const standards = await standardsOf(tx, house, target)
    const again = new Replay(
      (plan, hash) =>
        hash === undefined || hash === house.desks.standardHash
          ? house.desks.for(plan)
          : makeDesk(standards(hash), plan),
      await loadSolver(),
    )
    let events = 0
    if (target.project_id !== null)
      for await (const rows of before(tx, actor.org, target.project_id, id)) {
        for (const row of rows) again.pass(logEvent(row, row.seq ?? 0))
        events += rows.length
      }
    const rerun: Rerun = again.take(decision) ?? 'same'
    const fault = typeof rerun === 'object' ? rerun.fault : null
    const { 'as-of': asOf, standard } = decision.body as { 'as-of'?: string; standard?: string }
    return {
      outcome: fault === null ? ('same' as const) : ('other' as const),
      fault,
      events: events + 1,
      asOf: asOf ?? null,
      standard: standard ?? null,
    }
  },
})

/** The events of a project before one of them, in batches, in the order they were appended. */
async function* before(tx: Tx, org: string, project: string, end: number) {
  for (let after: number | undefined = 0; after !== undefined; ) {
    const rows: Awaited<ReturnType<typeof batch>> = await batch(tx, org, project, after, end)
    yield rows
    after = rows.length < EVENTS_AT_ONCE ? undefined : rows.at(-1)!.id
  }
}

const batch = (tx: Tx, org: string, project: string, after: number, end: number) =>
  tx
    .selectFrom('event')
    .select(LEAF_COLUMNS)
    .where('org_id', '=', org)
    .where('project_id', '=', project)
    .where('id', '>', after)
    .where('id', '<', end)
    .orderBy('id')
    .limit(EVENTS_AT_ONCE)
    .execute()

/** The standards that the decisions up to this one name, beside the one in force. */
async function standardsOf(
  tx: Tx,
  { desks }: House,
  { project_id: project, body, id }: Pick<EventRow, 'project_id' | 'body' | 'id'>,
): Promise<(hash: string) => StandardData> {
  const rows = await tx
    .selectFrom('standard_used')
    .selectAll()
    .where('hash', '<>', desks.standardHash)
    .where(
      sql<boolean>`(hash = ${body.standard ?? null} or hash in (select e.body ->> 'standard' from event e
        where e.project_id = ${project} and e.type = 'gate.decided' and e.id < ${id}))`,
    )
    .execute()
  const kept = new Map(rows.map(({ hash, content }) => [hash, content]))
  return (hash) => {
    const content = kept.get(hash)
    if (!content) throw new Problem('not-found', { why: because('standard-not-kept', { hash }) })
    return JSON.parse(content.toString()) as StandardData
  }
}
