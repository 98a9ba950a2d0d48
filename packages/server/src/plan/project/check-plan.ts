import type { StandardData } from '@haixuan/domain/flow/standard-data'
import type { Day } from '@haixuan/domain/kernel/day'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { instantIn } from '@haixuan/domain/kernel/zone'
import type { Project } from '@haixuan/domain/plan/project'
import { requirementsFor, tightening } from '@haixuan/domain/select/supplier/qualification'
import { parseRecord } from '../../platform/commands/parse-record.ts'
import { because } from '../because.ts'

/** What a plan asks of suppliers beyond the matrix, as the domain reads it. @throws BadInput */
export const tighteningOf = (plan: Project) =>
  plan['qualification-tightening'] === undefined
    ? undefined
    : parseRecord(tightening, plan['qualification-tightening'], 'qualification-tightening')

/**
 * Sees that what a plan names is there: markets, classes, clauses of contracts, the time zone; and that it tightens the
 * qualification matrix and does not loosen it (P3). @throws BadInput naming the field
 */
export function checkPlan(plan: Project, standard: StandardData): void {
  const unknown = (field: keyof Project, named: readonly string[], known: readonly { readonly id: string }[]) => {
    const ids = new Set(known.map((k) => k.id))
    const first = named.find((id) => !ids.has(id))
    if (first !== undefined) throw new BadInput(because('setting-unknown', { first }), { field })
  }
  const classes = standard.classes.flatMap((f) => f.classes)
  unknown('markets', plan.markets, standard.markets)
  unknown('theme-classes', plan['theme-classes'] ?? [], classes)
  unknown('forbidden-classes', plan['forbidden-classes'], classes)
  unknown('contract-requirements', plan['contract-requirements'], standard.contracts.clauses)
  if (plan['time-zone']) instantIn(plan['time-zone'], plan.date as Day, plan.time ?? '00:00')
  const tighter = tighteningOf(plan)
  if (!tighter) return
  unknown(
    'qualification-tightening',
    tighter.documents.flatMap((d) => d['any-of']),
    standard.documents.documents,
  )
  requirementsFor({ country: 'CN', kind: 'manufacturer' }, [], standard.qualification, tighter)
}
