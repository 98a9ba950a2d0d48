import type { Project } from '@haixuan/domain/plan/project'
import { lineupSettings } from '@haixuan/domain/select/lineup/settings-schema'
import { z } from 'zod'
import { changePlan } from '../../plan/project/change-plan.ts'
import type { StoredProject } from '../../plan/project/store.ts'
import { cause } from '../../platform/cause.ts'
import { type Asked, command } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { because } from '../because.ts'
import { projectBeforeAir } from './before-air.ts'
import { lineupIfAny, type StoredSlot, standingOf } from './store.ts'

export const params = z.object({ project: z.string() })
export const slot = z.int().min(1).describe('counted from 1 over the whole stream')
export const changed = z.object({
  id: z.string(),
  version: z.int().describe('of the lineup; 0 while none is proposed'),
})

type Lock = { readonly slot: number; readonly product: string }
/** The slots of a plan that products are fixed to. */
export const locksOf = ({ lineup }: Project): readonly Lock[] =>
  lineupSettings.partial().parse(lineup ?? {}).locks ?? []
export const withLocks = (plan: Project, locks: readonly Lock[]): Project => ({
  ...plan,
  lineup: { ...plan.lineup, locks: locks.toSorted((a, b) => a.slot - b.slot) },
})

const lock = command({
  name: 'lineup.lock',
  clause: 'I9',
  roles: ['selection'],
  path: '/projects/:project/lineup/lock',
  summary: { zh: '把产品固定在某个位次', en: 'Fix a product to a slot, from the next proposal on' },
  params,
  input: z.strictObject({ slot, product: z.string().min(1) }),
  answer: changed,
  async run(asked) {
    const { input } = asked
    const project = await projectBeforeAir(asked, asked.params.project)
    if (input.slot > project.plan.slots)
      throw new Problem('bad-input', { field: 'slot', why: because('stream-slots', { slots: project.plan.slots }) })
    if (!(await standingOf(asked, project.id, [input.product])).has(input.product))
      throw new Problem('not-found', {
        why: cause('product-of-project', { product: input.product, project: project.id }),
      })
    const others = locksOf(project.plan).filter((l) => l.slot !== input.slot && l.product !== input.product)
    return changeLocks(asked, project, [...others, input])
  },
})

const unlock = command({
  name: 'lineup.unlock',
  clause: 'I9',
  roles: ['selection'],
  path: '/projects/:project/lineup/unlock',
  summary: { zh: '解除位次固定', en: 'Let go of a slot that a product is fixed to' },
  params,
  input: z.strictObject({ slot }),
  answer: changed,
  async run(asked) {
    const project = await projectBeforeAir(asked, asked.params.project)
    const locks = locksOf(project.plan)
    const rest = locks.filter((l) => l.slot !== asked.input.slot)
    if (rest.length === locks.length)
      throw new Problem('not-found', { why: because('slot-not-locked', { slot: asked.input.slot }) })
    return changeLocks(asked, project, rest)
  },
})

/** Locks are part of the plan; the slots of the lineup there is show which of them hold. */
async function changeLocks(asked: Asked<{ project: string }>, project: StoredProject, locks: readonly Lock[]) {
  const { events } = await changePlan(asked, project, withLocks(project.plan, locks), { clause: 'I9' })
  const lineup = await lineupIfAny(asked, project.id)
  if (!lineup) return { events, answer: { id: project.id, version: 0 } }
  const held = (s: StoredSlot) => locks.some((l) => l.slot === s.slot && l.product === s.product)
  const slots = lineup.body.slots.map((s) => ({ ...s, locked: held(s) }))
  await asked.tx
    .updateTable('lineup')
    .set({ body: JSON.stringify({ ...lineup.body, slots }), version: lineup.version + 1 })
    .where('org_id', '=', asked.actor.org)
    .where('project_id', '=', project.id)
    .execute()
  return { events, answer: { id: project.id, version: lineup.version + 1 }, version: lineup.version + 1 }
}

export const lockCommands = [lock, unlock]
