import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { gateState } from '../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'

const row = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  day: z.string(),
  markets: z.array(z.string()),
  state: gateState,
  products: z.int(),
  closedAt: z.string().nullable(),
})
const SORTS = { day: sql`p.day`, name: sql`p.name`, updated: sql`p.updated_at` }

const list = query({
  name: 'project.list',
  path: '/projects',
  summary: { zh: '选品项目', en: 'Projects of the organisation' },
  params: z.object({}),
  query: pageOf(['day', 'name', 'updated']).extend({
    open: z.stringbool().optional().describe('only projects that are not closed'),
  }),
  answer: pageAnswer(row),
  async run({ tx, actor, query: page }) {
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: sql`p.id` })
    const rows = await tx
      .selectFrom('project as p')
      .select((e) => [
        'p.id',
        'p.version',
        'p.name',
        'p.day',
        sql<string[]>`p.plan -> 'markets'`.as('markets'),
        'p.state',
        e.ref('p.closed_at').as('closedAt'),
        sql<number>`(select count(*)::int from product x where x.org_id = p.org_id and x.project_id = p.id)`.as(
          'products',
        ),
        sql<unknown>`${column}`.as('place'),
      ])
      .where('p.org_id', '=', actor.org)
      .where(where)
      .$if(page.q !== undefined, (q) => q.where(sql<boolean>`strpos(lower(p.name), lower(${page.q})) > 0`))
      .$if(page.open === true, (q) => q.where('p.closed_at', 'is', null))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.id])
    return { rows: shown.map(({ place: _, ...r }) => r), next }
  },
})

const get = query({
  name: 'project.get',
  path: '/projects/:project',
  summary: { zh: '项目：方案与方案关', en: 'A project: its plan and the plan gate' },
  params: z.object({ project: z.string() }),
  query: z.object({}),
  answer: z.object({
    id: z.string(),
    version: z.int(),
    plan: z.looseObject({}),
    state: gateState,
    findings: z.array(z.looseObject({})),
    closedAt: z.string().nullable(),
  }),
  async run({ tx, actor, params }) {
    const found = await tx
      .selectFrom('project')
      .select((e) => ['id', 'version', 'plan', 'state', 'findings', e.ref('closed_at').as('closedAt')])
      .where('org_id', '=', actor.org)
      .where('id', '=', params.project)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { detail: `project ${params.project}` })
    return found
  },
})

export const projectQueries = [list, get]
