import { productId } from '@haixuan/domain/flow/review-product'
import type { Listing } from '@haixuan/domain/select/product/listing'
import type { ProductFacts } from '@haixuan/domain/select/product/product'
import { sql } from 'kysely'
import { decideProducts, type Standing } from '../../flow/decide/decide-products.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import type { StepAsked } from '../../platform/jobs/task-kind.ts'
import { productRecorded } from '../product/record-product.ts'
import { offersOf } from '../product/store.ts'

type Repriced = {
  readonly id: string
  readonly supplier: string
  readonly version: number
  readonly listing: Listing
  readonly facts: ProductFacts | null
}

/** I3 · Candidates that were there before take the price of a list; the price they had stays on record. */
export async function takePrices(
  asked: StepAsked,
  project: Standing,
  listings: readonly Listing[],
  added: ReadonlySet<string>,
): Promise<{ readonly repriced: number; readonly events: readonly NewEvent[] }> {
  const { tx, actor, now } = asked
  const prices = new Map(
    listings.flatMap(({ price, priceTo, listPrice, ...rest }) => {
      const id = productId(rest)
      return price && !added.has(id) ? [[id, { id, prices: { price, priceTo, listPrice } }] as const] : []
    }),
  )
  if (prices.size === 0) return { repriced: 0, events: [] }
  const { rows } = await sql<Repriced>`
    update candidate p set listing = p.listing - '{price,priceTo,listPrice}'::text[] || r.prices,
      price_minor = (r.prices #>> '{price,minor}')::bigint, price_currency = r.prices #>> '{price,currency}',
      version = p.version + 1, updated_at = ${now}
    from jsonb_to_recordset(${JSON.stringify([...prices.values()])}::jsonb) as r (id text, prices jsonb)
    where p.org_id = ${actor.org} and p.project_id = ${project.id} and p.id = r.id
      and (p.price_minor, p.price_currency) is distinct from
        ((r.prices #>> '{price,minor}')::bigint, r.prices #>> '{price,currency}')
    returning p.id, p.supplier_id as supplier, p.version, p.listing, p.facts
  `.execute(tx)
  if (rows.length === 0) return { repriced: 0, events: [] }
  const ids = rows.map((r) => r.id)
  const offers = await offersOf(asked, project.id, ids)
  const recorded = rows.map((r) =>
    productRecorded('I3', { ...r, offer: offers.get(r.id), project: project.id, command: asked.command }),
  )
  return { repriced: rows.length, events: [...recorded, ...(await decideProducts(asked, project, { ids }))] }
}
