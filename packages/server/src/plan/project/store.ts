import type { GateState } from '@haixuan/domain/gate/gate'
import type { Project } from '@haixuan/domain/plan/project'
import type { Asked } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { because } from '../because.ts'

type In = Pick<Asked, 'tx' | 'actor'>
export type StoredProject = {
  readonly id: string
  readonly version: number
  readonly plan: Project
  readonly state: GateState
}

const CLOSED = {
  zh: '项目已结项，不再改动；下一场直播请另建项目',
  en: 'The project is closed and changes no more; make another for the next stream',
}

/**
 * A project, locked for the rest of the transaction: `update` when its plan changes, so that changes follow one another;
 * `share` when something of it is decided, which others may do at the same time. @throws Problem
 */
export async function projectFor({ tx, actor }: In, id: string, lock: 'update' | 'share'): Promise<StoredProject> {
  const query = tx
    .selectFrom('project')
    .select(['id', 'version', 'plan', 'state', 'closed_at'])
    .where('org_id', '=', actor.org)
    .where('id', '=', id)
  const row = await (lock === 'update' ? query.forUpdate() : query.forShare()).executeTakeFirst()
  if (!row) throw new Problem('not-found', { why: missing('project', id) })
  if (row.closed_at !== null)
    throw new Problem('refused', { why: because('project-closed', { id }), clause: 'T2', remedy: CLOSED })
  return row
}

export async function savePlan(
  { tx, actor }: In,
  id: string,
  plan: Project,
  version: number,
  now: string,
): Promise<void> {
  await tx
    .updateTable('project')
    .set({ plan: JSON.stringify(plan), version, name: plan.name ?? plan.theme, day: plan.date, updated_at: now })
    .where('org_id', '=', actor.org)
    .where('id', '=', id)
    .execute()
}
