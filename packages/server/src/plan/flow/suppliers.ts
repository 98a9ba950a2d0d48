import { sql } from 'kysely'
import { z } from 'zod'
import { blockingFilter, holdsBlocking } from '../../flow/blocking.ts'
import { gateState } from '../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { saying } from '../../platform/queries/saying.ts'

const SORTS = { name: sql`coalesce(g.name, g.supplier_id)`, state: sql`g.state` }

/** I1, I2 · The suppliers of a project's candidates with their gate in it, also those not on record yet. */
export const projectSuppliers = query({
  name: 'project.suppliers',
  path: '/projects/:project/suppliers',
  summary: { zh: '项目的供应商与供应商关', en: 'The suppliers of a project with their gate in it' },
  params: z.object({ project: z.string() }),
  query: pageOf(['name', 'state']).extend({
    state: gateState.optional(),
    owes: z.string().optional().describe('role that owes something'),
    ...blockingFilter,
  }),
  answer: pageAnswer(
    z.object({
      id: z.string(),
      name: z.string(),
      recorded: z.boolean().describe('whether it has a record; else a listing names it alone'),
      country: z.string().nullable(),
      brands: z.array(z.string()),
      state: gateState,
      blocks: z.int(),
      owes: z.array(z.string()),
      products: z.int(),
    }),
  ),
  async run({ tx, actor, params, query: page }) {
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: sql`g.supplier_id` })
    const rows = await tx
      .selectFrom('supplier_gate as g')
      .leftJoin('supplier as s', (on) => on.onRef('s.org_id', '=', 'g.org_id').onRef('s.id', '=', 'g.supplier_id'))
      .select([
        'g.supplier_id as id',
        sql<string>`coalesce(g.name, g.supplier_id)`.as('name'),
        sql<boolean>`s.id is not null`.as('recorded'),
        's.country',
        'g.brands',
        'g.state',
        sql<number>`jsonb_array_length(jsonb_path_query_array(g.findings,
          '$[*] ? (@.severity == "block" && !exists(@.waived))'))`.as('blocks'),
        'g.owes',
        sql<number>`(select coalesce(sum(c.n), 0)::int from alike_count c where c.org_id = g.org_id
          and c.project_id = g.project_id and c.supplier_id = g.supplier_id)`.as('products'),
        sql<unknown>`${column}`.as('place'),
      ])
      .where('g.org_id', '=', actor.org)
      .where('g.project_id', '=', params.project)
      .where(where)
      .where(saying(page.q, { texts: [sql`g.name`, sql`g.supplier_id`] }))
      .$if(page.state !== undefined, (q) => q.where('g.state', '=', page.state as 'open'))
      .$if(page.owes !== undefined, (q) => q.where(sql<boolean>`g.owes @> array[${page.owes}]`))
      .where(holdsBlocking(sql`g.findings`, { ...page, gate: 'supplier' }))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.id])
    return { rows: shown.map(({ place: _, ...r }) => r), next }
  },
})
