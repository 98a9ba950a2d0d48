import { lineageOf } from '@haixuan/domain/gate/rule-set'
import type { Project } from '@haixuan/domain/plan/project'
import type { House } from '../../house.ts'
import { projectFor } from '../../plan/project/store.ts'
import type { Asked } from '../../platform/commands/command.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { decideLater } from '../decide/decide-all.ts'
import { decidePlanGate } from '../decide/decide-plan.ts'
import { findingsDiffer } from '../judge/findings-differ.ts'

type With = Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>
/** What turned: in which markets, and which rules; everywhere, and all, when absent. */
export type Turned = { readonly markets?: readonly string[]; readonly rules?: readonly string[] | undefined }

/**
 * M3 · Decides the open projects of an organisation again that a change of rules touches: the plan gate at once, suppliers
 * and products as a task for each project. `house` is the one with the rules as they are now.
 */
export async function decideUnderTurnedRules(
  about: With,
  { markets, rules }: Turned,
): Promise<{ readonly events: readonly NewEvent[]; readonly projects: readonly string[] }> {
  const { tx, actor, house } = about
  const open = await tx
    .selectFrom('project')
    .select(['id', 'plan', 'findings'])
    .where('org_id', '=', actor.org)
    .where('closed_at', 'is', null)
    .orderBy('id')
    .execute()
  const touched = open.filter(({ plan }) => markets === undefined || bindsAny(house, plan, markets))
  const events: NewEvent[] = []
  for (const { id, findings: found } of touched) {
    const before = await projectFor(about, id, 'update')
    const { project, findings, event } = await decidePlanGate(about, id, before.plan)
    if (project.state !== before.state || findingsDiffer(found, findings)) events.push(event)
    const all = rules === undefined || project.state !== before.state
    events.push(...(await decideLater(about, { project: id, ...(all ? {} : { rules: [...rules] }) })))
  }
  return { events, projects: touched.map((p) => p.id) }
}

/** Whether a plan sells where rules of these markets bind: in one of them, or in a child of one. */
export const bindsAny = ({ standard }: Pick<House, 'standard'>, plan: Project, markets: readonly string[]): boolean =>
  plan.markets.some((id) => lineageOf(standard.markets, id).some((m) => markets.includes(m.id)))
