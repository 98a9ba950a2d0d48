import { Refusal } from '@haixuan/domain/kernel/errors'
import { advance, closeShow, onAir, openShow, upNext } from '@haixuan/domain/supervise/live/show'
import { z } from 'zod'
import { projectFor } from '../../plan/project/store.ts'
import { type Asked, command, type Done } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { because } from '../because.ts'
import { attend } from './attend.ts'
import { deskOf, onDesk, liveParams as params } from './desk-state.ts'
import { say } from './say.ts'
import { airable, liveShow, productsOf, recordEntry, saveShow, showForUpdate } from './store.ts'
import { takeOff } from './take-off.ts'

const start = command({
  name: 'live.start',
  clause: 'S3',
  roles: ['live-control'],
  path: '/projects/:project/live/start',
  summary: { zh: '按已放行的排品开播', en: 'Go on air by the released lineup' },
  params,
  input: z.strictObject({}),
  answer: onDesk,
  async run(asked) {
    const { tx, actor, now, params: at } = asked
    await projectFor(asked, at.project, 'share')
    const lineup = await tx
      .selectFrom('lineup')
      .select(['body', 'version', 'released_at'])
      .where('org_id', '=', actor.org)
      .where('project_id', '=', at.project)
      .forShare()
      .executeTakeFirst()
    if (!lineup?.released_at)
      throw new Refusal(because('lineup-not-released'), 'I9', {
        zh: '请先由另一人放行排品',
        en: 'Have a second person release the lineup first',
      })
    if (await showForUpdate(asked, at.project))
      throw new Problem('already-exists', { why: because('been-on-air', { project: at.project }) })
    const slots = openShow(lineup.body.slots)
    await tx
      .insertInto('live_show')
      .values({
        org_id: actor.org,
        project_id: at.project,
        version: 1,
        slots: JSON.stringify(slots),
        started_by: actor.name,
        started_at: now,
        ended_at: null,
      })
      .execute()
    const mayAir = await airable(asked, at.project, productsOf(slots))
    const body = { lineup: lineup.version, slots: slots.map(({ slot, product }) => ({ slot, product })) }
    const { event } = await recordEntry(asked, at.project, 1, { kind: 'started', product: null, body })
    return { events: [event], answer: deskOf(1, slots, mayAir), version: 1, created: true }
  },
})

const next = command({
  name: 'live.next',
  clause: 'S3',
  roles: ['live-control', 'host'],
  path: '/projects/:project/live/next',
  versioned: true,
  summary: {
    zh: '切到下一个可上播的产品；不可上播的被跳过',
    en: 'Go on to the next product that may be on air; those that may not are skipped',
  },
  params,
  input: z.strictObject({}),
  answer: onDesk,
  async run(asked) {
    const { now, params: at } = asked
    const show = await liveShow(asked, at.project)
    const mayAir = await airable(asked, at.project, productsOf(show.slots))
    if (!onAir(show.slots) && !upNext(show.slots, mayAir))
      throw new Refusal(because('no-product-left'), 'S3', {
        zh: '没有可上播的产品，请结束直播或选择已放行的替补',
        en: 'End the stream, or release another product',
      })
    const slots = advance(show.slots, mayAir, now)
    const version = show.version + 1
    await saveShow(asked, at.project, { ...show, slots, version })
    const current = onAir(slots)
    const skipped = slots.filter((s, i) => s.state === 'skipped' && show.slots[i]?.state !== 'skipped')
    const { event } = await recordEntry(asked, at.project, version, {
      kind: 'moved',
      product: current?.product ?? null,
      body: { slot: current?.slot ?? null, skipped: skipped.map((s) => s.product) },
    })
    return { events: [event], answer: deskOf(version, slots, mayAir), version }
  },
})

const pull = command({
  name: 'live.pull',
  clause: 'S3',
  roles: ['live-control', 'host', 'quality', 'legal', 'selection'],
  path: '/projects/:project/live/pull',
  summary: {
    zh: '当场撤下产品：冻结、换上已放行的替补并记录',
    en: 'Pull a product on the spot: hold it, put its released substitute in its place, record it',
  },
  params,
  input: z.strictObject({
    product: z.string().min(1),
    reason: z.string().trim().min(1).max(500),
    instead: z.string().min(1).optional().describe('a product that passed every gate; else the released substitute'),
  }),
  answer: onDesk.extend({ pulled: z.string(), replacedBy: z.string().nullable() }),
  async run(asked) {
    const { input, params: at } = asked
    const project = await projectFor(asked, at.project, 'update')
    const { desk, replacedBy, events } = await takeOff(asked, project, input)
    return { events, answer: { ...desk, pulled: input.product, replacedBy }, version: desk.version }
  },
})

const INCIDENTS = ['technical', 'claim', 'price', 'stock', 'delivery', 'safety', 'conduct', 'other'] as const
const incident = command({
  name: 'live.incident',
  clause: 'S3',
  roles: ['live-control', 'host', 'quality', 'legal', 'service', 'selection'],
  path: '/projects/:project/live/incident',
  summary: { zh: '记录直播事件', en: 'Record an incident on air' },
  params,
  input: z.strictObject({
    kind: z.enum(INCIDENTS),
    severity: z.enum(['minor', 'major', 'critical']),
    what: z.string().trim().min(1).max(2000),
    done: z.string().max(2000).optional().describe('what was done at once'),
    product: z.string().optional(),
  }),
  answer: z.object({ id: z.string(), version: z.int() }),
  async run(asked): Promise<Done<{ id: string; version: number }>> {
    const { input, params: at } = asked
    const show = await liveShow(asked, at.project)
    const { product, ...body } = input
    const entry = { kind: 'incident', product: product ?? onAir(show.slots)?.product ?? null, body }
    const { id, event } = await recordEntry(asked, at.project, show.version, entry)
    return { events: [event], answer: { id, version: show.version }, created: true }
  },
})

const end = command({
  name: 'live.end',
  clause: 'S3',
  roles: ['live-control'],
  path: '/projects/:project/live/end',
  versioned: true,
  summary: { zh: '结束直播', en: 'End the stream' },
  params,
  input: z.strictObject({ remark: z.string().max(2000).optional() }),
  answer: z.object({ version: z.int(), shown: z.int(), pulled: z.int(), skipped: z.int() }),
  async run(asked: Asked<z.output<typeof params>, { remark?: string | undefined }>) {
    const { now, input, params: at } = asked
    const show = await liveShow(asked, at.project)
    const slots = closeShow(show.slots, now)
    const version = show.version + 1
    await saveShow(asked, at.project, { slots, version, endedAt: now })
    const counts = {
      shown: slots.filter((s) => s.state === 'done').length,
      pulled: slots.reduce((n, s) => n + s.pulled.length, 0),
      skipped: slots.filter((s) => s.state === 'skipped').length,
    }
    const body = { ...counts, ...(input.remark ? { remark: input.remark } : {}) }
    const { event } = await recordEntry(asked, at.project, version, { kind: 'ended', product: null, body })
    return { events: [event], answer: { version, ...counts }, version }
  },
})

export const liveCommands = [start, next, say, pull, incident, end, attend]
