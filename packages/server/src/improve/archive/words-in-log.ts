import { EVENT_WORDS } from '@haixuan/domain/kernel/event-words'
import { type RawBuilder, sql } from 'kysely'
import type { Question } from '../../platform/queries/query.ts'
import { allOf, among, anyOf, codesOf, standsIn, wordsOf } from '../../platform/queries/saying.ts'
import { type ProductsOfWord, productsMeant } from '../../platform/search/products-meant.ts'
import { eachInLog } from './each-in-log.ts'

/**
 * What a search text asks of an event `e` of a log of any length. Its words are looked up first: the types they name, the
 * people who acted, projects, suppliers and products of that name, a clause or a record of that very id. Each then asks the
 * log by an index, so that a word that nothing has reads nothing, and a rare one its own rows.
 */
export async function wordsInLog(
  { tx, actor, house }: Pick<Question, 'tx' | 'actor' | 'house'>,
  q: string | undefined,
): Promise<RawBuilder<boolean>> {
  const words = wordsOf(q)
  if (words.length === 0) return sql`true`
  const products = await productsMeant(tx, words, {
    project: sql`e.project_id`,
    product: sql`e.subject`,
    several: (which) => ofSeveral(actor.org, which),
  })
  const { rows } = await sql<Meant>`
    with who as materialized (select value from ${eachInLog(actor.org, 'actor')} each)
    select array(select value from who where strpos(lower(value), w.word) > 0) as actors,
      array(select id from project where org_id = ${actor.org} and strpos(lower(name), w.word) > 0) as projects,
      array(select id from supplier where org_id = ${actor.org} and strpos(lower(name), w.word) > 0 limit ${MOST + 1}) as suppliers
    from unnest(${words.map((word) => word.toLowerCase())}::text[]) with ordinality as w (word, n) order by n
  `.execute(tx)
  const clauses = new Set<string>(house.standard.clauses.clauses.map(({ id }) => id))
  return allOf(
    words.map((word, i) => {
      const { actors, projects, suppliers } = rows[i]!
      const id = word.toUpperCase()
      return anyOf([
        ...among([
          [sql`e.type`, codesOf(word, Object.entries(EVENT_WORDS))],
          [sql`e.clause`, clauses.has(id) ? [id] : []],
          [sql`e.actor`, actors],
          [sql`e.project_id`, projects],
          [sql`e.subject`, [word, id, ...(suppliers.length > MOST ? [] : suppliers)]],
        ]),
        ...(suppliers.length > MOST ? [ofSuppliers(word)] : []),
        ...products[i]!,
      ])
    }),
  )
}

/** An event `e` that holds the decisions on several products, one of these among them. */
const ofSeveral = (org: string, which: ProductsOfWord) => sql<boolean>`(
  e.type = 'gate.decided' and e.body ->> 'about' = 'products' and ${
    'ids' in which
      ? sql`e.supplier_id = any (array(select x.supplier_id from happening x where x.org_id = ${org}
          and x.subject = any (${which.ids}) and x.supplier_id is not null))
        and exists (select from jsonb_array_elements(e.body -> 'decisions') d where d -> 'products' ?| ${which.ids})`
      : sql`exists (select from jsonb_array_elements(e.body -> 'decisions') d, jsonb_array_elements_text(d -> 'products') one
          join candidate w on w.org_id = e.org_id and w.id = one where w.project_id = e.project_id and ${which.has})`
  })`
type Meant = { readonly actors: string[]; readonly projects: string[]; readonly suppliers: string[] }

/** More suppliers than these are met soon enough in the order of the log. */
const MOST = 1_000
const ofSuppliers = (word: string) => sql`exists (select 1 from supplier s
  where s.org_id = e.org_id and s.id = e.subject and ${standsIn(word, [sql`s.name`])})`
