import { dayOf } from '@haixuan/domain/kernel/day'
import { withdrawnScreenings } from '@haixuan/domain/select/supplier/screen-supplier'
import { sql } from 'kysely'
import { z } from 'zod'
import { command } from '../../../platform/commands/command.ts'
import { checkSeen } from '../../../platform/commands/seen.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { startTask } from '../../../platform/jobs/start-task.ts'
import { taskKind } from '../../../platform/jobs/task-kind.ts'
import { eachSupplier } from './each-supplier.ts'

const reason = z.string().trim().min(1).max(2000)

/** I2 · Screenings against a list that was withdrawn decide no more: each supplier it touched is decided again. */
export const voidScreenings = taskKind({
  name: 'supplier.void-screenings',
  input: z.strictObject({ list: z.string(), by: z.string(), reason }),
  async run({ input: { list, by, reason }, place, step }) {
    const touched = sql<boolean>`exists (
      select 1 from jsonb_array_elements(body -> 'screenings') s where s ->> 'list' = ${list} and not s ? 'withdrawn')`
    const { seen } = await eachSupplier(
      { place, step },
      {
        wanted: touched,
        begin: {},
        ready: async () => undefined,
        change: (supplier, _, { now }) => ({
          after: withdrawnScreenings(supplier, list, { on: dayOf(now), by, reason }),
          tally: {},
        }),
      },
    )
    return { suppliers: seen }
  },
})

export const withdraw = command({
  name: 'screening-list.withdraw',
  clause: 'I2',
  roles: ['legal'],
  versioned: true,
  path: '/screening-lists/:screeningList/withdraw',
  summary: {
    zh: '停用一份名单，写明理由；受其影响的供应商重新判定',
    en: 'Withdraw a list, with the reason; the suppliers it touched are decided again',
  },
  params: z.object({ screeningList: z.string() }),
  input: z.strictObject({ reason }),
  answer: z.object({
    id: z.string(),
    version: z.int(),
    task: z.string().describe('follow it at /tasks/:task or on the stream'),
  }),
  async run(asked) {
    const { tx, actor, params, input, now, command } = asked
    const id = params.screeningList
    const list = await tx
      .selectFrom('screening_list')
      .selectAll()
      .where('org_id', '=', actor.org)
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst()
    if (!list) throw new Problem('not-found', { detail: `list ${id}` })
    await checkSeen(asked, id, list.version)
    if (list.withdrawn_at !== null)
      throw new Problem('refused', {
        clause: 'I2',
        detail: `list ${id} is withdrawn already`,
        remedy: { zh: '该名单已停用；如需恢复，请重新启用', en: 'To use it again, adopt it again' },
      })
    const version = list.version + 1
    await tx
      .updateTable('screening_list')
      .set({ version, withdrawn_by: actor.name, withdrawn_at: now, withdrawn_why: input.reason })
      .where('org_id', '=', actor.org)
      .where('id', '=', id)
      .execute()
    const { day, files, parties, names } = list
    await tx
      .insertInto('screening_list_version')
      .values({
        org_id: actor.org,
        list_id: id,
        version,
        what: 'withdrawn',
        ...{ day, files: JSON.stringify(files), parties, names },
        why: input.reason,
        by_name: actor.name,
        at: now,
      })
      .execute()
    const told = { list: id, by: actor.name, reason: input.reason }
    return {
      events: [
        {
          type: 'screening-list.withdrawn',
          subject: id,
          clause: 'I2',
          body: { command, version, reason: input.reason },
        },
      ],
      answer: { id, version, task: await startTask(asked, voidScreenings, told) },
      version,
    }
  },
})
