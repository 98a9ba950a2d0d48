import { sql } from 'kysely'
import { z } from 'zod'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { named, saying } from '../../platform/queries/saying.ts'
import { registerOf } from '../../platform/settings/limits/risk-limit.ts'
import { reading, told } from '../../supervise/risk/register.ts'
import { money } from '../after-sales/answers.ts'

const SORTS = {
  orders: sql`coalesce((x.counts ->> 'orders')::bigint, 0)`,
  returns: sql`coalesce((x.counts ->> 'returns')::bigint, 0)`,
  sales: sql`coalesce(x.sales_minor, 0)`,
  product: sql`x.product_id`,
}

/** The slot of the lineup that product `x` was shown in first. */
export const slotOf = sql`(select min((s ->> 'slot')::int) from lineup l, jsonb_array_elements(l.body -> 'slots') s
  where l.org_id = x.org_id and l.project_id = x.project_id and s ->> 'product' = x.product_id)`

/** T3 · What came back, product by product, with the indicators on it. */
export const results = query({
  name: 'results.list',
  path: '/projects/:project/results',
  summary: { zh: '各产品的直播结果与指标', en: 'Results by product, with their indicators' },
  params: z.object({ project: z.string() }),
  query: pageOf(['orders', 'returns', 'sales', 'product']).extend({
    role: z.string().optional(),
    supplier: z.string().optional(),
    class: z.string().optional(),
    slot: z.coerce.number().int().positive().optional().describe('of the lineup'),
    product: z.string().optional(),
  }),
  answer: pageAnswer(
    z.object({
      product: z.string(),
      title: z.string(),
      supplier: z.string(),
      role: z.string().nullable(),
      class: z.string().nullable(),
      slot: z.int().nullable(),
      sales: money.nullable(),
      counts: z.record(z.string(), z.number()),
      indicators: z.array(reading),
      updated: z.string(),
    }),
  ),
  async run(asked) {
    const { tx, actor, params, query: page } = asked
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: sql`x.product_id` })
    const register = await registerOf(asked)
    const rows = await tx
      .selectFrom('product_result as x')
      .innerJoin('product as p', (on) =>
        on
          .onRef('p.org_id', '=', 'x.org_id')
          .onRef('p.project_id', '=', 'x.project_id')
          .onRef('p.id', '=', 'x.product_id'),
      )
      .select([
        'x.product_id as product',
        'p.title',
        'p.supplier_id as supplier',
        'p.role',
        'p.class',
        sql<number | null>`${slotOf}`.as('slot'),
        'x.sales_minor',
        'x.sales_currency',
        'x.counts',
        'x.updated_at as updated',
        sql<unknown>`${column}`.as('place'),
      ])
      .where('x.org_id', '=', actor.org)
      .where('x.project_id', '=', params.project)
      .where(where)
      .where(
        saying(page.q, {
          texts: [sql`x.product_id`, sql`p.supplier_id`, sql`p.title`],
          codes: [
            [sql`p.role`, asked.house.standard.glossary.terms.map((term) => [term.id, term] as const)],
            [sql`p.class`, asked.house.standard.classes.flatMap((file) => [...named(file.classes)])],
          ],
          search: [sql`p.search`],
        }),
      )
      .$if(page.role !== undefined, (q) => q.where('p.role', '=', page.role as string))
      .$if(page.supplier !== undefined, (q) => q.where('p.supplier_id', '=', page.supplier as string))
      .$if(page.class !== undefined, (q) => q.where('p.class', '=', page.class as string))
      .$if(page.product !== undefined, (q) => q.where('x.product_id', '=', page.product as string))
      .$if(page.slot !== undefined, (q) => q.where(sql<boolean>`${slotOf} = ${page.slot}`))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.product])
    return {
      rows: shown.map(({ place: _, sales_minor: minor, sales_currency: currency, ...r }) => ({
        ...r,
        sales: minor === null || currency === null ? null : { minor, currency },
        indicators: told(register, r.counts),
      })),
      next,
    }
  },
})
