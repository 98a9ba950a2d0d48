import type { Text } from '@haixuan/domain/kernel/errors'
import type { Listing } from '@haixuan/domain/select/product/listing'
import type { ProductFacts } from '@haixuan/domain/select/product/product'
import { z } from 'zod'
import { decideProducts } from '../../flow/decide-products.ts'
import { projectFor } from '../../plan/project/store.ts'
import type { MemberRole } from '../../platform/commands/actor.ts'
import { type Asked, type Command, command } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import { recordedDecided } from '../../platform/http/schemas.ts'
import { offerOf, parseFacts, productForUpdate, saveFacts } from './store.ts'

type Params = { project: string; product: string }
type Shape<I extends z.ZodType> = {
  readonly verb: string
  readonly clause: string
  readonly roles: readonly MemberRole[]
  readonly summary: Text
  readonly input: I
  readonly versioned?: boolean
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
      const decided = await decideProducts(asked, project, { ids: [id] })
      const offer = await offerOf(asked, projectId, id)
      const { state } = await asked.tx
        .selectFrom('product')
        .select('state')
        .where('org_id', '=', asked.actor.org)
        .where('project_id', '=', projectId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow()
      return {
        events: [
          {
            type: 'product.recorded',
            subject: id,
            clause: shape.clause,
            project: projectId,
            supplier: before.supplier,
            body: {
              listing: before.listing,
              supplier: before.supplier,
              facts,
              ...(offer ? { offer } : {}),
              command: asked.command,
              version,
            },
          },
          ...decided,
        ],
        answer: { id, version, state },
        version,
      }
    },
  })
