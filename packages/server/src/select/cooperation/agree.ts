import { type Offer, offer as offerSchema } from '@haixuan/domain/select/cooperation/offer'
import type { z } from 'zod'
import { command } from '../../platform/commands/command.ts'
import { recordedDecided } from '../../platform/http/schemas.ts'
import { changeOffer, offerParams } from './change-offer.ts'

const { contract, delivery, settlement } = offerSchema.shape
const payee = settlement.shape.payee.unwrap().pick({ holder: true })

/**
 * What people agree on. What a second person or a named role says of it comes by commands of their own: deviations from
 * the clause library (P4), who is paid (I8), and restricted goods that were looked at (I7).
 */
const written = offerSchema.omit({ id: true, product: true, supplier: true }).extend({
  contract: contract.unwrap().omit({ deviations: true }).optional(),
  delivery: delivery.omit({ acknowledged: true }),
  settlement: settlement.extend({ payee: payee.optional() }),
})
type Written = z.output<typeof written>

export const agree = command({
  name: 'offer.agree',
  clause: 'I6',
  roles: ['sourcing', 'finance'],
  method: 'PUT',
  path: '/projects/:project/products/:product/offer',
  versioned: false,
  summary: {
    zh: '登记合作条件：定价、配送、结算、合同、退换货',
    en: 'Record the terms: pricing, delivery, settlement, contract, returns',
  },
  params: offerParams,
  input: written,
  answer: recordedDecided,
  run: (asked) =>
    changeOffer(asked, 'I6', (before, supplier) => {
      const { contract, delivery, settlement, ...terms } = asked.input
      return {
        ...terms,
        ...(contract ? { contract: { ...contract, deviations: before?.contract?.deviations ?? [] } } : {}),
        delivery: { ...delivery, acknowledged: stillLookedAt(before, delivery) },
        settlement: { ...settlement, ...payeeOf(before, settlement, asked.actor.name) },
        id: before?.id ?? `OFFER-${asked.params.product}`,
        product: asked.params.product,
        supplier,
      }
    }),
})

/** What was looked at stands while the goods go the same way. */
const stillLookedAt = (before: Offer | undefined, { mode }: Written['delivery']) =>
  before?.delivery.mode === mode ? before.delivery.acknowledged : []

/** A payee that was verified stays so; a new one is told by whoever records it, and verified by another. */
function payeeOf(before: Offer | undefined, { payee }: Written['settlement'], by: string) {
  if (!payee) return {}
  const known = before?.settlement.payee
  return { payee: known?.holder === payee.holder ? known : { holder: payee.holder, 'recorded-by': by } }
}
