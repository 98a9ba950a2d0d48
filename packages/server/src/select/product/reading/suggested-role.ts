import { type Figured, figuresOf, streamCurrency } from '@haixuan/domain/flow/candidates'
import { ROLES } from '@haixuan/domain/gate/words'
import { suggestRoles } from '@haixuan/domain/select/product/role'
import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { text } from '../../../platform/http/schemas.ts'
import { query } from '../../../platform/queries/query.ts'
import { withOffers } from './row.ts'

/** A role tells a product's place among others; so many of them are enough to see it, whatever the project holds. */
const COMPARED = 2_000

/** I5 · Which role the figures of a product speak for, and why. */
export const suggestedRole = query({
  name: 'product.suggested-role',
  path: '/projects/:project/products/:product/suggested-role',
  summary: { zh: '建议的产品作用及理由', en: 'The role its figures speak for, and why' },
  roles: MEMBER_ROLES,
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
    const some = tx
      .selectFrom('product')
      .select('id')
      .where('org_id', '=', actor.org)
      .where('project_id', '=', params.project)
      .orderBy('id')
      .limit(COMPARED)
    const rows = await withOffers(tx, actor.org, params.project)
      .select([
        'p.id',
        'p.margin',
        'o.body as offer',
        'j.plan',
        sql<Figured['product']['listing']>`(select coalesce(jsonb_object_agg(l.key, l.value), '{}')
          from jsonb_each(p.listing) l where l.key in ('price', 'listPrice', 'sold', 'reviews', 'rating'))`.as(
          'listing',
        ),
      ])
      .where((w) => w.or([w('p.id', '=', params.product), w('p.id', 'in', some)]))
      .execute()
    const plan = rows.find((r) => r.id === params.product)?.plan
    if (!plan) throw new Problem('not-found', { detail: `product ${params.product} of project ${params.project}` })
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
