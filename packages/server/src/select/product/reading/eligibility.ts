import { nextOwed } from '@haixuan/domain/gate/gate'
import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { finding, gateState } from '../../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../../platform/queries/page.ts'
import { query } from '../../../platform/queries/query.ts'
import { expectSiftedFor, findingsFor } from '../supplier/not-for-suppliers.ts'
import { inOrder, pageByOutcome, sortedByOutcome } from './by-outcome.ts'
import { filtering, productFilters } from './filters.ts'

const cell = z.object({
  state: gateState,
  first: finding.nullable().describe('what must be cured first'),
  blocks: z.int().describe('how many findings hold it in this market'),
})

/** I3, G2 · Where each product may be sold: its state in every market of the plan, and what stops it there first. */
export const eligibility = query({
  name: 'product.eligibility',
  path: '/projects/:project/eligibility',
  summary: { zh: '准入矩阵：产品 × 市场', en: 'Eligibility: products by markets' },
  roles: MEMBER_ROLES,
  params: z.object({ project: z.string() }),
  query: pageOf(['title', 'state']).extend(productFilters.shape),
  answer: pageAnswer(
    z.object({
      id: z.string(),
      title: z.string(),
      class: z.string().nullable(),
      state: gateState,
      markets: z.record(z.string(), cell),
    }),
  ),
  async run({ tx, actor, params, query: page }) {
    expectSiftedFor(actor, page)
    const which = await filtering(tx, params.project, page)
    const all = tx
      .selectFrom('product as p')
      .select(['p.id', 'p.title', 'p.class', 'p.state', 'p.markets', 'p.findings'])
      .where('p.org_id', '=', actor.org)
      .where('p.project_id', '=', params.project)
    const paged = async () => {
      if (sortedByOutcome(page)) {
        const { ids, next } = await pageByOutcome(tx, { org: actor.org, project: params.project }, page, which)
        return { rows: inOrder(await all.where('p.id', 'in', [...ids, '']).execute(), ids), next }
      }
      const { where, order } = pagePieces(page, { column: sql`p.title`, id: sql`p.id` })
      const rows = all
        .where(where)
        .where(which)
        .orderBy(order as never)
      return pageRows(await rows.limit(page.limit + 1).execute(), page, (r) => [r.title, r.id])
    }
    const { rows: shown, next } = await paged()
    return {
      rows: shown.map(({ findings, markets, ...r }) => ({
        ...r,
        markets: Object.fromEntries(
          Object.entries(markets).map(([market, state]) => {
            const holding = findingsFor(actor, findings).filter(
              (f) => f.severity === 'block' && !f.waived && (f.market === undefined || f.market === market),
            )
            return [market, { state, first: nextOwed(holding) ?? null, blocks: holding.length }]
          }),
        ),
      })),
      next,
    }
  },
})
