import type { AfterSalesCase } from '@haixuan/domain/improve/after-sales/case'
import { afterSalesCase } from '@haixuan/domain/improve/after-sales/case'
import { z } from 'zod'
import { parseRecord } from '../../platform/commands/parse-record.ts'

const email = z.email().max(254)
const phone = z.string().regex(/^\+?[\d\s().-]{5,24}$/, 'a phone number')
const known = {
  name: z.string().trim().min(1).max(200).optional(),
  address: z.string().trim().min(1).max(500).optional(),
}
/** The buyer, as far as the case needs to know them: reached by e-mail or by phone. */
export const buyer = z.union([
  z.strictObject({ ...known, email, phone: phone.optional() }),
  z.strictObject({ ...known, phone }),
])
const told = z.string().optional()
/** What of a case is personal: sealed with the buyer's key. */
export const personal = z.object({
  buyer: z.object({ name: told, email: told, phone: told, address: told }),
  order: told,
  reason: told,
})
export type Personal = z.output<typeof personal>
type Buyer = Personal['buyer']

/** Takes out of a case what is personal, so that the rest can be logged. */
export function withoutPersonal(
  c: AfterSalesCase,
  of: Buyer,
): { readonly body: AfterSalesCase; readonly personal: Personal } {
  const { id: order, ...bought } = c.order
  const { reason, ...asked } = c.case
  return {
    body: { ...c, order: bought, case: asked },
    personal: { buyer: of, ...(order === undefined ? {} : { order }), ...(reason === undefined ? {} : { reason }) },
  }
}

/** @throws BadInput naming the field */
export const parseCase = (record: unknown): AfterSalesCase => parseRecord(afterSalesCase, record, 'case')

/** Units of each line of an order that former cases took back. */
export function returnedIn(former: readonly AfterSalesCase[]): ReadonlyMap<string, number> {
  const units = new Map<string, number>()
  for (const { order, case: asked } of former)
    for (const line of order.lines) {
      const own = asked.lines?.find((l) => l.line === line.id)
      const left = line.quantity - line['returned-before']
      const taken = asked.lines === undefined ? left : (own?.quantity ?? 0)
      units.set(line.id, (units.get(line.id) ?? 0) + taken)
    }
  return units
}

/** The order with what former cases took back, where it does not tell of more itself. */
export const withReturned = (c: AfterSalesCase, units: ReadonlyMap<string, number>): AfterSalesCase => ({
  ...c,
  order: {
    ...c.order,
    lines: c.order.lines.map((l) => ({
      ...l,
      'returned-before': Math.min(l.quantity, Math.max(l['returned-before'], units.get(l.id) ?? 0)),
    })),
  },
})
