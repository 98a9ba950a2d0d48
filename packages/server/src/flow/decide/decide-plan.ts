import { decidePlan } from '@haixuan/domain/flow/carry-out'
import { decide } from '@haixuan/domain/flow/decision'
import type { Judged } from '@haixuan/domain/gate/gate'
import type { Project } from '@haixuan/domain/plan/project'
import type { Asked } from '../../platform/commands/command.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { planNow } from '../judge/plan-now.ts'
import type { Standing } from './decide-products.ts'
import { decided } from './decided.ts'

/** Decides the plan gate of a project and keeps the decision with it; gives what it found as it is kept. */
export async function decidePlanGate(
  { tx, actor, now, house }: Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>,
  id: string,
  recorded: Project,
): Promise<{ readonly project: Standing; readonly findings: readonly Judged[]; readonly event: NewEvent }> {
  const plan = planNow(house, recorded, now)
  const findings = decidePlan(plan, id, house.desks.for(plan))
  const decision = decide('plan', findings, ['plan'])
  const kept = await tx
    .updateTable('project')
    .set({ state: decision.overall, gates: JSON.stringify(decision.gates), findings: JSON.stringify(findings) })
    .where('org_id', '=', actor.org)
    .where('id', '=', id)
    .returning('findings')
    .executeTakeFirstOrThrow()
  return {
    project: { id, plan: recorded, state: decision.overall },
    findings: kept.findings,
    event: { type: 'gate.decided', subject: id, clause: 'P5', body: decided(decision, plan, house), project: id },
  }
}
