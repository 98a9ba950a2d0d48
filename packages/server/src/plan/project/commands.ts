import { asked } from '@haixuan/domain/kernel/asked'
import { isDay } from '@haixuan/domain/kernel/day'
import { Refusal } from '@haixuan/domain/kernel/errors'
import { channel, type Project, project as planSchema, waiver } from '@haixuan/domain/plan/project'
import { z } from 'zod'
import { decidePlanGate } from '../../flow/decide/decide-plan.ts'
import { type Asked, command } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { recordedDecided } from '../../platform/http/schemas.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { because } from '../because.ts'
import { APPROVERS, GRANTERS } from './approvers.ts'
import { checkPlan } from './check-plan.ts'
import { parsePlan, projectCommand } from './project-command.ts'

const day = z.string().refine(isDay, asked.day)

/** What people write in a plan; its life (versions, waivers, holds, results …) is recorded by commands of their own. */
const LIFE = {
  id: true,
  versions: true,
  waivers: true,
  holds: true,
  scripts: true,
  'management-rules': true,
  results: true,
  confirmed: true,
  files: true,
} as const
const written = planSchema.omit(LIFE)
const LIFE_PARTS = Object.keys(LIFE) as (keyof Project)[]

const create = command({
  name: 'project.create',
  clause: 'P1',
  roles: ['selection'],
  path: '/projects',
  summary: { zh: '新建选品项目与方案', en: 'Create a project with its plan' },
  params: z.object({}),
  input: written.extend({
    id: z
      .string()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,79}$/u)
      .optional(),
  }),
  answer: recordedDecided,
  async run(asked) {
    const { tx, actor, now, input, house } = asked
    const id = input.id ?? `${input.date}-${crypto.randomUUID().slice(0, 8)}`
    const plan = parsePlan({ ...input, id, versions: [{ version: 1, author: actor.name, at: now, changes: [] }] })
    checkPlan(plan, house.standard)
    const inserted = await tx
      .insertInto('project')
      .values({
        org_id: actor.org,
        id,
        version: 1,
        plan: JSON.stringify(plan),
        name: plan.name ?? plan.theme,
        day: plan.date,
        created_at: now,
        updated_at: now,
      })
      .onConflict((c) => c.columns(['org_id', 'id']).doNothing())
      .executeTakeFirst()
    if (Number(inserted.numInsertedOrUpdatedRows) === 0)
      throw new Problem('already-exists', { why: because('project-exists', { id }) })
    const { project, event } = await decidePlanGate(asked, id, plan)
    return {
      events: [
        {
          type: 'plan.recorded',
          subject: id,
          clause: 'P5',
          project: id,
          body: { plan, command: asked.command, version: 1 },
        },
        event,
      ],
      answer: { id, version: 1, state: project.state },
      version: 1,
      created: true,
    }
  },
})

const revise = projectCommand({
  verb: 'revise',
  clause: 'P5',
  roles: ['selection'],
  summary: { zh: '修订方案：产生须重新批准的新版本', en: 'Revise the plan: a new version, to be approved again' },
  input: written.extend({ changes: z.array(z.string().min(1)).default([]) }),
  async allow(asked, project, plan) {
    await refuseOnAir(asked, project)
    checkPlan(plan, asked.house.standard)
  },
  change(plan, { input, actor, now }) {
    const { changes, ...next } = input
    const life = Object.fromEntries(
      LIFE_PARTS.flatMap((part) => (plan[part] === undefined ? [] : [[part, plan[part]]])),
    )
    const version = (plan.versions.at(-1)?.version ?? 0) + 1
    return {
      ...next,
      ...life,
      versions: [...plan.versions, { version, author: actor.name, at: now, changes }],
    } as Project
  },
})

