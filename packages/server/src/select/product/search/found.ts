import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import { asked, searching } from '../../../platform/queries/page.ts'

type Tx = Transaction<Tables>

/** More products than these are met soon enough in the order of a list. */
const MOST_FOUND = 2_000

/**
 * What a search text asks of the product `p`: those it finds, by the index, or when they are many the text itself. One
 * statement more than a list has otherwise, and the only way past reading every row.
 */
export async function found(tx: Tx, project: string, q: string | undefined): Promise<RawBuilder<boolean>> {
  const words = asked(q)
  if (words === undefined) return searching(sql`p.search`, q)
  const { rows } = await sql<{ ids: string[] | null }>`
    select products_found(${project}, ${words}::tsquery, ${MOST_FOUND}) as ids`.execute(tx)
  const ids = rows[0]?.ids
  return ids ? sql<boolean>`p.id = any(${ids})` : meets(q)
}

/**
 * The same row by row. Of a case, every second row is expected to meet it: the order of the list is followed, not all rows
 * read and sorted.
 */
export const meets = (q: string | undefined): RawBuilder<boolean> =>
  sql<boolean>`case when ${searching(sql`p.search`, q)} then true else false end`

/** The products that a search text finds, one more than `most` where there are more. */
export async function gathered(tx: Tx, project: string, q: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ ids: string[] }>`
    select array(select id from products_met(${project}, ${asked(q) ?? ''}::tsquery, ${most + 1})) as ids
  `.execute(tx)
  return rows[0]!.ids
}
