import { sql } from 'kysely'
import { z } from 'zod'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../queries/page.ts'
import { query } from '../../queries/query.ts'
import { saying } from '../../queries/saying.ts'

const list = query({
  name: 'api-key.list',
  path: '/api-keys',
  summary: { zh: 'API 密钥：所有者与审计员见全部', en: 'API keys: all of them for owners and auditors, else mine' },
  params: z.object({}),
  query: pageOf(['created']),
  answer: pageAnswer(
    z.object({
      id: z.string(),
      name: z.string(),
      user: z.string(),
      scopes: z.array(z.string()),
      created: z.string(),
      expires: z.string().nullable(),
      used: z.string().nullable(),
      revoked: z.string().nullable(),
    }),
  ),
  async run({ tx, actor, query: page }) {
    const all = actor.roles.includes('owner') || actor.roles.includes('auditor')
    const { where, order } = pagePieces(page, { column: sql`k.created_at`, id: sql`k.id` })
    const rows = await tx
      .selectFrom('api_key as k')
      .select(['k.id', 'k.name', 'k.user_id as user', 'k.scopes', 'k.created_at as created'])
      .select(['k.expires_at as expires', 'k.last_used_at as used', 'k.revoked_at as revoked'])
      .where('k.org_id', '=', actor.org)
      .where(where)
      .where(
        saying(page.q, {
          texts: [
            sql`k.id`,
            sql`k.name`,
            sql`k.user_id`,
            sql`array_to_string(k.scopes, ' ')`,
            sql`(select m.name from member m where m.org_id = k.org_id and m.user_id = k.user_id)`,
          ],
        }),
      )
      .$if(!all, (q) => q.where('k.user_id', '=', actor.user))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.created, r.id])
  },
})

export const apiKeyQueries = [list]
