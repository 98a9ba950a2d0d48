import { streamWorkbook } from '@haixuan/interchange/report/stream-workbook'
import { csvPages } from '@haixuan/interchange/report/table'
import { z } from 'zod'
import { type Download, download } from '../http/download.ts'
import type { Query, Question } from '../queries/query.ts'
import { columnsOf } from './columns.ts'

/** Rows that are read at once: one statement, one short transaction. */
const PAGE = 1_000
const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const
type Format = keyof typeof TYPES

type Row = Readonly<Record<string, unknown>>
type Answer = { readonly rows: readonly Row[]; readonly next?: string | null }
type Page = { readonly limit?: number; readonly cursor?: string } & Row

/** Beside every list its table to save, `…/products.csv` and `.xlsx`: the same filters, sort and rights, all its rows. */
export const exportsOf = (queries: readonly Query[]): Download[] =>
  queries.flatMap((query) => {
    const row = rowOf(query)
    return row ? [tableOf(query, row, 'csv'), tableOf(query, row, 'xlsx')] : []
  })

/** The schema of a list's rows; undefined for a query that answers anything else, or not with all there is. */
function rowOf({ answer }: Query): z.ZodType | undefined {
  if (!(answer instanceof z.ZodObject)) return undefined
  const { rows, ...rest } = answer.shape as Record<string, z.ZodType>
  const whole = 'next' in rest || Object.keys(rest).length === 0
  return whole && rows instanceof z.ZodArray ? (rows.element as z.ZodType) : undefined
}

function tableOf(query: Query, row: z.ZodType, format: Format): Download {
  const { limit: _, cursor: __, ...filters } = (query.query as z.ZodObject).shape
  return download({
    name: query.name,
    path: `${query.path}.${format}`,
    summary: query.summary,
    ...(query.roles ? { roles: query.roles } : {}),
    params: query.params,
    query: z.object({ ...filters, lang: z.enum(['zh', 'en']).optional().describe('of the headers') }),
    async run({ actor, params, query: { lang, ...asked }, house, read, language }) {
      const pageAt = (page: Page): Promise<Answer> =>
        read((tx) => query.run({ tx, actor, params, query: page, house } as Question as never)) as Promise<Answer>
      // read before the answer begins, so that what is wrong is told as a problem
      const first = await pageAt({ ...asked, limit: PAGE })
      const pages = pagesFrom(first, (cursor) => pageAt({ ...asked, limit: PAGE, cursor }))
      const { glossary, classes } = house.standard
      const names = new Map(classes.flatMap((file) => file.classes.map(({ id, name }) => [id, name])))
      const reader = { language: lang ?? language, glossary, classes: names }
      const columns = columnsOf(row, reader)
      const name = query.path.split('/').at(-1) as string
      const content = format === 'csv' ? csvPages(columns, pages) : streamWorkbook({ name, columns, pages })
      return { file: `${name}-${house.clock().slice(0, 10)}.${format}`, type: TYPES[format], content }
    },
  })
}

async function* pagesFrom(first: Answer, after: (cursor: string) => Promise<Answer>): AsyncGenerator<readonly Row[]> {
  let page = first
  for (;;) {
    yield page.rows
    if (!page.next) return
    page = await after(page.next)
  }
}
