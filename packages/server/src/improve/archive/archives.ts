import { sql } from 'kysely'
import { z } from 'zod'
import { WITHHOLDABLE } from '../../platform/events/log-event.ts'
import { linkToken } from '../../platform/files/links.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { saying } from '../../platform/queries/saying.ts'
import { partAsked } from './part.ts'

type Part = z.output<typeof partAsked>

const list = query({
  name: 'archive.list',
  path: '/archives',
  summary: { zh: '已导出的归档，最新在前', en: 'The archives that were made, newest first' },
  params: z.object({}),
  query: pageOf(['made']).extend({
    sort: z.enum(['made', '-made']).default('-made'),
    of: z.enum(['organisation', 'project', 'day', 'supplier', 'product']).optional(),
    project: z.string().optional(),
  }),
  answer: pageAnswer(
    z.object({
      id: z.string(),
      part: partAsked,
      withheld: z.array(z.string()),
      sha256: z.string(),
      size: z.number(),
      events: z.number(),
      root: z.string(),
      madeBy: z.string(),
      madeAt: z.string(),
    }),
  ),
  async run({ tx, actor, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`a.made_at`, id: sql`a.id` })
    const rows = await tx
      .selectFrom('archive as a')
      .select((e) => [
        'a.id',
        e.ref('a.part').$castTo<Part>().as('part'),
        'a.withheld',
        'a.sha256',
        'a.size',
        'a.events',
        'a.root',
        'a.made_by as madeBy',
        'a.made_at as madeAt',
      ])
      .where('a.org_id', '=', actor.org)
      .where(where)
      .where(
        saying(page.q, {
          texts: [
            sql`a.id`,
            sql`a.made_by`,
            sql`a.root`,
            sql`a.sha256`,
            sql`a.part ->> 'project'`,
            sql`a.part ->> 'day'`,
            sql`a.part ->> 'supplier'`,
            sql`a.part ->> 'product'`,
            sql`array_to_string(a.withheld, ' ')`,
            sql`(select j.name from project j where j.org_id = a.org_id and j.id = a.part ->> 'project')`,
            sql`(select s.name from supplier s where s.org_id = a.org_id and s.id = a.part ->> 'supplier')`,
          ],
        }),
      )
      .$if(page.of !== undefined, (q) => q.where(sql<boolean>`a.part ->> 'of' = ${page.of}`))
      .$if(page.project !== undefined, (q) => q.where(sql<boolean>`a.part ->> 'project' = ${page.project}`))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.madeAt, r.id])
  },
})

const link = query({
  name: 'archive.link',
  path: '/archives/:archive/link',
  summary: { zh: '五分钟内有效的下载链接', en: 'A link to download an archive, for five minutes' },
  params: z.object({ archive: z.string() }),
  query: z.object({}),
  answer: z.object({ url: z.string().describe('path on this server'), expiresAt: z.string() }),
  async run({ tx, actor, params, house }) {
    const found = await tx
      .selectFrom('archive')
      .select(['sha256', 'part', 'made_at'])
      .where('org_id', '=', actor.org)
      .where('id', '=', params.archive)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: missing('archive', params.archive) })
    const name = `haixuan-${Object.values(found.part as Part).join('-')}-${found.made_at.slice(0, 10)}.zip`
    const linked = { org: actor.org, sha256: found.sha256, type: 'application/zip', name }
    const { token, expiresAt } = linkToken(house.masterKey, linked, house.clock())
    return { url: `/files/${token}`, expiresAt }
  },
})

const withholdable = query({
  name: 'archive.withholdable',
  path: '/archives/withholdable',
  summary: { zh: '可以不公开的字段', en: 'The fields that can be withheld' },
  params: z.object({}),
  query: z.object({}),
  answer: z.object({ fields: z.array(z.string()) }),
  run: async () => ({ fields: [...WITHHOLDABLE] }),
})

export const archiveQueries = [list, withholdable, link]
