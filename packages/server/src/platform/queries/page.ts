import { BadInput } from '@haixuan/domain/kernel/errors'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { searchWords } from '../../flow/search-words.ts'
import { cause } from '../cause.ts'

/** A page of a list: what to look for, by what to sort (`-` turns it round), and where the page before ended. */
export const pageOf = <S extends string>(sorts: readonly [S, ...S[]]) =>
  z.object({
    q: z.string().max(200).optional().describe('words to look for, in any script'),
    sort: z
      .enum([...sorts, ...sorts.map((s) => `-${s}` as const)] as [S | `-${S}`, ...(S | `-${S}`)[]])
      .default(sorts[0] as never)
      .describe('`-` before it turns it round'),
    limit: z.coerce.number().int().min(1).max(200).default(50),
    cursor: z.string().max(1000).optional().describe('`next` of the page before'),
  })
export type Page = { sort: string; limit: number; cursor?: string | undefined; q?: string | undefined }

export const pageAnswer = <T extends z.ZodType>(row: T) => z.object({ rows: z.array(row), next: z.string().nullable() })

/** Column and direction of a sort; ids break ties so that pages never overlap. */
type Order = { readonly column: RawBuilder<unknown>; readonly id: RawBuilder<unknown> }

/** The two parts of a cursor. @throws BadInput */
export const readCursor = (cursor: string): [unknown, unknown] => {
  try {
    const read = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(read) && read.length === 2) return read as [unknown, unknown]
  } catch {
    // told below
  }
  throw new BadInput(cause('not-cursor'), { field: 'cursor' })
}

/** The condition and the order of a page, as pieces of SQL. Columns that are sorted by are never null. @throws BadInput */
export function pagePieces(
  page: Page,
  { column, id }: Order,
): { where: RawBuilder<boolean>; order: RawBuilder<unknown> } {
  const down = page.sort.startsWith('-')
  const direction = sql.raw(down ? 'desc' : 'asc')
  const order = sql`${column} ${direction}, ${id} ${direction}`
  if (page.cursor === undefined) return { where: sql<boolean>`true`, order }
  const [value, after] = readCursor(page.cursor)
  const than = sql.raw(down ? '<' : '>')
  return { where: sql<boolean>`(${column}, ${id}) ${than} (${value}, ${after})`, order }
}

/** Takes the one row more that was asked for off again; its place is where the next page begins. */
export function pageRows<T>(rows: readonly T[], page: Page, placeOf: (row: T) => readonly [unknown, unknown]) {
  const shown = rows.slice(0, page.limit)
  const last = shown.at(-1)
  const more = rows.length > page.limit && last !== undefined
  return { rows: shown, next: more ? Buffer.from(JSON.stringify(placeOf(last))).toString('base64url') : null }
}

/** What a search text asks for, as PostgreSQL writes it: every word, the last one as a beginning; none without words. */
export function asked(text: string | undefined): string | undefined {
  const words = searchWords(text ?? '')
  const quoted = words.map((w, i) => `'${w.replaceAll("'", "''")}'${i === words.length - 1 ? ':*' : ''}`)
  return words.length === 0 ? undefined : quoted.join(' & ')
}

/** What a search text asks of a `search` column. */
export function searching(column: RawBuilder<unknown>, text: string | undefined): RawBuilder<boolean> {
  const words = asked(text)
  if (words === undefined) return text?.trim() ? sql<boolean>`false` : sql<boolean>`true`
  return sql<boolean>`${column} @@ ${words}::tsquery`
}
