import { type Reason, Refusal } from '@haixuan/domain/kernel/errors'
import { withdrawnScreenings } from '@haixuan/domain/select/supplier/screen-supplier'
import { sql, type Updateable } from 'kysely'
import { z } from 'zod'
import { type Asked, command } from '../../../platform/commands/command.ts'
import { bySecondPerson, NOT_ENDING } from '../../../platform/commands/second-person.ts'
import { checkSeen } from '../../../platform/commands/seen.ts'
import type { Tables } from '../../../platform/database/tables.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { missing } from '../../../platform/http/records.ts'
import { recorded } from '../../../platform/http/schemas.ts'
import { startTask } from '../../../platform/jobs/start-task.ts'
import { taskKind } from '../../../platform/jobs/task-kind.ts'
import { dayHere } from '../../../platform/settings/day-here.ts'
import { because } from '../../because.ts'
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
        change: (supplier, _, { house, now }) => ({
          after: withdrawnScreenings(supplier, list, { on: dayHere(house, now), by, reason }),
          tally: {},
        }),
      },
    )
    return { suppliers: seen }
  },
})

const params = z.object({ screeningList: z.string() })
const refuse = (why: Reason, zh: string, en: string) => new Refusal(why, 'I2', { zh, en })

/** A list that is in force, as it was seen, locked for the rest of the transaction. @throws Problem, Refusal */
async function listInForce(asked: Asked<{ screeningList: string }>) {
  const { tx, actor, params } = asked
  const list = await tx
    .selectFrom('screening_list')
    .selectAll()
    .where('org_id', '=', actor.org)
    .where('id', '=', params.screeningList)
    .forUpdate()
    .executeTakeFirst()
  if (!list) throw new Problem('not-found', { why: missing('list', params.screeningList) })
  await checkSeen(asked, list.id, list.version)
  if (list.withdrawn_at !== null)
    throw refuse(
      because('list-withdrawn-already'),
      '该名单已停用；如需恢复，请重新启用',
      'To use it again, adopt it again',
    )
  return list
}

/** A list whose withdrawal was asked for. @throws Problem, Refusal */
async function listAsked(asked: Asked<{ screeningList: string }>) {
  const list = await listInForce(asked)
  if (list.ending_why === null)
    throw refuse(because('list-withdrawal-not-asked'), '没有待确认的停用提请', 'Ask for it first')
  return { ...list, why: list.ending_why }
}

const change = ({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, id: string, set: Updateable<Tables['screening_list']>) =>
  tx.updateTable('screening_list').set(set).where('org_id', '=', actor.org).where('id', '=', id).execute()

export const proposeWithdrawal = command({
  name: 'screening-list.propose-withdrawal',
  clause: 'I2',
  roles: ['legal'],
  versioned: true,
  path: '/screening-lists/:screeningList/propose-withdrawal',
  summary: {
    zh: '提请停用一份名单，写明理由，待另一人确认',
    en: 'Ask for a list to be withdrawn, with the reason, for another person to confirm',
  },
  params,
  input: z.strictObject({ reason }),
  answer: recorded,
  async run(asked) {
    const { actor, input, now, command } = asked
    const { id, version, ending_by } = await listInForce(asked)
    if (ending_by !== null)
      throw refuse(
        because('list-withdrawal-asked', { by: ending_by }),
        '已有停用提请，请确认或不予停用',
        'It is asked for already: confirm it, or turn it down',
      )
    await change(asked, id, {
      ending_by: actor.name,
      ending_user: actor.user,
      ending_at: now,
      ending_why: input.reason,
    })
    const body = { command, version, reason: input.reason }
    return {
      events: [{ type: 'screening-list.withdrawal-proposed', subject: id, clause: 'I2', body }],
      answer: { id, version },
      version,
    }
  },
})

export const withdraw = command({
  name: 'screening-list.withdraw',
  clause: 'I2',
  roles: ['legal', 'owner'],
  versioned: true,
  path: '/screening-lists/:screeningList/withdraw',
  summary: {
    zh: '由提请人以外的人确认停用一份名单；受其影响的供应商重新判定',
    en: 'Withdraw a list, as someone other than who asked for it; the suppliers it touched are decided again',
  },
  params,
  input: z.strictObject({}),
  answer: z.object({
    id: z.string(),
    version: z.int(),
    task: z.string().describe('follow it at /tasks/:task or on the stream'),
  }),
  async run(asked) {
    const { tx, actor, now, command } = asked
    const list = await listAsked(asked)
    bySecondPerson(actor, list.ending_user, 'I2')
    const { id, why, day, files, parties, names } = list
    const version = list.version + 1
    await change(asked, id, {
      version,
      withdrawn_by: actor.name,
      withdrawn_at: now,
      withdrawn_why: why,
    })
    await tx
      .insertInto('screening_list_version')
      .values({
        org_id: actor.org,
        list_id: id,
        version,
        what: 'withdrawn',
        ...{ day, files: JSON.stringify(files), parties, names },
        why,
        by_name: actor.name,
        at: now,
      })
      .execute()
    const proposed = { by: list.ending_by, at: list.ending_at }
    const body = { command, version, reason: why, proposed }
    return {
      events: [{ type: 'screening-list.withdrawn', subject: id, clause: 'I2', body }],
      answer: {
        id,
        version,
        task: await startTask(asked, voidScreenings, { list: id, by: actor.name, reason: why }),
      },
      version,
    }
  },
})

export const keep = command({
  name: 'screening-list.keep',
  clause: 'I2',
  roles: ['legal', 'owner'],
  versioned: true,
  path: '/screening-lists/:screeningList/keep',
  summary: { zh: '不予停用名单，并说明理由', en: 'Turn down what was asked: the list stays, with the reason' },
  params,
  input: z.strictObject({ reason }),
  answer: recorded,
  async run(asked) {
    const { input, command } = asked
    const { id, version } = await listAsked(asked)
    await change(asked, id, NOT_ENDING)
    const body = { command, version, reason: input.reason }
    return {
      events: [{ type: 'screening-list.kept', subject: id, clause: 'I2', body }],
      answer: { id, version },
      version,
    }
  },
})
