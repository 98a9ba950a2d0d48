import { type Figured, figuresOf, streamCurrency } from '@haixuan/domain/flow/candidates'
import { ROLES } from '@haixuan/domain/gate/words'
import { suggestRoles } from '@haixuan/domain/select/product/role'
import { sql } from 'kysely'
import { z } from 'zod'
import { cause } from '../../../platform/cause.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { text } from '../../../platform/http/schemas.ts'
import { query } from '../../../platform/queries/query.ts'
import { withOffers } from './row.ts'

/** A role tells a product's place among others; so many of them are enough to see it, whatever the project holds. */
const COMPARED = 2_000

/** What of a listing a role is told by. */
const FIGURES = sql<Figured['product']['listing']>`jsonb_strip_nulls(jsonb_build_object('price', p.listing -> 'price',
  'listPrice', p.listing -> 'listPrice', 'sold', p.listing -> 'sold', 'reviews', p.listing -> 'reviews',
  'rating', p.listing -> 'rating'))`

/** I5 · Which role the figures of a product speak for, and why. */
export const suggestedRole = query({
  name: 'product.suggested-role',
  path: '/projects/:project/products/:product/suggested-role',
  summary: { zh: '建议的产品作用及理由', en: 'The role its figures speak for, and why' },
  params: z.object({ project: z.string(), product: z.string() }),
  query: z.object({}),
  answer: z.object({
    role: z.enum(ROLES),
    score: z.number(),
    reason: text,
    scores: z.array(z.object({ role: z.enum(ROLES), score: z.number() })),
    compared: z.int().describe('with how many products, itself among them'),
  }),
  async run({ tx, actor, params, house }) {
    const own = withOffers(tx, actor.org, params.project).where('p.id', '=', params.product)
    const plan = (await own.select('j.plan').executeTakeFirst())?.plan
    if (!plan)
      throw new Problem('not-found', {
        why: cause('product-of-project', { product: params.product, project: params.project }),
      })
    // named in one list, so that each is read by its id: of two conditions every product would be read
    const compared = sql<string>`(
      (select id from candidate where org_id = ${actor.org} and project_id = ${params.project} order by id limit ${COMPARED})
      union select ${params.product})`
    const rows = await withOffers(tx, actor.org, params.project)
      .select(['p.id', 'p.margin', 'o.body as offer', FIGURES.as('listing')])
      .where('p.id', 'in', compared)
      .execute()
    const { roles, rates } = house.standard
    const figured = rows.map(({ id, listing, offer, margin }) => ({
      product: { id, listing },
      offer: offer ?? undefined,
      margin: margin ?? undefined,
    }))
    const currency = streamCurrency(
      plan,
      figured.map((f) => f.product),
    )
    const suggestions = suggestRoles(
      roles,
      figured.map((f) => figuresOf(f, currency, plan, rates)),
    )
    return {
      ...suggestions.get(params.product)!,
      scores: [...suggestions.get(params.product)!.scores],
      compared: rows.length,
    }
  },
})
