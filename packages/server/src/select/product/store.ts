import { productId } from '@haixuan/domain/flow/review-product'
import type { Offer } from '@haixuan/domain/select/cooperation/offer'
import type { Listing } from '@haixuan/domain/select/product/listing'
import { type ProductFacts, productFacts } from '@haixuan/domain/select/product/product'
import { sql } from 'kysely'
import { searchWords } from '../../flow/search-words.ts'
import type { Asked } from '../../platform/commands/command.ts'
import { parseRecord } from '../../platform/commands/parse-record.ts'
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
    .selectFrom('product')
    .select(['version', 'supplier_id', 'listing', 'facts'])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { detail: `product ${id} of project ${project}` })
  const { version, supplier_id, listing, facts } = row
  return { version, supplier: supplier_id, listing, facts: facts ?? productFacts.parse({ product: id }) }
}

export async function saveFacts(
  { tx, actor }: In,
  project: string,
  id: string,
  facts: ProductFacts,
  version: number,
  now: string,
): Promise<void> {
  await tx
    .updateTable('product')
    .set({ facts: JSON.stringify(facts), role: facts.role?.fixed ?? null, version, updated_at: now })
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .where('id', '=', id)
    .execute()
}

/** The offer of a product, as its log entry holds it. */
export async function offerOf({ tx, actor }: In, project: string, product: string): Promise<Offer | undefined> {
  const row = await tx
    .selectFrom('offer')
    .select('body')
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .where('product_id', '=', product)
    .executeTakeFirst()
  return row?.body
}

export type Candidate = {
  readonly listing: Listing
  readonly supplier: string
  readonly facts?: ProductFacts | undefined
}

/** Adds candidates to a project in one statement; gives the ids added. One that is there already is left as it is. */
export async function insertProducts(
  { tx, actor }: In,
  project: string,
  candidates: readonly Candidate[],
  now: string,
): Promise<string[]> {
  const rows = candidates.map(({ listing, supplier, facts }) => ({
    id: productId(listing),
    supplier_id: supplier,
    listing,
    facts: facts ?? null,
    title: listing.title,
    brand: listing.brand ?? null,
    sku: listing.sku ?? null,
    price_minor: listing.price?.minor ?? null,
    price_currency: listing.price?.currency ?? null,
    role: facts?.role?.fixed ?? null,
    words: searchWords(
      [listing.title, listing.sku, listing.brand, listing.seller, listing.gtin].filter(Boolean).join(' '),
    ),
  }))
  const added = await sql<{ id: string }>`
    insert into product (org_id, project_id, id, version, supplier_id, listing, facts, title, brand, sku, price_minor,
      price_currency, role, search, created_at, updated_at)
    select ${actor.org}, ${project}, r.id, 1, r.supplier_id, r.listing, r.facts, r.title, r.brand, r.sku, r.price_minor,
      r.price_currency, r.role, array_to_tsvector(r.words), ${now}, ${now}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (id text, supplier_id text, listing jsonb, facts jsonb,
      title text, brand text, sku text, price_minor bigint, price_currency text, role text, words text[])
    on conflict do nothing
    returning id
  `.execute(tx)
  return added.rows.map((r) => r.id)
}

/** @throws BadInput naming the field */
export const parseFacts = (record: unknown): ProductFacts => parseRecord(productFacts, record, 'facts')
