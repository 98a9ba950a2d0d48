import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import { type Page, pagePieces, pageRows, readCursor } from '../../../platform/queries/page.ts'
import { ROW_COLUMNS, rowOf, withSellers } from '../reading/row.ts'
import { meets } from './found.ts'

type Tx = Transaction<Tables>
type Of = { readonly org: string; readonly project: string }
type Search = Omit<Page, 'sort'> & { readonly q: string }
type Which = (search?: RawBuilder<boolean>) => Promise<RawBuilder<boolean>>

/** Comes after every character that a number has. */
const LAST = '\u{10ffff}'

/**
 * A page of what a search text finds: the products whose number begins with it, by their number, then the others, the newest
 * first. Numbers are read from their index, however many begin so. Nothing where none does. `which` asks what else the list is
 * narrowed down by, and in place of the words what it is given.
 */
export async function pageByNumber(tx: Tx, { org, project }: Of, search: Search, which: Which) {
  const [place, id] = search.cursor === undefined ? [null, ''] : readCursor(search.cursor)
  const begins = await beginningOf(tx, project, search.q)
  if (begins === undefined) return undefined
  const rows = withSellers(tx, org, project).select(ROW_COLUMNS)
  const within = sql<boolean>`(p.id >= ${begins} and p.id < ${begins + LAST})`
  const numbered =
    place === null
      ? await rows
          .select(sql<unknown>`null`.as('place'))
          .where(within)
          .where('p.id', '>', id as string)
          .where(await which(meets(search.q)))
          .orderBy('p.id')
          .limit(search.limit + 1)
          .execute()
      : []
  const left = search.limit + 1 - numbered.length
  const rest = { ...search, sort: '-added', cursor: place === null ? undefined : search.cursor }
  const { where, order } = pagePieces(rest, { column: sql`p.created_at`, id: sql`p.id` })
  const others =
    left > 0
      ? await rows
          .select(sql<unknown>`p.created_at`.as('place'))
          .where(sql<boolean>`not ${within}`)
          .where(where)
          .where(await which())
          .orderBy(order as never)
          .limit(left)
          .execute()
      : []
  const { rows: shown, next } = pageRows([...numbered, ...others], rest, (r) => [r.place, r.id])
  return { rows: shown.map(({ place: _, ...r }) => rowOf(r)), next }
}

/** The search text as some number of the project begins with it: as it is typed, or in the other case. */
async function beginningOf(tx: Tx, project: string, q: string): Promise<string | undefined> {
  const text = q.trim()
  if (text === '') return undefined
  const typed = [...new Set([text, text.toUpperCase(), text.toLowerCase()])]
  // one step in the index for each: of an `exists` PostgreSQL would look through every product first
  const { rows } = await sql<{ begins: string }>`
    select t.begins from unnest(${typed}::text[]) with ordinality t (begins, n)
    where (select c.id from candidate c where c.org_id = current_org() and c.project_id = ${project}
      and c.id >= t.begins and c.id < t.begins || ${LAST} order by c.id limit 1) is not null
    order by t.n limit 1
  `.execute(tx)
  return rows[0]?.begins
}
