import { z } from 'zod'
import { cause } from '../cause.ts'
import { MEMBER_ROLES, mayAct } from '../commands/actor.ts'
import { command } from '../commands/command.ts'
import { Problem } from '../http/problem.ts'
import { missing } from '../http/records.ts'

const cancel = command({
  name: 'task.cancel',
  clause: 'F1',
  roles: MEMBER_ROLES.filter((role) => role !== 'auditor'),
  path: '/tasks/:task/cancel',
  summary: {
    zh: '取消后台任务：已完成的批次保留',
    en: 'Cancel a task: what its finished batches wrote stays',
  },
  params: z.object({ task: z.string() }),
  input: z.strictObject({}),
  answer: z.object({ id: z.string(), state: z.string() }),
  async run({ tx, actor, now, params }) {
    const found = await tx
      .selectFrom('task')
      .select(['user_id', 'state'])
      .where('org_id', '=', actor.org)
      .where('id', '=', params.task)
      .forUpdate()
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: missing('task', params.task) })
    if (found.user_id !== actor.user && !mayAct(actor, ['selection']))
      throw new Problem('not-allowed', { why: cause('task-of-other') })
    const open = found.state === 'waiting' || found.state === 'running'
    if (open)
      await tx
        .updateTable('task')
        .set({ state: 'cancelled', finished_at: now })
        .where('org_id', '=', actor.org)
        .where('id', '=', params.task)
        .execute()
    return { events: [], answer: { id: params.task, state: open ? 'cancelled' : found.state } }
  },
})

export const taskCommands = [cancel]
