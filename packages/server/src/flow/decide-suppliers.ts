import { planAsOf } from '@haixuan/domain/flow/as-of'
import { decideSupplierGate } from '@haixuan/domain/flow/carry-out'
import { decide } from '@haixuan/domain/flow/decision'
import type { SupplierGroup } from '@haixuan/domain/flow/supplier-groups'
import { type Day, dayOf } from '@haixuan/domain/kernel/day'
import type { Asked } from '../platform/commands/command.ts'
import type { NewEvent } from '../platform/events/append.ts'
import { decideProducts, owesOf, type Standing } from './decide-products.ts'
import { decided } from './decided.ts'
import { recheckOn } from './recheck.ts'

type With = Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>

/** Decides a supplier's gate in one project, and its products after it. */
export async function decideSupplier(about: With, project: Standing, supplier: string): Promise<NewEvent[]> {
  const { events } = await decideSupplierAlone(about, project, supplier)
  return [...events, ...(await decideProducts(about, project, { supplier }))]
}

/**
 * Decides a supplier's gate in one project and leaves its products to the caller: those there were are to be decided
 * again when it `turned` to another state. The record it stands on is logged before.
 */
export async function decideSupplierAlone(
  { tx, actor, now, house }: With,
  project: Standing,
  supplier: string,
): Promise<{ readonly events: readonly NewEvent[]; readonly turned: boolean }> {
  const row = await tx
    .selectFrom('supplier_gate as g')
    .leftJoin('supplier as s', (on) => on.onRef('s.org_id', '=', 'g.org_id').onRef('s.id', '=', 'g.supplier_id'))
    .select(['g.supplier_id as id', 'g.name', 'g.brands', 'g.state', 's.body'])
    .where('g.org_id', '=', actor.org)
    .where('g.project_id', '=', project.id)
    .where('g.supplier_id', '=', supplier)
    .forUpdate('g')
    .executeTakeFirst()
  if (!row) return { events: [], turned: false }
  const plan = planAsOf(project.plan, dayOf(now))
  const group: SupplierGroup = {
    id: row.id,
    name: row.body?.name ?? row.name ?? undefined,
    supplier: row.body ?? undefined,
    brands: row.brands,
  }
  const findings = decideSupplierGate(group, plan, house.desks.for(plan))
  const decision = decide('supplier', findings, ['supplier'])
  await tx
    .updateTable('supplier_gate')
    .set({
      name: group.name ?? null,
      state: decision.overall,
      findings: JSON.stringify(findings),
      owes: owesOf(findings),
      recheck_on: recheckOn(plan.date as Day, house.desks.periodsFor(plan), row.body, plan.waivers) ?? null,
      decided_at: now,
    })
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project.id)
    .where('supplier_id', '=', supplier)
    .execute()
  const at = { subject: supplier, clause: 'I2', project: project.id, supplier }
  return {
    events: [
      { type: 'supplier.recorded', ...at, body: group },
      { type: 'gate.decided', ...at, body: decided(decision, plan, house.desks) },
    ],
    turned: row.state !== decision.overall,
  }
}
