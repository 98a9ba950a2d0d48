import type { Judged } from '@haixuan/domain/gate/gate'
import { supplier } from '@haixuan/domain/select/supplier/supplier'
import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../platform/commands/actor.ts'
import { Problem } from '../../platform/http/problem.ts'
import { finding, gateState } from '../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows, searching } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'

const SORTS = { name: sql`s.name`, updated: sql`s.updated_at` }

const list = query({
  name: 'supplier.list',
  path: '/suppliers',
  summary: { zh: '供应商', en: 'Suppliers of the organisation' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: pageOf(['name', 'updated']).extend({
    country: z.string().length(2).optional(),
    decision: z.string().optional(),
  }),
  answer: pageAnswer(
    z.object({
      id: z.string(),
      version: z.int(),
      name: z.string(),
      country: z.string(),
      decision: z.string().nullable(),
      lapses: z.string().nullable(),
      gates: z.record(z.string(), gateState).describe('state of its gate by project'),
    }),
  ),
  async run({ tx, actor, query: page }) {
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: sql`s.id` })
    const rows = await tx
      .selectFrom('supplier as s')
      .select([
        's.id',
        's.version',
        's.name',
        's.country',
        's.decision',
        's.lapses',
        sql<Record<string, 'passed' | 'conditional' | 'open'>>`coalesce((select jsonb_object_agg(g.project_id, g.state)
          from supplier_gate g where g.org_id = s.org_id and g.supplier_id = s.id), '{}')`.as('gates'),
        sql<unknown>`${column}`.as('place'),
      ])
      .where('s.org_id', '=', actor.org)
      .where(where)
      .where(searching(sql`s.search`, page.q))
      .$if(page.country !== undefined, (q) => q.where('s.country', '=', page.country as string))
      .$if(page.decision !== undefined, (q) => q.where('s.decision', '=', page.decision as string))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.id])
    return { rows: shown.map(({ place: _, ...r }) => r), next }
  },
})

const get = query({
  name: 'supplier.get',
  path: '/suppliers/:supplier',
  summary: { zh: '供应商档案与各项目中的供应商关', en: 'A supplier: its record and its gate in every project' },
  roles: MEMBER_ROLES,
  params: z.object({ supplier: z.string() }),
  query: z.object({}),
  answer: z.object({
    id: z.string(),
    version: z.int(),
    record: supplier,
    gates: z.array(z.object({ project: z.string(), state: gateState, findings: z.array(finding) })),
  }),
  async run({ tx, actor, params }) {
    const found = await tx
      .selectFrom('supplier as s')
      .select([
        's.id',
        's.version',
        's.body as record',
        sql<{ project: string; state: 'passed' | 'conditional' | 'open'; findings: Judged[] }[]>`coalesce(
          (select jsonb_agg(jsonb_build_object('project', g.project_id, 'state', g.state, 'findings', g.findings)
            order by g.project_id) from supplier_gate g where g.org_id = s.org_id and g.supplier_id = s.id), '[]')`.as(
          'gates',
        ),
      ])
      .where('s.org_id', '=', actor.org)
      .where('s.id', '=', params.supplier)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { detail: `supplier ${params.supplier}` })
    return found
  },
})

export const supplierQueries = [list, get]