/** P5 · A plan stands still while its stream is on air. @throws Refusal */
async function refuseOnAir({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, project: string): Promise<void> {
  const show = await tx
    .selectFrom('live_show')
    .select('started_at')
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  if (show)
    throw new Refusal(because('plan-frozen'), 'P5', {
      zh: '直播进行中方案已冻结，请在结束后修订；需要时可当场撤下产品',
      en: 'Revise it after the stream; until then products can be pulled on the spot',
    })
}

const approve = projectCommand({
  verb: 'approve',
  clause: 'P5',
  roles: APPROVERS,
  summary: { zh: '由编制人以外的人批准方案', en: 'Approve the plan, as someone other than its author' },
  input: z.strictObject({ remark: z.string().optional() }),
  change(plan, { input, actor, now }) {
    const last = plan.versions.at(-1)
    if (last?.approved)
      throw new Refusal(because('plan-approved-already', { version: last.version, by: last.approved.by }), 'P5', {
        zh: '无需再次批准',
        en: 'It needs no further approval',
      })
    if (!last || last.author === actor.name)
      throw new Refusal(because('plan-second-person'), 'P5', {
        zh: '请由另一人批准',
        en: 'Have another person approve it',
      })
    const approved = { by: actor.name, at: now, ...(input.remark ? { remark: input.remark } : {}) }
    return { ...plan, versions: [...plan.versions.slice(0, -1), { ...last, approved }] }
  },
})

const addChannel = projectCommand({
  verb: 'add-channel',
  clause: 'P2',
  roles: ['selection', 'sourcing'],
  versioned: false,
  summary: { zh: '登记选品途径', en: 'Record a sourcing channel' },
  input: channel,
  change: (plan, { input }) => ({ ...plan, channels: [...plan.channels.filter((c) => c.id !== input.id), input] }),
})

const confirmDuty = projectCommand({
  verb: 'confirm-duty',
  clause: 'P1',
  roles: ['selection', 'legal', 'live-control'],
  versioned: false,
  summary: { zh: '确认一项法定直播义务', en: 'Confirm a duty of the stream' },
  input: z.strictObject({ duty: z.string().regex(/^[a-z0-9-]+$/) }),
  change: (plan, { input, actor, now, house }) => ({
    ...plan,
    confirmed: { ...plan.confirmed, [input.duty]: { by: actor.name, on: dayHere(house, now) } },
  }),
})

const sameWaiver =
  (a: { check: string; rule?: string | undefined; subject: string; market?: string | undefined }) => (b: typeof a) =>
    a.check === b.check && a.rule === b.rule && a.subject === b.subject && a.market === b.market

const askWaiver = projectCommand({
  verb: 'ask-waiver',
  clause: 'P5',
  roles: ['selection', 'sourcing', 'quality', 'legal'],
  versioned: false,
  summary: { zh: '申请豁免一项非法定问题', en: 'Ask to waive a finding that no law stands behind' },
  input: waiver.omit({ 'asked-by': true, 'granted-by': true }),
  change: (plan, { input, actor }) => ({
    ...plan,
    waivers: [...plan.waivers.filter((w) => !sameWaiver(input)(w)), { ...input, 'asked-by': actor.name }],
  }),
})

const grantWaiver = projectCommand({
  verb: 'grant-waiver',
  clause: 'P5',
  roles: GRANTERS,
  versioned: false,
  summary: { zh: '由申请人以外的人批准豁免', en: 'Grant a waiver, as someone other than who asked' },
  input: waiver.pick({ check: true, rule: true, subject: true, market: true }),
  change(plan, { input, actor }) {
    const asked = plan.waivers.find(sameWaiver(input))
    if (!asked) throw new Problem('not-found', { why: because('no-waiver-asked') })
    if (asked['asked-by'] === actor.name)
      throw new Refusal(because('waiver-second-person'), 'P5', {
        zh: '请由另一人批准',
        en: 'Have another person grant it',
      })
    return { ...plan, waivers: plan.waivers.map((w) => (w === asked ? { ...w, 'granted-by': actor.name } : w)) }
  },
})

const hold = projectCommand({
  verb: 'hold',
  clause: 'S2',
  roles: ['selection', 'quality', 'legal', 'live-control'],
  versioned: false,
  summary: { zh: '冻结一个产品', en: 'Hold a product off every lineup' },
  input: z.strictObject({ product: z.string().min(1), reason: z.string().min(1), until: day.optional() }),
  products: ({ product }) => [product],
  change: (plan, { input, actor, now, house }) => ({
    ...plan,
    holds: [...plan.holds, { ...input, by: actor.name, from: dayHere(house, now) }],
  }),
})

const liftHold = projectCommand({
  verb: 'lift-hold',
  clause: 'S2',
  roles: ['quality', 'legal'],
  versioned: false,
  summary: { zh: '由冻结人以外的人解除冻结', en: 'Lift a hold, as someone other than who set it' },
  input: z.strictObject({ product: z.string().min(1) }),
  products: ({ product }) => [product],
  change(plan, { input, actor, now, house }) {
    // one that is over is lifted by nobody: it stays on record
    const today = dayHere(house, now)
    const held = plan.holds.filter((h) => h.product === input.product && (h.until === undefined || h.until > today))
    if (held.length === 0) throw new Problem('not-found', { why: because('no-hold', { product: input.product }) })
    if (held.some((h) => h.by === actor.name))
      throw new Refusal(because('hold-second-person'), 'S2', {
        zh: '请由另一人解除',
        en: 'Have another person lift it',
      })
    return { ...plan, holds: plan.holds.filter((h) => !held.includes(h)) }
  },
})

const script = projectCommand({
  verb: 'write-script',
  clause: 'S3',
  roles: ['selection', 'host', 'live-control'],
  versioned: false,
  summary: { zh: '写下主播要说的话', en: 'Write what the host will say of a product' },
  input: z.strictObject({ product: z.string().min(1), language: z.string().length(2), text: z.string() }),
  products: ({ product }) => [product],
  change: (plan, { input }) => ({
    ...plan,
    scripts: [
      ...plan.scripts.filter((s) => s.product !== input.product || s.language !== input.language),
      ...(input.text.trim() === '' ? [] : [input]),
    ],
  }),
})

export const projectCommands = [
  create,
  revise,
  approve,
  addChannel,
  confirmDuty,
  askWaiver,
  grantWaiver,
  hold,
  liftHold,
  script,
]
