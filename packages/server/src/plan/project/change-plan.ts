import type { Project } from '@haixuan/domain/plan/project'
import { planChanges, reopened } from '@haixuan/domain/plan/reopens'
import { decideAll } from '../../flow/decide/decide-all.ts'
import { decidePlanGate } from '../../flow/decide/decide-plan.ts'
import { decideProducts, type Standing } from '../../flow/decide/decide-products.ts'
import type { Asked } from '../../platform/commands/command.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { type StoredProject, savePlan } from './store.ts'

type With = Pick<Asked, 'tx' | 'actor' | 'now' | 'house' | 'command'>
type Changed = { readonly version: number; readonly project: Standing; readonly events: readonly NewEvent[] }

/**
 * Records a plan that takes the place of another, on a project locked for update: the plan gate is decided again, then
 * every gate the change touches. `products` are those a change is about that touches no other, such as a hold.
 */
export async function changePlan(
  asked: With,
  before: StoredProject,
  plan: Project,
  { clause, products = [] }: { readonly clause: string; readonly products?: readonly string[] },
): Promise<Changed> {
  const version = before.version + 1
  await savePlan(asked, before.id, plan, version, asked.now)
  const { project, event } = await decidePlanGate(asked, before.id, plan)
  const touched = reopened(planChanges(before.plan, plan)).filter((gate) => gate !== 'plan' && gate !== 'closure')
  const all = touched.length > 0 || project.state !== before.state || waiversDiffer(before.plan, plan)
  const recorded: NewEvent = {
    type: 'plan.recorded',
    subject: before.id,
    clause,
    project: before.id,
    body: { plan, command: asked.command, version, reopens: touched },
  }
  const after = all
    ? await decideAll(asked, project)
    : products.length > 0
      ? await decideProducts(asked, project, { ids: products })
      : []
  return { version, project, events: [recorded, event, ...after] }
}

const waiversDiffer = (a: Project, b: Project) => JSON.stringify(a.waivers) !== JSON.stringify(b.waivers)
