import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../../platform/database/tables.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { saying } from '../../platform/queries/saying.ts'
import { liveParams } from './desk-state.ts'

export const entryOnDesk = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.string(),
  product: z.string().nullable(),
  title: z.string().nullable().describe('of the product, also when it stands in no slot any more'),
  version: z.int(),
  body: z.looseObject({}),
})

const ON_DESK = 50
const TITLE = sql<string | null>`(select p.title from product p
  where p.org_id = e.org_id and p.project_id = e.project_id and p.id = e.product_id)`
const columns = [
  'e.id',
  'e.at',
  'e.kind',
  'e.product_id as product',
  TITLE.as('title'),
  'e.version',
  sql<Record<string, unknown>>`e.body`.as('body'),
] as const

/** What a desk shows of the log: the newest entries, newest first. */
export const newestEntries = (tx: Transaction<Tables>, org: string, project: string) =>
  tx
    .selectFrom('live_entry as e')
    .select(columns)
    .where('e.org_id', '=', org)
    .where('e.project_id', '=', project)
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(ON_DESK)
    .execute()

/** S3 · The whole log of a stream. */
export const liveLog = query({
  name: 'live.log',
  path: '/projects/:project/live/log',
  summary: { zh: '直播日志', en: 'The log of the stream' },
  params: liveParams,
  query: pageOf(['at']).extend({ kind: z.string().optional(), product: z.string().optional() }),
  answer: pageAnswer(entryOnDesk),
  async run({ tx, actor, params, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`e.at`, id: sql`e.id` })
    const rows = await tx
      .selectFrom('live_entry as e')
      .select(columns)
      .where('e.org_id', '=', actor.org)
      .where('e.project_id', '=', params.project)
      .where(where)
      .where(
        saying(page.q, {
          texts: [
            sql`e.product_id`,
            TITLE,
            sql`e.body ->> 'text'`,
            sql`e.body ->> 'what'`,
            sql`e.body ->> 'reason'`,
            sql`e.body ->> 'by'`,
          ],
        }),
      )
      .$if(page.kind !== undefined, (q) => q.where('e.kind', '=', page.kind as string))
      .$if(page.product !== undefined, (q) => q.where('e.product_id', '=', page.product as string))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.at, r.id])
  },
})
