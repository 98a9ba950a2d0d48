import type { Asked, Done } from '../../../platform/commands/command.ts'
import type { OfferAnswer } from '../../../platform/database/tables/select.ts'
import { answerOf } from './supplier-answer.ts'

type Answering = Asked<
  { readonly project: string; readonly product: string },
  { readonly agrees: boolean; readonly note?: string | undefined }
>

/** Writes down what a supplier said of terms, and tells it. */
export async function recordAnswer(
  { tx, actor, now, params: at, input: { agrees, note }, command }: Answering,
  to: { readonly hash: string; readonly supplier: string; readonly version: number },
): Promise<Done<NonNullable<ReturnType<typeof answerOf>>>> {
  const { hash, supplier, version } = to
  const said = agrees || note === undefined ? {} : { note }
  const answer: OfferAnswer = { agrees, hash, by: actor.name, at: now, ...said }
  const { title } = await tx
    .updateTable('offer as o')
    .from('candidate as c')
    .set({ answer: JSON.stringify(answer), waits: false })
    .where('o.org_id', '=', actor.org)
    .where('o.project_id', '=', at.project)
    .where('o.product_id', '=', at.product)
    .whereRef('c.org_id', '=', 'o.org_id')
    .whereRef('c.project_id', '=', 'o.project_id')
    .whereRef('c.id', '=', 'o.product_id')
    .returning('c.title')
    .executeTakeFirstOrThrow()
  const body = { command, agrees, terms: hash, version, title, ...said }
  const event = { type: 'offer.answered', subject: at.product, clause: 'I8', project: at.project, supplier, body }
  return { events: [event], answer: answerOf({ answer, waits: false })! }
}
