import { sql } from 'kysely'
import { z } from 'zod'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'

/** T2 · What happened, newest first, from the log: of the organisation, a project, or one record. */
export const history = query({
  name: 'event.list',
  path: '/events',
  summary: { zh: '日志', en: 'The log' },
  params: z.object({}),
  query: pageOf(['id'])
    .omit({ q: true })
    .extend({
      sort: z.enum(['id', '-id']).default('-id'),
      project: z.string().optional(),
      subject: z.string().optional(),
      type: z.string().optional(),
    }),
  answer: pageAnswer(
    z.object({
      id: z.number(),
      seq: z.number().nullable().describe('place in the Merkle log, once it is sealed'),
      at: z.string(),
      type: z.string(),
      actor: z.string(),
      subject: z.string(),
      clause: z.string(),
      project: z.string().nullable(),
      body: z.looseObject({}),
    }),
  ),
  async run({ tx, actor, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`e.id`, id: sql`e.id` })
    const rows = await tx
      .selectFrom('event as e')
      .select([
        'e.id',
        'e.seq',
        'e.at',
        'e.type',
        'e.actor',
        'e.subject',
        'e.clause',
        'e.project_id as project',
        'e.body',
      ])
      .where('e.org_id', '=', actor.org)
      .where(where)
      .$if(page.project !== undefined, (q) => q.where('e.project_id', '=', page.project as string))
      .$if(page.subject !== undefined, (q) => q.where('e.subject', '=', page.subject as string))
      .$if(page.type !== undefined, (q) => q.where('e.type', '=', page.type as string))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.id, r.id])
  },
})
