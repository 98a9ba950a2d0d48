import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../../platform/queries/page.ts'
import { query } from '../../../platform/queries/query.ts'
import { pageByNumber } from '../search/by-number.ts'
import { gathered, meets } from '../search/found.ts'
import { expectSiftedFor, rowFor } from '../supplier/not-for-suppliers.ts'
import { inOrder, pageByOutcome, sortedByOutcome } from './by-outcome.ts'
import { countMet, filtering, PRICE, productFilters } from './filters.ts'
import { productRow, ROW_COLUMNS, rowOf, withSellers } from './row.ts'

const params = z.object({ project: z.string() })

/**
 * Each has an index of these very words, so that a page is read from it wherever the page begins; row-level security lets an
 * index be asked with a case, not with a coalesce.
 */
const SORTS = {
  title: sql`p.title`,
  price: PRICE,
  added: sql`p.created_at`,
  themeFit: sql`(case when p.theme_fit is null then 0 else p.theme_fit end)`,
}
const NAMES = ['title', 'price', 'state', 'added', 'themeFit', 'margin'] as const

const page = pageOf(NAMES)

export const productList = query({
  name: 'product.list',
  path: '/projects/:project/products',
  summary: { zh: '候选产品', en: 'Candidate products of a project' },
  roles: MEMBER_ROLES,
  params,
  query: page.extend({
    ...productFilters.shape,
    sort: page.shape.sort
      .unwrap()
      .optional()
      .describe(
        '`-` before it turns it round; `title` when absent, of a search those whose number begins with it, then `-added`',
      ),
  }),
  answer: pageAnswer(productRow),
  async run({ tx, actor, params, query: asked }) {
    const { project } = params
    expectSiftedFor(actor, asked)
    const shownTo = rowFor(actor)
    if (asked.q && !asked.sort) {
      const which = (search?: RawBuilder<boolean>) => filtering(tx, project, asked, search)
      const first = await pageByNumber(tx, { org: actor.org, project }, { ...asked, q: asked.q }, which)
      if (first) return { ...first, rows: first.rows.map(shownTo) }
    }
    // the newest stand together on disk: a word that many have is met there soonest
    const page = { ...asked, sort: asked.sort ?? (asked.q ? '-added' : 'title') }
    const which = await filtering(tx, project, page)
    if (sortedByOutcome(page)) {
      const { ids, next } = await pageByOutcome(tx, { org: actor.org, project }, page, which)
      const some = withSellers(tx, actor.org, project).where('p.id', 'in', [...ids, ''])
      return { rows: inOrder(await some.select(ROW_COLUMNS).execute(), ids).map((r) => shownTo(rowOf(r))), next }
    }
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: sql`p.id` })
    const rows = await withSellers(tx, actor.org, project)
      .select([...ROW_COLUMNS, sql<unknown>`${column}`.as('place')])
      .where(where)
      .where(which)
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.id])
    return { rows: shown.map(({ place: _, ...r }) => shownTo(rowOf(r))), next }
  },
})

/** Beyond this a count says "and more": people read no exact number there, and the answer stays quick. */
const MOST_COUNTED = 10_000

export const productCount = query({
  name: 'product.count',
  path: '/projects/:project/product-count',
  summary: { zh: '符合条件的产品数', en: 'How many products meet the filters of the list' },
  roles: MEMBER_ROLES,
  params,
  query: productFilters,
  answer: z.object({
    count: z.int(),
    more: z.boolean().describe(`whether there are more than the ${MOST_COUNTED} that are counted one by one`),
  }),
  async run({ tx, actor, params, query: filters }) {
    expectSiftedFor(actor, filters)
    const known = await countMet(tx, params.project, filters)
    if (known !== undefined) return { count: known, more: false }
    const { q, ...others } = filters
    const ids = q?.trim() ? await gathered(tx, params.project, q, MOST_COUNTED) : undefined
    if (ids && Object.values(others).every((asked) => asked === undefined))
      return { count: Math.min(ids.length, MOST_COUNTED), more: ids.length > MOST_COUNTED }
    const search = ids && ids.length <= MOST_COUNTED ? sql<boolean>`p.id = any(${ids})` : meets(q)
    const some = tx
      .selectFrom('product as p')
      .select(sql`1`.as('one'))
      .where('p.org_id', '=', actor.org)
      .where('p.project_id', '=', params.project)
      .where(await filtering(tx, params.project, filters, search))
      .limit(MOST_COUNTED + 1)
    const { count } = await tx
      .selectFrom(some.as('some'))
      .select(sql<number>`count(*)::int`.as('count'))
      .executeTakeFirstOrThrow()
    return { count: Math.min(count, MOST_COUNTED), more: count > MOST_COUNTED }
  },
})
