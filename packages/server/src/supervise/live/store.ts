import { Refusal } from '@haixuan/domain/kernel/errors'
import type { Show } from '@haixuan/domain/supervise/live/show'
import type { Asked } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { Problem } from '../../platform/http/problem.ts'
import { because } from '../because.ts'

type In = Pick<Asked, 'tx' | 'actor'>
export type StoredShow = { readonly version: number; readonly slots: Show; readonly endedAt: string | null }

/** What a desk records: `said`, `pulled`, an incident, or the stream's own steps. */
export type Entry = { readonly kind: string; readonly product: string | null; readonly body: object }

const select = ({ tx, actor }: In, project: string) =>
  tx
    .selectFrom('live_show')
    .select((e) => ['version', 'slots', e.ref('ended_at').as('endedAt')])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)

/** The show of a project locked for the rest of the transaction, whether it goes on or is over; undefined before it. */
export const showForUpdate = (asked: In, project: string): Promise<StoredShow | undefined> =>
  select(asked, project).forUpdate().executeTakeFirst()

/** The show that is on, locked, at the version the desk has seen. @throws Problem, Refusal */
export async function liveShow(asked: Pick<Asked, 'tx' | 'actor' | 'version'>, project: string): Promise<StoredShow> {
  const show = await showForUpdate(asked, project)
  if (!show) throw new Problem('not-found', { why: because('not-on-air', { project }) })
  if (show.endedAt !== null)
    throw new Refusal(because('stream-over'), 'S3', { zh: '直播已结束', en: 'Record it with the project instead' })
  await checkSeen(asked, `live:${project}`, show.version)
  return show
}

export async function saveShow(
  { tx, actor }: In,
  project: string,
  { slots, version, endedAt }: StoredShow,
): Promise<void> {
  await tx
    .updateTable('live_show')
    .set({ slots: JSON.stringify(slots), version, ended_at: endedAt })
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .execute()
}

/** Writes an entry of the desk's log; gives its id and its event. */
export async function recordEntry(
  { tx, actor, now }: Pick<Asked, 'tx' | 'actor' | 'now'>,
  project: string,
  version: number,
  { kind, product, body }: Entry,
): Promise<{ readonly id: string; readonly event: NewEvent }> {
  const id = crypto.randomUUID()
  await tx
    .insertInto('live_entry')
    .values({
      org_id: actor.org,
      id,
      project_id: project,
      product_id: product,
      version,
      kind,
      body: JSON.stringify({ ...body, by: actor.name }),
      at: now,
    })
    .execute()
  return {
    id,
    event: {
      type: `live.${kind}`,
      subject: `live:${project}`,
      clause: 'S3',
      project,
      body: { entry: id, version, ...(product === null ? {} : { product }), ...body },
    },
  }
}

/** Which of the products may be on air: every gate of theirs is passed as it was last decided. One query. */
export async function airable({ tx, actor }: In, project: string, ids: readonly (string | null | undefined)[]) {
  const asked = [...new Set(ids.filter((id) => typeof id === 'string'))]
  if (asked.length === 0) return () => false
  const rows = await tx
    .selectFrom('product')
    .select('id')
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .where('id', 'in', asked)
    .where('state', '=', 'passed')
    .execute()
  const passed = new Set(rows.map((r) => r.id))
  return (id: string) => passed.has(id)
}

/** Every product a show may need: in its slots or standing by. */
export const productsOf = (show: Show): (string | null)[] => show.flatMap((s) => [s.product, s.substitute])
