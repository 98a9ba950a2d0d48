import { cardNumberIn, cardNumbersIn } from '@haixuan/domain/flow/card-numbers'
import type { Listing } from '@haixuan/domain/select/product/listing'
import { cause } from '../cause.ts'
import { Problem } from '../http/problem.ts'

/** R4 · Refuses what looks like a payment card number in any field of a command; of listings, in what people read. @throws Problem naming the field */
export function refuseCardNumbers(input: unknown): void {
  if (typeof input !== 'object' || input === null) return
  const { listings, ...ours } = input as { readonly listings?: readonly Listing[] }
  const [field = listings && fieldIn(listings)] = cardNumbersIn(ours)
  if (field !== undefined)
    throw new Problem('bad-input', {
      field,
      why: cause('looks-like-card-number'),
      clause: 'R4',
      remedy: { zh: '请删除卡号，最多保留后四位', en: 'Remove it; keep the last four digits at most' },
    })
}

function fieldIn(listings: readonly Listing[]): string | undefined {
  for (const [i, listing] of listings.entries()) {
    const field = cardNumberIn(listing)
    if (field) return `listings[${i}].${field}`
  }
  return undefined
}
