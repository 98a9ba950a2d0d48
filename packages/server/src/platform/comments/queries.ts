import { sql } from 'kysely'
import { z } from 'zod'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../queries/page.ts'
import { query } from '../queries/query.ts'
import { saying } from '../queries/saying.ts'
import { projectOf, recordAt } from './records.ts'

/** What was said of a record, oldest first. */
export const comments = query({
  name: 'comment.list',
  path: '/comments',
  summary: { zh: '一条记录的留言', en: 'Comments on a record' },
  params: z.object({}),
  query: pageOf(['created']).extend(recordAt.shape),
  answer: pageAnswer(
    z.object({
      id: z.string(),
      version: z.int(),
      user: z.string(),
      author: z.string(),
      text: z.string().describe('empty once it was taken back'),
      mentions: z.array(z.object({ user: z.string(), name: z.string() })),
      created: z.string(),
      changed: z.string().nullable(),
      removed: z.boolean(),
    }),
  ),
  async run({ tx, actor, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`c.created_at`, id: sql`c.id` })
    const rows = await tx
      .selectFrom('comment as c')
      .select([
        'c.id',
        'c.version',
        'c.user_id as user',
        'c.author',
        'c.text',
        'c.created_at as created',
        sql<string | null>`case when c.version > 1 then c.updated_at end`.as('changed'),
        sql<boolean>`c.removed_at is not null`.as('removed'),
        sql<{ user: string; name: string }[]>`(
          select coalesce(jsonb_agg(jsonb_build_object('user', m.user_id, 'name', m.name) order by m.name), '[]')
          from member m where m.org_id = c.org_id and m.user_id = any (c.mentions))`.as('mentions'),
      ])
      .where('c.org_id', '=', actor.org)
      .where('c.kind', '=', page.kind)
      .where('c.project_id', '=', projectOf(page))
      .where('c.subject', '=', page.id)
      .where(where)
      .where(saying(page.q, { texts: [sql`c.text`, sql`c.author`] }))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.created, r.id])
  },
})
