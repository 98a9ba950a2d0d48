import { pull } from '@haixuan/domain/supervise/live/show'
import { changePlan } from '../../plan/project/change-plan.ts'
import type { StoredProject } from '../../plan/project/store.ts'
import type { Asked } from '../../platform/commands/command.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { Problem } from '../../platform/http/problem.ts'
import { dayHere } from '../../platform/settings/day-here.ts'
import { because } from '../because.ts'
import { deskOf } from './desk-state.ts'
import { airable, liveShow, productsOf, recordEntry, saveShow } from './store.ts'

type With = Pick<Asked, 'tx' | 'actor' | 'now' | 'house' | 'command' | 'version'>
type Pulled = { readonly product: string; readonly reason: string; readonly instead?: string | undefined }

/**
 * Takes a product off a stream that is on: held, its slot given to the substitute, recorded. A product that is not in
 * the show and not standing by has nothing to be taken off.
 */
export async function takeOff(asked: With, project: StoredProject, { product, reason, instead }: Pulled) {
  const show = await liveShow(asked, project.id)
  const mayAir = await airable(asked, project.id, [...productsOf(show.slots), instead])
  if (instead !== undefined && !mayAir(instead))
    throw new Problem('bad-input', { field: 'instead', why: because('gates-not-passed', { instead }) })
  const before = show.slots.find((s) => s.product === product || s.substitute === product || s.pulled.includes(product))
  if (!before) throw new Problem('not-found', { why: because('not-in-stream', { product }) })
  const held = await hold(asked, project, { product, reason })
  const slots = pull(show.slots, product, asked.now, { instead, mayAir: (id) => id !== product && mayAir(id) })
  const unchanged = JSON.stringify(slots) === JSON.stringify(show.slots)
  // another desk was quicker: the product is off already, and nothing is recorded twice
  if (unchanged && held.length === 0)
    return { desk: deskOf(show.version, slots, mayAir), replacedBy: null, events: [] as readonly NewEvent[] }
  const version = show.version + 1
  await saveShow(asked, project.id, { ...show, slots, version })
  const after = slots.find((s) => s.slot === before.slot)
  const replacedBy =
    before.product === product && after?.state !== 'pulled' && after?.product !== product ? after!.product : null
  const { event } = await recordEntry(asked, project.id, version, {
    kind: 'pulled',
    product,
    body: { reason, slot: before.slot, 'replaced-by': replacedBy, 'on-air': before.state === 'on-air' },
  })
  return {
    desk: deskOf(version, slots, (id) => id !== product && mayAir(id)),
    replacedBy,
    events: [...held, event] as readonly NewEvent[],
  }
}

/** S2 · Holds a product in a project locked for update, and decides its gates; nothing when it is held already. */
export async function hold(
  asked: With,
  project: StoredProject,
  { product, reason }: { readonly product: string; readonly reason: string },
): Promise<readonly NewEvent[]> {
  if (project.plan.holds.some((h) => h.product === product && h.until === undefined)) return []
  const holds = [
    ...project.plan.holds,
    { product, reason, by: asked.actor.name, from: dayHere(asked.house, asked.now) },
  ]
  return (await changePlan(asked, project, { ...project.plan, holds }, { clause: 'S2', products: [product] })).events
}
