import { sql } from 'kysely'
import type { Asked } from '../../platform/commands/command.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { startTask } from '../../platform/jobs/start-task.ts'
import type { Standing } from './decide-products.ts'
import { decideProject } from './decide-project.ts'
import { decideSupplier } from './decide-suppliers.ts'

/** A project of more products is decided in the background: a command is answered in a second or so. */
const MOST_AT_ONCE = 300

/**
 * Decides every supplier of a project again and every product after it, on a project that is locked: at once, or as a
 * task when there are many.
 */
export async function decideAll(
  about: Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>,
  project: Standing,
): Promise<NewEvent[]> {
  const { tx, actor } = about
  if (await hasMore(about, { project: project.id })) return decideLater(about, { project: project.id })
  const suppliers = await tx
    .selectFrom('supplier_gate')
    .select('supplier_id')
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project.id)
    .orderBy('supplier_id')
    .execute()
  const events: NewEvent[] = []
  for (const { supplier_id } of suppliers) events.push(...(await decideSupplier(about, project, supplier_id)))
  return events
}

/** Decides one supplier's gate in a project and its products, at once or, when they are many, as a task. */
export async function decideSupplierAndProducts(
  about: Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>,
  project: Standing,
  supplier: string,
): Promise<NewEvent[]> {
  const part = { project: project.id, supplier }
  return (await hasMore(about, part)) ? decideLater(about, part) : decideSupplier(about, project, supplier)
}

type Part = {
  readonly project: string
  readonly supplier?: string
  /** only what these rules bind, as the standard stands and as it stood */
  readonly rules?: string[]
}

export async function hasMore(
  { tx, actor }: Pick<Asked, 'tx' | 'actor'>,
  { project, supplier }: Part,
): Promise<boolean> {
  const beyond = await tx
    .selectFrom('product')
    .select('id')
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .$if(supplier !== undefined, (q) => q.where('supplier_id', '=', supplier as string))
    .orderBy('id')
    .offset(MOST_AT_ONCE)
    .limit(1)
    .executeTakeFirst()
  return beyond !== undefined
}

/** A task that waits still will read what this transaction writes: its first step waits for the locks this one holds. */
export async function decideLater(about: Pick<Asked, 'tx' | 'actor' | 'now'>, part: Part): Promise<NewEvent[]> {
  const { tx, actor } = about
  const waiting = await tx
    .selectFrom('task')
    .select('id')
    .where('org_id', '=', actor.org)
    .where('project_id', '=', part.project)
    .where('kind', '=', decideProject.name)
    .where('state', '=', 'waiting')
    .where(sql<boolean>`input = ${JSON.stringify(part)}::jsonb`)
    .forUpdate()
    .executeTakeFirst()
  if (!waiting) await startTask(about, decideProject, part, part.project)
  return []
}
