import { sql } from 'kysely'
import { z } from 'zod'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { named, saying } from '../../platform/queries/saying.ts'
import { SUGGESTION_STATES, suggestionBody } from './suggestion.ts'

const state = z.enum(SUGGESTION_STATES)

/** T3 · Suggestions with their decisions and measured effects, newest first. */
export const suggestions = query({
  name: 'suggestion.list',
  path: '/suggestions',
  summary: { zh: '改进建议与效果', en: 'Suggestions and their effects' },
  params: z.object({}),
  query: pageOf(['created']).extend({
    sort: z.enum(['created', '-created']).default('-created'),
    state: state.optional(),
    project: z.string().optional(),
  }),
  answer: pageAnswer(
    z.object({
      id: z.string(),
      version: z.int(),
      project: z.string().nullable(),
      state,
      created: z.string(),
      title: z.string().nullable().describe('of the product it is about'),
      record: suggestionBody,
    }),
  ),
  async run({ tx, actor, house, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`s.created_at`, id: sql`s.id` })
    const rows = await tx
      .selectFrom('suggestion as s')
      .select((e) => [
        's.id',
        's.version',
        's.project_id as project',
        e.ref('s.state').$castTo<z.output<typeof state>>().as('state'),
        's.created_at as created',
        sql<string | null>`(select p.title from product p where p.org_id = s.org_id and p.project_id = s.project_id
          and p.id = s.body ->> 'product')`.as('title'),
        sql<z.output<typeof suggestionBody>>`s.body`.as('record'),
      ])
      .where('s.org_id', '=', actor.org)
      .where(where)
      .where(
        saying(page.q, {
          texts: [
            sql`s.id`,
            sql`s.project_id`,
            sql`(select j.name from project j where j.org_id = s.org_id and j.id = s.project_id)`,
            sql`(select p.title from product p where p.org_id = s.org_id and p.project_id = s.project_id
              and p.id = s.body ->> 'product')`,
            sql`s.body ->> 'what'`,
            sql`s.body ->> 'why'`,
            sql`s.body ->> 'subject'`,
            sql`s.body ->> 'by'`,
            sql`s.body ->> 'product'`,
          ],
          codes: [[sql`s.body ->> 'indicator'`, named(house.standard.risks.indicators)]],
        }),
      )
      .$if(page.state !== undefined, (q) => q.where('s.state', '=', page.state as string))
      .$if(page.project !== undefined, (q) => q.where('s.project_id', '=', page.project as string))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.created, r.id])
  },
})
