import { decideSupplierGate } from '@haixuan/domain/flow/carry-out'
import { decide } from '@haixuan/domain/flow/decision'
import type { SupplierGroup } from '@haixuan/domain/flow/supplier-groups'
import type { Day } from '@haixuan/domain/kernel/day'
import { sql } from 'kysely'
import type { Asked } from '../../platform/commands/command.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { owesOf } from '../judge/outcome-row.ts'
import { planNow } from '../judge/plan-now.ts'
import { recheckOn } from '../judge/recheck.ts'
import { decideProducts, type Standing } from './decide-products.ts'
import { decided } from './decided.ts'

type With = Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>

/** Decides a supplier's gate in one project, and its products after it. */
export async function decideSupplier(about: With, project: Standing, supplier: string): Promise<NewEvent[]> {
  const { events } = await decideSuppliersAlone(about, project, [supplier])
  return [...events, ...(await decideProducts(about, project, { supplier }))]
}

/**
 * Decides the gates of suppliers in one project and leaves their products to the caller: those there were are to be
 * decided again where it `turned` to another state. The records it stands on are logged before. One query to read, one
 * to write.
 */
export async function decideSuppliersAlone(
  { tx, actor, now, house }: With,
  project: Standing,
  suppliers: readonly string[],
): Promise<{ readonly events: readonly NewEvent[]; readonly turned: readonly string[] }> {
  if (suppliers.length === 0) return { events: [], turned: [] }
  const rows = await tx
    .selectFrom('supplier_gate as g')
    .leftJoin('supplier as s', (on) => on.onRef('s.org_id', '=', 'g.org_id').onRef('s.id', '=', 'g.supplier_id'))
    .select(['g.supplier_id as id', 'g.name', 'g.brands', 'g.state', 's.body'])
    .where('g.org_id', '=', actor.org)
    .where('g.project_id', '=', project.id)
    .where('g.supplier_id', 'in', suppliers)
    .orderBy('g.supplier_id')
    .forUpdate('g')
    .execute()
  const plan = planNow(house, project.plan, now)
  const desk = house.desks.for(plan)
  const periods = house.desks.periodsFor(plan)
  const judged = rows.map((row) => {
    const group: SupplierGroup = {
      id: row.id,
      name: row.body?.name ?? row.name ?? undefined,
      supplier: row.body ?? undefined,
      brands: row.brands,
    }
    const findings = decideSupplierGate(group, plan, desk)
    return { row, group, findings, decision: decide('supplier', findings, ['supplier']) }
  })
  const outcomes = judged.map(({ row, group, findings, decision }) => ({
    id: row.id,
    name: group.name ?? null,
    state: decision.overall,
    findings,
    owes: owesOf(findings),
    recheck_on: recheckOn(plan.date as Day, periods, row.body, plan.waivers) ?? null,
  }))
  await sql`
    update supplier_gate g set name = d.name, state = d.state, findings = d.findings, owes = d.owes,
      recheck_on = d.recheck_on, decided_at = ${now}
    from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as d (id text, name text, state text, findings jsonb,
      owes text[], recheck_on date)
    where g.org_id = ${actor.org} and g.project_id = ${project.id} and g.supplier_id = d.id
  `.execute(tx)
  return {
    events: judged.flatMap(({ row: { id }, group, decision }) => {
      const at = { subject: id, clause: 'I2', project: project.id, supplier: id }
      return [
        { type: 'supplier.recorded', ...at, body: group },
        { type: 'gate.decided', ...at, body: decided(decision, plan, house) },
      ]
    }),
    turned: judged.filter(({ row, decision }) => row.state !== decision.overall).map(({ row }) => row.id),
  }
}
