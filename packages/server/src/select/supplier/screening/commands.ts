import { type Day, dayOf } from '@haixuan/domain/kernel/day'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { screening } from '@haixuan/domain/select/supplier/supplier'
import { z } from 'zod'
import { command } from '../../../platform/commands/command.ts'
import { fileOf } from '../../../platform/files/find-file.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { startTask } from '../../../platform/jobs/start-task.ts'
import { supplierForUpdate } from '../store.ts'
import { supplierCommand } from '../supplier-command.ts'
import { readList } from './lists.ts'
import { screenSuppliers } from './screen-suppliers.ts'

const record = supplierCommand({
  verb: 'record-screening',
  clause: 'I2',
  roles: ['legal', 'sourcing'],
  versioned: false,
  summary: { zh: '登记在别处所作的名单筛查', en: 'Record a screening that was made elsewhere' },
  input: screening.omit({ 'decided-by': true, 'decided-on': true }),
  change: (s, { input, actor, now }) => ({
    ...s,
    screenings: [
      ...s.screenings,
      { ...input, ...(input.decision ? { 'decided-by': actor.name, 'decided-on': dayOf(now) } : {}) },
    ],
  }),
})

const decideHits = supplierCommand({
  verb: 'decide-screening',
  clause: 'I2',
  roles: ['legal'],
  versioned: false,
  summary: {
    zh: '判定最近一次筛查的命中：是否同一主体，写明理由',
    en: 'Decide the hits of the latest screening: the same party or not, with the reason',
  },
  input: z.strictObject({
    list: z.string(),
    decision: z.enum(['not-the-same', 'the-same']),
    reason: z.string().trim().min(1).max(4000),
  }),
  change(s, { input, actor, now }) {
    const latest = s.screenings
      .filter((x) => x.list === input.list)
      .reduce<(typeof s.screenings)[number] | undefined>((a, b) => (a && a.on > b.on ? a : b), undefined)
    if (!latest || latest.hits.length === 0)
      throw new Problem('not-found', { detail: `no hit on list ${input.list} awaits a decision` })
    const { decision, reason } = input
    const decided = { ...latest, decision, reason, 'decided-by': actor.name, 'decided-on': dayOf(now) }
    return { ...s, screenings: s.screenings.map((x) => (x === latest ? decided : x)) }
  },
})

const task = z.string().describe('follow it at /tasks/:task or on the stream')

const screen = command({
  name: 'supplier.screen',
  clause: 'I2',
  roles: ['legal', 'sourcing'],
  path: '/suppliers/:supplier/screen',
  summary: {
    zh: '以本组织现行名单筛查一家供应商，在后台进行',
    en: 'Screen a supplier against the lists of the organisation, in the background',
  },
  params: z.object({ supplier: z.string() }),
  input: z.strictObject({}),
  answer: z.object({ task }),
  async run(asked) {
    const { body } = await supplierForUpdate(asked, asked.params.supplier)
    await checkAnyList(asked)
    return { events: [], answer: { task: await startTask(asked, screenSuppliers, { supplier: body.id }) } }
  },
})

async function checkAnyList({ tx, actor }: Pick<Parameters<typeof supplierForUpdate>[0], 'tx' | 'actor'>) {
  const list = await tx.selectFrom('screening_list').select('id').where('org_id', '=', actor.org).executeTakeFirst()
  if (!list)
    throw new Problem('refused', {
      clause: 'I2',
      detail: 'no list to screen against was uploaded yet',
      remedy: { zh: '请先上传制裁名单（OFAC 或联合国）', en: 'Upload a list first (of OFAC or the UN)' },
    })
}

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)

const adopt = command({
  name: 'screening-list.adopt',
  clause: 'I2',
  roles: ['legal'],
  path: '/screening-lists',
  summary: {
    zh: '启用上传的名单（OFAC 的 SDN.CSV 与 ALT.CSV，或联合国 XML），并重新筛查全部供应商',
    en: 'Adopt a list that was uploaded (SDN.CSV with ALT.CSV of OFAC, or the XML of the UN); all suppliers are screened again',
  },
  params: z.object({}),
  input: z.strictObject({
    files: z.array(sha256).min(1).max(4).describe('SHA-256 of the files of one list, as they were uploaded'),
    day: z.iso.date().optional().describe('the day of the list; that which the file names when absent'),
  }),
  answer: z.object({ id: z.string(), version: z.int(), day: z.string(), parties: z.int(), names: z.int(), task }),
  async run(asked) {
    const { tx, actor, input, now, house } = asked
    const files: { sha256: string; name: string }[] = []
    for (const hash of new Set(input.files)) {
      const { sha256, name } = await fileOf(asked, hash)
      files.push({ sha256, name })
    }
    const read = await readList(house, actor.org, files)
    const day = input.day ?? read.day
    if (day === undefined)
      throw new BadInput('the file does not name its day; say of which day the list is', { field: 'day' })
    if (day > dayOf(now)) throw new BadInput('a list is not of a day to come', { field: 'day' })
    const before = await tx
      .selectFrom('screening_list')
      .select('version')
      .where('org_id', '=', actor.org)
      .where('id', '=', read.id)
      .forUpdate()
      .executeTakeFirst()
    const version = (before?.version ?? 0) + 1
    const { parties, names } = read
    const row = {
      version,
      day: day as Day,
      files: JSON.stringify(files),
      parties,
      names,
      adopted_by: actor.name,
      adopted_at: now,
    }
    await tx
      .insertInto('screening_list')
      .values({ org_id: actor.org, id: read.id, ...row })
      .onConflict((c) => c.columns(['org_id', 'id']).doUpdateSet(row))
      .execute()
    const started = await startTask(asked, screenSuppliers, {})
    return {
      events: [
        {
          type: 'screening-list.adopted',
          subject: read.id,
          clause: 'I2',
          body: { command: asked.command, version, day, files, parties, names },
        },
      ],
      answer: { id: read.id, version, day, parties, names, task: started },
      version,
      created: true,
    }
  },
})

export const screeningCommands = [record, decideHits, screen, adopt]
