import type { Listing } from '@haixuan/domain/select/product/listing'
import type { ProductFacts } from '@haixuan/domain/select/product/product'
import { z } from 'zod'
import { projectFor } from '../../plan/project/store.ts'
import { type Asked, type Command, command, type Verb } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import { recordedDecided } from '../../platform/http/schemas.ts'
import { recordProduct } from './record-product.ts'
import { offerOf, parseFacts, productForUpdate, saveFacts } from './store.ts'

type Params = { project: string; product: string }
type Shape<I extends z.ZodType> = Verb<I> & {
  /** the facts after the command. @throws Refusal */
  readonly change: (facts: ProductFacts, asked: Asked<Params, z.output<I>>, listing: Listing) => ProductFacts
}

/** A command that changes what is recorded of a product: its gates are decided again. */
export const productCommand = <I extends z.ZodType>({ verb, change, ...shape }: Shape<I>): Command =>
  command({
    ...shape,
    name: `product.${verb}`,
    path: `/projects/:project/products/:product/${verb}`,
    params: z.object({ project: z.string(), product: z.string() }),
    answer: recordedDecided,
    async run(asked) {
      const { project: projectId, product: id } = asked.params
      const project = await projectFor(asked, projectId, 'share')
      const before = await productForUpdate(asked, projectId, id)
      await checkSeen(asked, id, before.version)
      const facts = parseFacts(change(before.facts, asked as never, before.listing))
      const version = before.version + 1
      await saveFacts(asked, projectId, id, facts, version, asked.now)
      const offer = await offerOf(asked, projectId, id)
      const { listing, supplier } = before
      const recorded = { id, project: projectId, supplier, listing, facts, offer, command: asked.command, version }
      const { events, state } = await recordProduct(asked, project, shape.clause, recorded)
      return { events, answer: { id, version, state }, version }
    },
  })
