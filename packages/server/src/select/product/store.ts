import { productId } from '@haixuan/domain/flow/review-product'
import type { GateState } from '@haixuan/domain/gate/gate'
import type { Offer } from '@haixuan/domain/select/cooperation/offer'
import type { Listing } from '@haixuan/domain/select/product/listing'
import { type ProductFacts, productFacts } from '@haixuan/domain/select/product/product'
import { sql } from 'kysely'
import type { ownColumns, Rewritten } from '../../flow/decide/decide-products.ts'
import { searchWords } from '../../flow/search-words.ts'
import { cause } from '../../platform/cause.ts'
import type { Asked } from '../../platform/commands/command.ts'
import { parseRecord } from '../../platform/commands/parse-record.ts'
import { textArray } from '../../platform/database/text-array.ts'
import { Problem } from '../../platform/http/problem.ts'

type In = Pick<Asked, 'tx' | 'actor'>

export type StoredProduct = {
  readonly version: number
  readonly supplier: string
  readonly listing: Listing
  readonly facts: ProductFacts
}

/** A product locked for the rest of the transaction. @throws Problem */
export async function productForUpdate({ tx, actor }: In, project: string, id: string): Promise<StoredProduct> {
  const row = await tx
    .selectFrom('candidate')
    .select(['version', 'supplier_id', 'listing', 'facts'])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { why: cause('product-of-project', { product: id, project }) })
  const { supplier_id, facts, ...rest } = row
  return { ...rest, supplier: supplier_id, facts: facts ?? productFacts.parse({ product: id }) }
}

/** The state of a product as its gates were last decided. */
export async function stateOf({ tx, actor }: In, project: string, id: string): Promise<GateState> {
  const { state } = await tx
    .selectFrom('product')
    .select('state')
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return state
}

/** A product with other facts, written with the decision on it. */
export function otherFacts(facts: ProductFacts, version: number, now: string): Rewritten {
  const text = JSON.stringify(facts)
  const columns = sql`facts = ${text}::jsonb, role = ${facts.role?.fixed ?? null}, version = ${version}, updated_at = ${now}`
  return { record: { facts: JSON.parse(text) }, columns }
}

/** What a product is found and sorted by, of its listing. */
const foundBy = (listing: Listing) => ({
  title: listing.title,
  brand: listing.brand ?? null,
  sku: listing.sku ?? null,
  price_minor: listing.price?.minor ?? null,
  price_currency: listing.price?.currency ?? null,
})
const wordsOf = (listing: Listing) =>
  searchWords([listing.title, listing.sku, listing.brand, listing.seller, listing.gtin].filter(Boolean).join(' '))

/** A product with another listing, written with the decision on it. */
export function otherListing(listing: Listing, version: number, now: string): Rewritten {
  const text = JSON.stringify(listing)
  const { title, brand, sku, price_minor, price_currency } = foundBy(listing)
  const columns = sql`listing = ${text}::jsonb, title = ${title}, brand = ${brand}, sku = ${sku}, price_minor = ${price_minor},
    price_currency = ${price_currency}, search = array_to_tsvector(${wordsOf(listing)}::text[]), version = ${version},
    updated_at = ${now}`
  return { record: { listing: JSON.parse(text) }, columns }
}

/** The offers of products, as their log entries hold them. */
export async function offersOf(
  { tx, actor }: In,
  project: string,
  products: readonly string[],
): Promise<ReadonlyMap<string, Offer>> {
  const rows = await tx
    .selectFrom('offer')
    .select(['product_id', 'body'])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .where(sql<boolean>`product_id = any (${products})`)
    .execute()
  return new Map(rows.map((r) => [r.product_id, r.body]))
}

export type Candidate = {
  readonly listing: Listing
  readonly supplier: string
  readonly facts?: ProductFacts | undefined
  /** the columns that its decision fills */
  readonly decided: ReturnType<typeof ownColumns> & { readonly likeness: string; readonly recheck_on: string | null }
}

/** Adds candidates to a project in one statement; gives the ids added. One that is there already is left as it is. */
export async function insertProducts(
  { tx, actor }: In,
  project: string,
  candidates: readonly Candidate[],
  now: string,
): Promise<string[]> {
  const column = (of: (candidate: Candidate) => string | number | null | undefined) =>
    textArray(candidates.map((c) => of(c)?.toString()))
  const lines = (words: readonly string[]) => words.join('\n')
  const found = candidates.map(({ listing }) => foundBy(listing))
  const foundIn = (of: (by: ReturnType<typeof foundBy>) => string | number | null) =>
    textArray(found.map((by) => of(by)?.toString()))
  const added = await sql<{ id: string }>`
    insert into candidate (org_id, project_id, id, version, supplier_id, listing, facts, title, brand, sku, price_minor,
      price_currency, role, search, created_at, updated_at, class, confidence, theme_fit, likeness, claims, traits,
      recheck_on, decided_at)
    select ${actor.org}, ${project}, r.id, 1, r.supplier_id, r.listing::jsonb, r.facts::jsonb, r.title, r.brand, r.sku,
      r.price_minor::bigint, r.price_currency, r.role, array_to_tsvector(string_to_array(r.words, e'\\n')), ${now}, ${now},
      r.class, r.confidence::real, r.theme_fit::real, r.likeness::uuid, r.claims::jsonb, string_to_array(r.traits, e'\\n'),
      r.recheck_on::date, ${now}
    from unnest(
      ${column((c) => productId(c.listing))}::text[], ${column((c) => c.supplier)}::text[],
      ${column((c) => JSON.stringify(c.listing))}::text[], ${column((c) => c.facts && JSON.stringify(c.facts))}::text[],
      ${foundIn((f) => f.title)}::text[], ${foundIn((f) => f.brand)}::text[], ${foundIn((f) => f.sku)}::text[],
      ${foundIn((f) => f.price_minor)}::text[], ${foundIn((f) => f.price_currency)}::text[],
      ${column((c) => c.facts?.role?.fixed)}::text[], ${column((c) => lines(wordsOf(c.listing)))}::text[],
      ${column((c) => c.decided.class)}::text[], ${column((c) => c.decided.confidence)}::text[],
      ${column((c) => c.decided.theme_fit)}::text[], ${column((c) => c.decided.likeness)}::text[],
      ${column((c) => JSON.stringify(c.decided.claims))}::text[], ${column((c) => lines(c.decided.traits))}::text[],
      ${column((c) => c.decided.recheck_on)}::text[]
    ) as r (id, supplier_id, listing, facts, title, brand, sku, price_minor, price_currency, role, words, class, confidence,
      theme_fit, likeness, claims, traits, recheck_on)
    on conflict do nothing
    returning id
  `.execute(tx)
  return added.rows.map((r) => r.id)
}

/** Those of ids that a project has products of. */
export async function presentIn(
  { tx, actor }: In,
  project: string,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    select id from candidate where org_id = ${actor.org} and project_id = ${project} and id = any (${ids})
  `.execute(tx)
  return new Set(rows.map((r) => r.id))
}

/** @throws BadInput naming the field */
export const parseFacts = (record: unknown): ProductFacts => parseRecord(productFacts, record, 'facts')
