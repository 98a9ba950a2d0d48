import { offer } from '@haixuan/domain/select/cooperation/offer'
import { listing } from '@haixuan/domain/select/product/listing'
import { productFacts } from '@haixuan/domain/select/product/product'
import { z } from 'zod'
import { cause } from '../../../platform/cause.ts'
import { MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { finding } from '../../../platform/http/schemas.ts'
import { query } from '../../../platform/queries/query.ts'
import { productFor } from '../supplier/not-for-suppliers.ts'
import { claim } from './claim.ts'
import { productRow, ROW_COLUMNS, rowOf, withSellers } from './row.ts'

export const productGet = query({
  name: 'product.get',
  path: '/projects/:project/products/:product',
  summary: { zh: '产品：各关口、问题与记录', en: 'A product: its gates, findings and records' },
  roles: MEMBER_ROLES,
  params: z.object({ project: z.string(), product: z.string() }),
  query: z.object({}),
  answer: productRow.extend({
    traits: z.array(z.string()),
    listing,
    facts: productFacts.nullable(),
    offer: offer.nullable().describe('not for suppliers: it holds the sums of the house'),
    findings: z.array(finding),
    said: z.array(claim).describe('the claims of its texts, in their order'),
    decidedAt: z.string().nullable(),
  }),
  async run({ tx, actor, params }) {
    const found = await withSellers(tx, actor.org, params.project)
      .leftJoin('offer as o', (on) =>
        on
          .onRef('o.org_id', '=', 'p.org_id')
          .onRef('o.project_id', '=', 'p.project_id')
          .onRef('o.product_id', '=', 'p.id'),
      )
      .select([
        ...ROW_COLUMNS,
        'p.traits',
        'p.listing',
        'p.facts',
        'o.body as offer',
        'p.findings',
        'p.claims as said',
        'p.decided_at as decidedAt',
      ])
      .where('p.id', '=', params.product)
      .executeTakeFirst()
    if (!found)
      throw new Problem('not-found', {
        why: cause('product-of-project', { product: params.product, project: params.project }),
      })
    return productFor(actor, rowOf(found))
  },
})
