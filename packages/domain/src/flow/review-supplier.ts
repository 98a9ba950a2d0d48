import type { Day } from '../kernel/day.ts'
import type { Project } from '../plan/project.ts'
import { decisionOf, type SupplierCase } from '../select/supplier/checks.ts'
import { requirementsFor, type Tightening, tightening } from '../select/supplier/qualification.ts'
import type { Desk } from './desk.ts'
import type { SupplierGroup } from './supplier-groups.ts'

/** The supplier gate's case of one group on the day of the stream. */
export function supplierCase(group: SupplierGroup, plan: Project, desk: Desk): SupplierCase {
  const tighter: Tightening | undefined =
    plan['qualification-tightening'] && tightening.parse(plan['qualification-tightening'])
  const who = group.supplier ?? { country: 'CN', kind: 'trader' as const }
  const about = {
    id: group.id,
    name: group.name,
    supplier: group.supplier,
    wanted: requirementsFor(who, group.supplier?.classes ?? [], desk.standard.qualification, tighter),
    standard: desk.supplierStandard,
    asOf: plan.date as Day,
    brands: group.brands,
    markets: desk.markets,
  }
  return { ...about, decided: decisionOf(about) }
}
