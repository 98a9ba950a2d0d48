import type { GateState } from '@haixuan/domain/gate/gate'
import type { Offer } from '@haixuan/domain/select/cooperation/offer'
import type { Listing } from '@haixuan/domain/select/product/listing'
import type { ProductFacts } from '@haixuan/domain/select/product/product'
import { decideEach, type Rewritten, type Standing } from '../../flow/decide/decide-products.ts'
import type { Asked } from '../../platform/commands/command.ts'
import type { NewEvent } from '../../platform/events/append.ts'

/** A product as the log keeps it: all that its gates are decided from, so that the decision after it can be run again. */
export type RecordedProduct = {
  readonly id: string
  readonly project: string
  readonly supplier: string
  readonly listing: Listing
  readonly facts?: ProductFacts | null | undefined
  readonly offer?: Offer | null | undefined
  /** the command that recorded it, and the version of what it changed */
  readonly command: string
  readonly version: number
}

export const productRecorded = (clause: string, { id, project, facts, offer, ...rest }: RecordedProduct): NewEvent => ({
  type: 'product.recorded',
  subject: id,
  clause,
  project,
  supplier: rest.supplier,
  body: { ...rest, ...(facts ? { facts } : {}), ...(offer ? { offer } : {}) },
})

/**
 * Logs a product that has changed and decides its gates again; gives the state it now stands in. What of its own row is
 * `rewritten` is written with the decision, in one go.
 */
export async function recordProduct(
  asked: Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>,
  project: Standing,
  clause: string,
  product: RecordedProduct,
  rewritten?: Rewritten,
): Promise<{ readonly events: readonly NewEvent[]; readonly state: GateState }> {
  const { events, states } = await decideEach(asked, project, { ids: [product.id] }, rewritten)
  const state = states.get(product.id)
  if (state === undefined) throw new Error(`product ${product.id} of project ${project.id} was not decided`)
  return { events: [productRecorded(clause, product), ...events], state }
}
