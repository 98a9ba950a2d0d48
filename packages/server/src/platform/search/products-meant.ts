import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { asked, searching } from '../queries/page.ts'

/** More products than these are met soon enough in the order of a list. */
const MOST = 2_000

/** Where a row says which product it is about. */
type About = {
  readonly project: RawBuilder<unknown>
  readonly product: RawBuilder<unknown>
  /** how a row says that it is about several, if it may be */
  readonly several?: (which: ProductsOfWord) => RawBuilder<boolean>
}
/** The products that a word finds: by their ids, or what it asks of candidate `w` where they are many. */
export type ProductsOfWord = { readonly ids: readonly string[] } | { readonly has: RawBuilder<boolean> }

/**
 * For each word of a search text what it asks of rows that are about a product: that it is one of those the index of products
 * finds by the word, or, where they are many, that its own texts have the word. Nothing where no product has it.
 */
export async function productsMeant(
  tx: Transaction<Tables>,
  words: readonly string[],
  { project, product, several }: About,
): Promise<RawBuilder<boolean>[][]> {
  if (words.length === 0) return []
  const looked = words.map((word) => asked(word) ?? null)
  const { rows } = await sql<{ n: number; project: string; product: string }>`
    select w.n::int as n, p.project_id as project, p.id as product
    from unnest(${looked}::text[]) with ordinality as w (word, n)
      cross join lateral products_met(null, w.word::tsquery, ${MOST + 1}) p
    where w.word is not null
  `.execute(tx)
  const found = Map.groupBy(rows, (row) => row.n)
  return words.map((word, i) => {
    const met = found.get(i + 1)
    if (!met) return []
    // asked row by row: of an `exists` PostgreSQL would first gather every product that has the word
    if (met.length > MOST) {
      const has = searching(sql`w.search`, word)
      return [
        sql<boolean>`(select ${has} from candidate w where w.org_id = current_org()
        and w.project_id = ${project} and w.id = ${product})`,
        ...(several ? [several({ has })] : []),
      ]
    }
    const [projects, products] = [met.map((m) => m.project), met.map((m) => m.product)]
    // the first two go by the index of the list, the third tells products of the same id in two projects apart
    return [
      sql<boolean>`(${project} = any (${[...new Set(projects)]}) and ${product} = any (${[...new Set(products)]})
      and (${project}, ${product}) in (select * from unnest(${projects}::text[], ${products}::text[])))`,
      ...(several ? [several({ ids: [...new Set(products)] })] : []),
    ]
  })
}
