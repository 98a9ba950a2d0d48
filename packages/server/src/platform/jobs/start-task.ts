import type { Asked } from '../commands/command.ts'
import type { TaskKind } from './task-kind.ts'

/**
 * Starts a task with the transaction of a command: when the command is committed, so is the task, and a worker is told.
 * Gives its id.
 */
export async function startTask<Input extends object>(
  { tx, actor, now }: Pick<Asked, 'tx' | 'actor' | 'now'>,
  kind: TaskKind<Input>,
  input: Input,
  project?: string,
): Promise<string> {
  const id = crypto.randomUUID()
  await tx
    .insertInto('task')
    .values({
      org_id: actor.org,
      id,
      kind: kind.name,
      project_id: project ?? null,
      state: 'waiting',
      input: JSON.stringify(input),
      started_by: actor.name,
      user_id: actor.user,
      supplier_id: actor.supplier ?? null,
      created_at: now,
    })
    .execute()
  return id
}
