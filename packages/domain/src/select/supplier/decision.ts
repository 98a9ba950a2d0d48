import { addDays, type Day } from '../../kernel/day.ts'
import type { Text } from '../../kernel/errors.ts'
import { bankAccountOn } from './bank-account.ts'
import { inconsistencies } from './consistency.ts'
import type { Requirements } from './qualification.ts'
import { documentReasons } from './reasons/documents.ts'
import { inspectionReasons } from './reasons/inspections.ts'
import { numberReasons } from './reasons/numbers.ts'
import { ownerReasons } from './reasons/owners.ts'
import type { End, Reason, SupplierStandard } from './reasons/reason.ts'
import { screeningReasons } from './reasons/screenings.ts'
import type { Supplier } from './supplier.ts'

export type SupplierDecision = {
  readonly result: 'qualified' | 'conditional' | 'rejected'
  /** the last day it stands */
  readonly lapses: Day
  /** what ends it on that day */
  readonly because: Text
  readonly reasons: readonly Reason[]
}

/**
 * I2, R2 · Qualified, conditional or rejected, with every reason and the last day it stands: the earliest of the days
 * that what it rests on ends, and of the review. Same facts and same day, same decision.
 */
export function decideSupplier(
  supplier: Supplier,
  wanted: Requirements,
  standard: SupplierStandard,
  day: Day,
): SupplierDecision {
  const reasons: Reason[] = []
  const ends: End[] = []
  numberReasons(supplier, wanted, reasons)
  documentReasons(supplier, wanted, standard, day, reasons, ends)
  inspectionReasons(supplier, wanted, standard, day, reasons, ends)
  screeningReasons(supplier, wanted, day, reasons, ends)
  ownerReasons(supplier, wanted, reasons)
  for (const { what, remedy, state } of bankAccountOn(supplier, wanted.bank, day).faults)
    reasons.push({ part: 'bank', effect: 'condition', state, what, remedy })
  for (const { field, what } of inconsistencies(supplier))
    reasons.push({
      part: 'consistency',
      effect: field === 'number' ? 'reject' : 'condition',
      state: 'wrong',
      what,
      remedy: {
        zh: '请核对原件，更正登记或补交变更证明',
        en: 'Compare the originals; correct the record or add proof of the change',
      },
    })
  const result = reasons.some((r) => r.effect === 'reject')
    ? 'rejected'
    : reasons.some((r) => r.effect === 'condition')
      ? 'conditional'
      : 'qualified'
  ends.push({ day: addDays(day, wanted.reviewDays), because: { zh: '到期复审', en: 'the review is due' } })
  if (result === 'conditional')
    ends.push({
      day: addDays(day, wanted.conditionalDays),
      because: { zh: '附条件期限届满', en: 'the time to meet the conditions is over' },
    })
  const first = ends.reduce((a, b) => (b.day < a.day ? b : a))
  return { result, lapses: first.day, because: first.because, reasons }
}
