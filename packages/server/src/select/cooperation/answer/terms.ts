import { supplierTerms } from '@haixuan/domain/select/cooperation/supplier-terms'
import { z } from 'zod'
import { cause } from '../../../platform/cause.ts'
import { MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { query } from '../../../platform/queries/query.ts'
import { offerParams } from '../change-offer.ts'
import { partHashes, shownTerms } from './shown-terms.ts'
import { answerOf, supplierAnswer } from './supplier-answer.ts'

/** I6–I8 · The terms of a product as its supplier is shown them: nothing of what the house reckons for itself. */
export const terms = query({
  name: 'offer.terms',
  path: '/projects/:project/products/:product/offer/terms',
  summary: {
    zh: '合作条件（供应商所见）及其散列值',
    en: 'The terms as the supplier sees them, with the hashes an answer names',
  },
  roles: MEMBER_ROLES,
  params: offerParams,
  query: z.object({}),
  answer: z.object({
    product: z.string(),
    title: z.string(),
    projectName: z.string(),
    day: z.string().describe('of the stream'),
    closed: z.boolean().describe('the project is closed: nothing more is answered'),
    offered: z.object({ terms: supplierTerms, parts: partHashes, hash: z.string() }).nullable(),
    answer: supplierAnswer.nullable(),
  }),
  async run({ tx, actor, params }) {
    const found = await tx
      .selectFrom('candidate as c')
      .innerJoin('project as j', (on) => on.onRef('j.org_id', '=', 'c.org_id').onRef('j.id', '=', 'c.project_id'))
      .leftJoin('offer as o', (on) =>
        on
          .onRef('o.org_id', '=', 'c.org_id')
          .onRef('o.project_id', '=', 'c.project_id')
          .onRef('o.product_id', '=', 'c.id'),
      )
      .select(['c.title', 'j.name as projectName', 'j.day', 'j.closed_at', 'o.body', 'o.answer', 'o.waits'])
      .where('c.org_id', '=', actor.org)
      .where('c.project_id', '=', params.project)
      .where('c.id', '=', params.product)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: cause('product-of-project', params) })
    const { title, projectName, day, closed_at, body, answer, waits } = found
    return {
      product: params.product,
      title,
      projectName,
      day,
      closed: closed_at !== null,
      offered: body ? shownTerms(body) : null,
      answer: answerOf({ answer, waits: waits ?? true }),
    }
  },
})
