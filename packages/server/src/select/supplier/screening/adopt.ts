import { BadInput } from '@haixuan/domain/kernel/errors'
import { listDifference } from '@haixuan/domain/select/supplier/lists/list-difference'
import { z } from 'zod'
import { command } from '../../../platform/commands/command.ts'
import { NOT_ENDING } from '../../../platform/commands/second-person.ts'
import { checkSeen } from '../../../platform/commands/seen.ts'
import { inScope } from '../../../platform/database/scope.ts'
import { fileOf } from '../../../platform/files/find-file.ts'
import { startTask } from '../../../platform/jobs/start-task.ts'
import { type StepAsked, taskKind } from '../../../platform/jobs/task-kind.ts'
import { dayHere } from '../../../platform/settings/day-here.ts'
import { because } from '../../because.ts'
import { dayOfList, type ReadList, uploadedList } from './lists.ts'
import { keepChanges, keptParties } from './parties.ts'
import { screenSuppliers } from './screen-suppliers.ts'

/** How many parties a version adds, changes and removes; null of the first. */
export const counts = z.object({ added: z.int(), changed: z.int(), removed: z.int() }).nullable()

const adoption = z.strictObject({
  files: z
    .array(z.string().regex(/^[0-9a-f]{64}$/))
    .min(1)
    .max(4)
    .describe('SHA-256 of the files of one list, as they were uploaded'),
  day: z.iso.date().optional().describe('the day of the list; that which the file names when absent'),
  over: z
    .int()
    .min(0)
    .optional()
    .describe('the version the difference was seen against, 0 when there was none: refused when it is another by now'),
})

/** I2 · Reads the files of a list and puts its parties in the place of those before; then all suppliers are screened again. */
export const adoptListed = taskKind({
  name: 'screening-list.adopt',
  input: adoption,
  async run({ input, house, actor, place, progress, step }) {
    let adopted = place as Adopted | null
    if (adopted) return adopted
    const read = await inScope(house.db, actor, (tx) => uploadedList({ tx, actor, house }, input.files), {
      readOnly: true,
    })
    await progress(0, read.parties.size)
    await step(async (asked) => {
      const { events, ...done } = await adoptList(asked, read, input)
      adopted = { ...done, task: await startTask(asked, screenSuppliers, {}) }
      return { events, place: adopted, done: done.parties }
    })
    return adopted!
  },
})

export const adopt = command({
  name: 'screening-list.adopt',
  clause: 'I2',
  roles: ['legal'],
  path: '/screening-lists',
  summary: {
    zh: '启用上传的名单（OFAC 的 SDN.CSV 与 ALT.CSV、联合国 XML，或本组织的 CSV），并重新筛查全部供应商，在后台进行',
    en: 'Adopt a list that was uploaded (SDN.CSV with ALT.CSV of OFAC, the XML of the UN, or a CSV of your own), in the background; all suppliers are screened again',
  },
  params: z.object({}),
  input: adoption,
  answer: z.object({
    task: z.string().describe('follow it at /tasks/:task or on the stream; its result names the task that screens'),
  }),
  async run(asked) {
    for (const sha256 of asked.input.files) await fileOf(asked, sha256)
    return { events: [], answer: { task: await startTask(asked, adoptListed, asked.input) } }
  },
})

type Adopted = Omit<Awaited<ReturnType<typeof adoptList>>, 'events'> & { readonly task: string }

/** Puts a list that was read in the place of the version before. @throws BadInput, Problem */
export async function adoptList(
  asked: StepAsked,
  read: ReadList,
  input: Pick<z.output<typeof adoption>, 'day' | 'over'>,
) {
  const { tx, actor, now, house, command } = asked
  const { id, names } = read
  const today = dayHere(house, now)
  const day = input.day ?? dayOfList(read, today)
  if (day === undefined) throw new BadInput(because('list-day-missing'), { field: 'day' })
  if (day > today) throw new BadInput(because('list-day-in-future'), { field: 'day' })
  const before = await tx
    .selectFrom('screening_list')
    .select(['id', 'version', 'files'])
    .where('org_id', '=', actor.org)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  await checkSeen({ tx, actor, version: input.over }, id, before?.version ?? 0)
  const version = (before?.version ?? 0) + 1
  const known = await keptParties(asked, before)
  const changes = listDifference(known, read.parties)
  await keepChanges(asked, id, version, changes)
  const count = (what: string) => changes.filter((c) => c.what === what).length
  const difference = before ? { added: count('added'), changed: count('changed'), removed: count('removed') } : null
  const files = JSON.stringify(read.files)
  const parties = read.parties.size
  const kinds = { version, day, files, parties, names }
  const row = {
    ...kinds,
    adopted_by: actor.name,
    adopted_at: now,
    withdrawn_by: null,
    withdrawn_at: null,
    withdrawn_why: null,
    ...NOT_ENDING,
  }
  await tx
    .insertInto('screening_list')
    .values({ org_id: actor.org, id, ...row })
    .onConflict((c) => c.columns(['org_id', 'id']).doUpdateSet(row))
    .execute()
  await tx
    .insertInto('screening_list_version')
    .values({
      org_id: actor.org,
      list_id: id,
      what: 'adopted',
      ...kinds,
      ...difference,
      by_name: actor.name,
      at: now,
    })
    .execute()
  const told = { version, day, parties, names, ...(difference ? { difference } : {}) }
  const body = { command, ...told, files: read.files }
  return {
    events: [{ type: 'screening-list.adopted', subject: id, clause: 'I2', body }],
    id,
    version,
    day,
    parties,
    names,
    difference,
  }
}
