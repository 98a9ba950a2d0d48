import type { GateState } from '@haixuan/domain/gate/gate'
import type { StoredPlan } from '@haixuan/domain/select/lineup/board/stored-plan'
import type { Lineup, Slot } from '@haixuan/domain/select/lineup/lineup'
import { cause } from '../../platform/cause.ts'
import type { Asked } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'

type In = Pick<Asked, 'tx' | 'actor'>
/** A slot with the supplier of its product, as the log tells it. */
export type StoredSlot = Slot & { readonly supplier?: string }
export type StoredLineup = {
  readonly version: number
  readonly body: Omit<Lineup, 'slots'> & { readonly slots: readonly StoredSlot[] }
  readonly authors: readonly string[]
  readonly plan: StoredPlan | null
  readonly releasedAt: string | null
}

/** Keeps a lineup in place of the one before; gives its version. Whoever proposed it is its author. */
export async function putLineup(
  { tx, actor, now }: Pick<Asked, 'tx' | 'actor' | 'now'>,
  project: string,
  lineup: Lineup,
  plan: StoredPlan,
): Promise<number> {
  const columns = {
    body: JSON.stringify(lineup),
    plan: JSON.stringify(plan),
    filled: lineup.filled,
    released: lineup.released,
    proposed_by: actor.name,
    proposed_at: now,
    released_by: null,
    released_at: null,
    authors: [actor.name],
    edited: false,
    changed: [],
  }
  const { version } = await tx
    .insertInto('lineup')
    .values({ org_id: actor.org, project_id: project, version: 1, ...columns })
    .onConflict((c) =>
      c.columns(['org_id', 'project_id']).doUpdateSet((e) => ({ ...columns, version: e('lineup.version', '+', 1) })),
    )
    .returning('version')
    .executeTakeFirstOrThrow()
  return version
}

/** The lineup of a project, locked for the rest of the transaction; undefined when none is proposed. */
export const lineupIfAny = ({ tx, actor }: In, project: string): Promise<StoredLineup | undefined> =>
  tx
    .selectFrom('lineup')
    .select((e) => ['version', 'body', 'authors', 'plan', e.ref('released_at').as('releasedAt')])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .forUpdate()
    .executeTakeFirst()

/** @throws Problem when none is proposed */
export async function lineupForUpdate(asked: In, project: string): Promise<StoredLineup> {
  const found = await lineupIfAny(asked, project)
  if (!found) throw new Problem('not-found', { why: cause('lineup-not-proposed', { id: project }) })
  return found
}

/** Keeps slots that a person changed: they are an author from now on, and a release is taken back. Gives the version. */
export async function saveSlots(
  { tx, actor }: In,
  project: string,
  { version, body, authors }: StoredLineup,
  slots: readonly StoredSlot[],
  figures: Partial<Pick<Lineup, 'objective' | 'gap' | 'proven'>> = {},
): Promise<number> {
  const filled = slots.filter((s) => s.product !== null).length
  const released = slots.filter((s) => s.released).length
  await tx
    .updateTable('lineup')
    .set({
      body: JSON.stringify({ ...body, ...figures, slots, filled, released, provisional: filled - released }),
      filled,
      released,
      version: version + 1,
      authors: [...new Set([...authors, actor.name])],
      edited: true,
      released_by: null,
      released_at: null,
    })
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .execute()
  return version + 1
}

type Standing = { readonly state: GateState; readonly supplier: string }

/** The states of products as they were last decided, and their suppliers. One query. */
export async function standingOf(
  { tx, actor }: In,
  project: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Standing>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .selectFrom('product')
    .select(['id', 'state', 'supplier_id as supplier'])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .where('id', 'in', ids)
    .execute()
  return new Map(rows.map(({ id, ...standing }) => [id, standing]))
}
