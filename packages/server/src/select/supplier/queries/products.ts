import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { gateState } from '../../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows, searching } from '../../../platform/queries/page.ts'
import { query } from '../../../platform/queries/query.ts'

const SORTS = { added: sql`p.created_at`, title: sql`p.title`, state: sql`p.state` }

export const supplierProducts = query({
  name: 'supplier.products',
  path: '/suppliers/:supplier/products',
  summary: { zh: '该供应商在各项目中的产品', en: 'The products of a supplier in every project' },
  roles: MEMBER_ROLES,
  params: z.object({ supplier: z.string() }),
  query: pageOf(['added', 'title', 'state']).extend({ project: z.string().optional(), state: gateState.optional() }),
  answer: pageAnswer(
    z.object({
      id: z.string(),
      version: z.int(),
      project: z.string(),
      projectName: z.string(),
      day: z.string(),
      title: z.string(),
      image: z.string().nullable(),
      class: z.string().nullable(),
      state: gateState,
      owed: z.int().describe('findings that are the supplier\u2019s to mend'),
      samples: z.array(z.object({ id: z.string(), state: z.string() })),
    }),
  ),
  async run({ tx, actor, params, query: page }) {
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: sql`p.id` })
    const rows = await tx
      .selectFrom('product as p')
      .innerJoin('project as j', (on) => on.onRef('j.org_id', '=', 'p.org_id').onRef('j.id', '=', 'p.project_id'))
      .select([
        'p.id',
        'p.version',
        'p.project_id as project',
        'j.name as projectName',
        'j.day',
        'p.title',
        sql<string | null>`p.listing -> 'images' ->> 0`.as('image'),
        'p.class',
        'p.state',
        sql<number>`(select count(*)::int from alike_finding k where k.org_id = p.org_id and k.project_id = p.project_id
          and k.likeness = p.likeness and k.owner = 'supplier' and not k.waived)`.as('owed'),
        sql<{ id: string; state: string }[]>`coalesce((select jsonb_agg(jsonb_build_object('id', s ->> 'id',
          'state', s -> 'history' -> -1 ->> 'state')) from jsonb_array_elements(p.facts -> 'samples') s), '[]')`.as(
          'samples',
        ),
        sql<unknown>`${column}`.as('place'),
      ])
      .where('p.org_id', '=', actor.org)
      .where('p.supplier_id', '=', params.supplier)
      .where(where)
      .where(searching(sql`p.search`, page.q))
      .$if(page.project !== undefined, (q) => q.where('p.project_id', '=', page.project as string))
      .$if(page.state !== undefined, (q) => q.where('p.state', '=', page.state as never))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.id])
    return { rows: shown.map(({ place: _, ...r }) => r), next }
  },
})
