import type { Requirements } from '../qualification.ts'
import type { Supplier } from '../supplier.ts'
import type { Reason } from './reason.ts'

/** Beneficial owners that are not on record, or whose shares cannot be right. */
export function ownerReasons(supplier: Supplier, wanted: Requirements, reasons: Reason[]) {
  const owners = supplier['beneficial-owners']
  const remedy = { zh: '请补登受益所有人及持股比例', en: 'Record the beneficial owners and their shares' }
  if (owners.length === 0) {
    reasons.push({
      part: 'owner',
      effect: 'condition',
      state: 'missing',
      what: { zh: '未登记受益所有人', en: 'No beneficial owner is on record' },
      remedy,
    })
    return
  }
  const total = owners.reduce((sum, o) => sum + Math.round(Number(o.share ?? 0) * 10_000), 0)
  if (total > 10_000)
    reasons.push({
      part: 'owner',
      effect: 'condition',
      state: 'wrong',
      what: {
        zh: `受益所有人持股合计 ${total / 100} %，超过 100 %`,
        en: `The owners' shares add up to ${total / 100} %`,
      },
      remedy,
    })
  else if (owners.some((o) => o.share === undefined) && 10_000 - total >= wanted.ownerShare * 10_000)
    reasons.push({
      part: 'owner',
      effect: 'note',
      state: 'missing',
      what: { zh: '部分受益所有人未登记持股比例', en: 'The share of an owner is not on record' },
      remedy,
    })
}
