import { CASE_KIND_WORDS, CASE_STATE_WORDS } from '@haixuan/domain/improve/after-sales/case-words'
import { type RawBuilder, sql } from 'kysely'
import type { Question } from '../../platform/queries/query.ts'
import { allOf, among, anyOf, codesOf, named, wordsOf } from '../../platform/queries/saying.ts'
import { productsMeant } from '../../platform/search/products-meant.ts'

/** What a search text asks of a case `c`: its words are a product's, its kind, state or market, or its very id. */
export async function wordsInCase(
  { tx, house }: Pick<Question, 'tx' | 'house'>,
  q: string | undefined,
): Promise<RawBuilder<boolean>> {
  const words = wordsOf(q)
  const products = await productsMeant(tx, words, { project: sql`c.project_id`, product: sql`c.product_id` })
  return allOf(
    words.map((word, i) =>
      anyOf([
        ...among([
          [sql`c.kind`, codesOf(word, Object.entries(CASE_KIND_WORDS))],
          [sql`c.state`, codesOf(word, Object.entries(CASE_STATE_WORDS))],
          [sql`c.market`, codesOf(word, named(house.standard.markets))],
          [sql`c.id`, [word]],
          [sql`c.product_id`, [word, word.toUpperCase()]],
        ]),
        ...products[i]!,
      ]),
    ),
  )
}
