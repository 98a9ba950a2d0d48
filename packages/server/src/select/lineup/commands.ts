import { Refusal } from '@haixuan/domain/kernel/errors'
import { z } from 'zod'
import { changePlan } from '../../plan/project/change-plan.ts'
import { command } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import { Problem } from '../../platform/http/problem.ts'
import { startTask } from '../../platform/jobs/start-task.ts'
import { because } from '../because.ts'
import { projectBeforeAir } from './before-air.ts'
import { edited, told } from './edited.ts'
import { changed, locksOf, params, slot, withLocks } from './locks.ts'
import { proposeLineup } from './propose.ts'
import { putSlots } from './put.ts'
import { lineupForUpdate, type StoredSlot, saveSlots, standingOf } from './store.ts'

const propose = command({
  name: 'lineup.propose',
  clause: 'I9',
  roles: ['selection'],
  path: '/projects/:project/lineup/propose',
  summary: { zh: '排品：后台求解并给出理由', en: 'Propose the lineup: solved in the background, with its reasons' },
  params,
  input: z.strictObject({}),
  answer: z.object({ task: z.string() }),
  async run(asked) {
    const { id } = await projectBeforeAir(asked, asked.params.project)
    return { events: [], answer: { task: await startTask(asked, proposeLineup, { project: id }, id) } }
  },
})

const substitute = command({
  name: 'lineup.substitute',
  clause: 'I9',
  roles: ['selection', 'live-control'],
  path: '/projects/:project/lineup/substitute',
  versioned: true,
  summary: { zh: '位次改用其替补产品', en: 'Give a slot to its substitute, and keep it there' },
  params,
  input: z.strictObject({ slot }),
  answer: changed,
  async run(asked) {
    const { input, actor } = asked
    const project = await projectBeforeAir(asked, asked.params.project)
    const lineup = await lineupForUpdate(asked, project.id)
    await checkSeen(asked, project.id, lineup.version)
    const at = lineup.body.slots.find((s) => s.slot === input.slot)
    if (!at?.substitute) throw new Problem('not-found', { why: because('no-substitute', { slot: input.slot }) })
    const standing = (await standingOf(asked, project.id, [at.substitute])).get(at.substitute)
    if (standing?.state !== 'passed')
      throw new Refusal(because('substitute-not-passed', { substitute: at.substitute }), 'I9', {
        zh: '请重新排品，或选用其他替补',
        en: 'Propose the lineup again',
      })
    const to: StoredSlot = {
      ...at,
      product: at.substitute,
      supplier: standing.supplier,
      points: null,
      locked: true,
      released: true,
      why: { zh: `${actor.name} 以替补换下 ${at.product}`, en: `${actor.name} put it in the place of ${at.product}` },
      substitute: null,
      substituteWhy: { zh: '替补已上位', en: 'The substitute has taken the slot' },
    }
    const slots = lineup.body.slots.map((s) => (s === at ? to : s))
    const others = locksOf(project.plan).filter((l) => l.slot !== to.slot && l.product !== to.product)
    const plan = withLocks(project.plan, [...others, { slot: to.slot, product: at.substitute }])
    const { events } = await changePlan(asked, project, plan, { clause: 'I9' })
    const version = await saveSlots(asked, project.id, lineup, slots)
    return {
      events: [...events, edited(project.id, slots, { slot: at.slot, from: at.product, to: at.substitute })],
      answer: { id: project.id, version },
      version,
    }
  },
})

const release = command({
  name: 'lineup.release',
  clause: 'I9',
  roles: ['selection', 'quality', 'legal'],
  path: '/projects/:project/lineup/release',
  versioned: true,
  summary: { zh: '由排品人以外的人放行排品', en: 'Release the lineup, as someone who had no hand in it' },
  params,
  input: z.strictObject({ remark: z.string().max(500).optional() }),
  answer: changed,
  async run(asked) {
    const { tx, actor, now, input } = asked
    const project = await projectBeforeAir(asked, asked.params.project)
    const lineup = await lineupForUpdate(asked, project.id)
    await checkSeen(asked, project.id, lineup.version)
    if (lineup.authors.includes(actor.name))
      throw new Refusal(because('lineup-second-person'), 'I9', {
        zh: '请由另一人放行',
        en: 'Have another person release it',
      })
    if (lineup.releasedAt !== null)
      throw new Refusal(because('lineup-released'), 'I9', {
        zh: '无需再次放行',
        en: 'It needs no further release',
      })
    const { slots } = lineup.body
    const standing = await standingOf(
      asked,
      project.id,
      slots.flatMap((s) => s.product ?? []),
    )
    const held = slots.filter((s) => s.product === null || standing.get(s.product)?.state !== 'passed')
    if (held.length > 0)
      throw new Refusal(because('slots-not-released', { held: held.map((s) => s.slot) }), 'I9', {
        zh: '请补齐所缺、换上替补，或减少位次后重新排品',
        en: 'Complete what their gates lack, put substitutes in, or plan fewer slots and propose again',
      })
    const version = lineup.version + 1
    await tx
      .updateTable('lineup')
      .set({
        body: JSON.stringify({ ...lineup.body, slots: slots.map((s) => ({ ...s, released: true })) }),
        released: slots.length,
        version,
        released_by: actor.name,
        released_at: now,
        changed: [],
      })
      .where('org_id', '=', actor.org)
      .where('project_id', '=', project.id)
      .execute()
    const body = { slots: told(slots), authors: lineup.authors, ...(input.remark ? { remark: input.remark } : {}) }
    return {
      events: [{ type: 'lineup.released', subject: project.id, clause: 'I9', project: project.id, body }],
      answer: { id: project.id, version },
      version,
    }
  },
})

export const lineupCommands = [putSlots, propose, substitute, release]
