import { type Column, csvPages } from '@haixuan/interchange/report/table'
import { z } from 'zod'
import { download, type Reads } from '../../platform/http/download.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import type { RowFault } from './faults.ts'

const PAGE = 1_000
const COLUMNS: readonly Column<RowFault>[] = [
  { header: '行 row', cell: (f) => f.row },
  { header: '字段 field', cell: (f) => f.field },
  { header: '原因', cell: (f) => f.reason.zh },
  { header: 'reason', cell: (f) => f.reason.en },
]

/** P2 · The rows of a list that were not taken in, and why, as CSV. */
export const rejectedRows = download({
  name: 'import.rejected',
  path: '/imports/:task/rejected.csv',
  summary: { zh: '导入时未采用的行及原因', en: 'The rows an import did not take in, and why' },
  params: z.object({ task: z.string() }),
  query: z.object({}),
  async run({ actor, params, read }) {
    const found = await read((tx) =>
      tx
        .selectFrom('task')
        .select('id')
        .where('org_id', '=', actor.org)
        .where('id', '=', params.task)
        .where('kind', 'in', ['product.import', 'supplier.import'])
        .executeTakeFirst(),
    )
    if (!found) throw new Problem('not-found', { why: missing('import', params.task) })
    const content = csvPages(COLUMNS, pages(read, actor.org, params.task))
    return { file: 'rejected.csv', type: 'text/csv; charset=utf-8', content }
  },
})

async function* pages(read: Reads, org: string, task: string): AsyncGenerator<readonly RowFault[]> {
  for (let after = 0; ; ) {
    const page = await read((tx) =>
      tx
        .selectFrom('import_fault')
        .select(['row', 'field', 'reason'])
        .where('org_id', '=', org)
        .where('task_id', '=', task)
        .where('row', '>', after)
        .orderBy('row')
        .limit(PAGE)
        .execute(),
    )
    yield page
    if (page.length < PAGE) return
    after = page.at(-1)!.row
  }
}
