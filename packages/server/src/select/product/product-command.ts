import { type Listing, listing as listingSchema } from '@haixuan/domain/select/product/listing'
import type { ProductFacts } from '@haixuan/domain/select/product/product'
import { z } from 'zod'
import { projectFor } from '../../plan/project/store.ts'
import { type Asked, type Command, command, type Verb } from '../../platform/commands/command.ts'
import { parseRecord } from '../../platform/commands/parse-record.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import { recordedDecided } from '../../platform/http/schemas.ts'
import { recordProduct } from './record-product.ts'
import { offersOf, otherFacts, otherListing, parseFacts, productForUpdate } from './store.ts'

type Params = { project: string; product: string }
type Shape<I extends z.ZodType> = Verb<I> & {
  /** the facts after the command; as they were when absent. @throws Refusal */
  readonly change?: (facts: ProductFacts, asked: Asked<Params, z.output<I>>) => ProductFacts
  /** the listing after the command; as it was when absent. @throws Refusal */
  readonly relist?: (listing: Listing, asked: Asked<Params, z.output<I>>) => Listing
}

/** A command that changes what is recorded of a product: its gates are decided again. */
export const productCommand = <I extends z.ZodType>({ verb, change, relist, ...shape }: Shape<I>): Command =>
  command({
    ...shape,
    name: `product.${verb}`,
    path: `/projects/:project/products/:product/${verb}`,
    versioned: shape.versioned ?? true,
    params: z.object({ project: z.string(), product: z.string() }),
    answer: recordedDecided,
    async run(asked) {
      const { events, version, state } = await changeProduct(asked, shape.clause, {
        ...(change ? { change: (facts: ProductFacts) => change(facts, asked as never) } : {}),
        ...(relist ? { relist: (listing: Listing) => relist(listing, asked as never) } : {}),
      })
      return { events, answer: { id: asked.params.product, version, state }, version }
    },
  })

type Change = {
  readonly change?: (facts: ProductFacts) => ProductFacts | Promise<ProductFacts>
  readonly relist?: (listing: Listing) => Listing
}

/** Records what a change makes of a product, and decides its gates again. @throws Problem, Refusal, BadInput */
export async function changeProduct(asked: Asked<Params>, clause: string, { change, relist }: Change) {
  const { project: projectId, product: id } = asked.params
  const project = await projectFor(asked, projectId, 'share')
  const before = await productForUpdate(asked, projectId, id)
  await checkSeen(asked, id, before.version)
  const facts = change ? parseFacts(await change(before.facts)) : before.facts
  const listing = relist ? parseRecord(listingSchema, relist(before.listing), 'listing') : before.listing
  const version = before.version + 1
  const offer = (await offersOf(asked, projectId, [id])).get(id)
  const { supplier } = before
  const recorded = { id, project: projectId, supplier, listing, facts, offer, command: asked.command, version }
  const rewritten = relist ? otherListing(listing, version, asked.now) : otherFacts(facts, version, asked.now)
  const { events, state } = await recordProduct(asked, project, clause, recorded, rewritten)
  return { supplier, facts, events, state, version }
}
