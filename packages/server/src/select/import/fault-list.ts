import { fieldNames, importWordsOf } from '@haixuan/interchange/import/import-words'
import type { Standard } from '@haixuan/interchange/standard/load'
import { sql } from 'kysely'
import { z } from 'zod'
import { text } from '../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { saying } from '../../platform/queries/saying.ts'

/** P2 · The rows an import did not take in, for people who look at its result. */
export const importFaults = query({
  name: 'import.faults',
  path: '/imports/:task/faults',
  summary: { zh: '导入时未采用的行，逐页', en: 'The rows an import did not take in, page by page' },
  params: z.object({ task: z.string() }),
  query: pageOf(['row']),
  answer: pageAnswer(z.object({ row: z.int(), field: z.string(), name: text.optional(), reason: text })),
  async run({ tx, actor, params, query: page, house }) {
    const names = fieldNames(importWordsOf(house.standard as unknown as Standard))
    const { where, order } = pagePieces(page, { column: sql`row`, id: sql`row` })
    const rows = await tx
      .selectFrom('import_fault')
      .select(['row', 'field', 'reason'])
      .where('org_id', '=', actor.org)
      .where('task_id', '=', params.task)
      .where(where)
      .where(saying(page.q, { texts: [sql`row`, sql`field`, sql`reason ->> 'zh'`, sql`reason ->> 'en'`] }))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(
      rows.map((r) => ({ ...r, name: names.get(r.field) })),
      page,
      (r) => [r.row, r.row],
    )
  },
})
