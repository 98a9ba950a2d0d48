import { z } from 'zod'
import { decision } from '../../../improve/after-sales/answers.ts'
import { caseGet } from '../../../improve/after-sales/queries.ts'
import { type Filling, readRecord } from './read-record.ts'

const record = z.object({
  id: z.string(),
  title: z.string().nullable(),
  record: z.object({ order: z.object({ day: z.string() }) }),
  decision: decision.nullable(),
  buyer: z.object({ name: z.string().optional(), email: z.string().optional() }),
})

/** T4 · What a buyer is answered: what was decided and why, the amounts, and the days; their name only to those who see it. */
export async function ofCase(filling: Filling) {
  const { say } = filling
  const found = await readRecord(filling, caseGet, { case: filling.record }, record)
  const { title, buyer, decision: decided } = found
  return {
    to: buyer.email ?? null,
    values: {
      buyer: buyer.name ?? null,
      product: title,
      case: found.id,
      ordered: say.day(found.record.order.day),
      'decided-by': (decided?.reasons ?? []).map(say.text),
      amounts: (decided?.lines ?? []).map((l) => `${say.text(l.why)}${say.colon}${say.money(l.amount)}`),
      total: decided && say.money(decided.total),
      'refund-by': say.day(decided?.refundBy),
      'way-back': decided && say.text(decided.return.route),
    },
  }
}
