import { screening } from '@haixuan/domain/select/supplier/supplier'
import { z } from 'zod'
import { command } from '../../../platform/commands/command.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { startTask } from '../../../platform/jobs/start-task.ts'
import { dayHere } from '../../../platform/settings/day-here.ts'
import { because } from '../../because.ts'
import { supplierForUpdate } from '../store.ts'
import { supplierCommand } from '../supplier-command.ts'
import { adopt } from './adopt.ts'
import { screenSuppliers } from './screen-suppliers.ts'
import { keep, proposeWithdrawal, withdraw } from './withdraw.ts'

const record = supplierCommand({
  verb: 'record-screening',
  clause: 'I2',
  roles: ['legal', 'sourcing'],
  versioned: false,
  summary: { zh: '登记在别处所作的名单筛查', en: 'Record a screening that was made elsewhere' },
  input: screening.omit({ 'decided-by': true, 'decided-on': true, withdrawn: true }),
  change: (s, { input, actor, now, house }) => ({
    ...s,
    screenings: [
      ...s.screenings,
      { ...input, ...(input.decision ? { 'decided-by': actor.name, 'decided-on': dayHere(house, now) } : {}) },
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
  change(s, { input, actor, now, house }) {
    const latest = s.screenings
      .filter((x) => x.list === input.list && !x.withdrawn)
      .reduce<(typeof s.screenings)[number] | undefined>((a, b) => (a && a.on > b.on ? a : b), undefined)
    if (!latest || latest.hits.length === 0)
      throw new Problem('not-found', { why: because('no-hit-awaiting', { list: input.list }) })
    const { decision, reason } = input
    const decided = { ...latest, decision, reason, 'decided-by': actor.name, 'decided-on': dayHere(house, now) }
    return { ...s, screenings: s.screenings.map((x) => (x === latest ? decided : x)) }
  },
})

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
  answer: z.object({ task: z.string().describe('follow it at /tasks/:task or on the stream') }),
  async run(asked) {
    const { body } = await supplierForUpdate(asked, asked.params.supplier)
    await checkAnyList(asked)
    return { events: [], answer: { task: await startTask(asked, screenSuppliers, { supplier: body.id }) } }
  },
})

async function checkAnyList({ tx, actor }: Pick<Parameters<typeof supplierForUpdate>[0], 'tx' | 'actor'>) {
  const list = await tx
    .selectFrom('screening_list')
    .select('id')
    .where('org_id', '=', actor.org)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst()
  if (!list)
    throw new Problem('refused', {
      clause: 'I2',
      why: because('no-screening-list'),
      remedy: { zh: '请先上传制裁名单（OFAC 或联合国）', en: 'Upload a list first (of OFAC or the UN)' },
    })
}

export const screeningCommands = [record, decideHits, screen, adopt, proposeWithdrawal, withdraw, keep]
