import { factsFinder, productId } from '@haixuan/domain/flow/review-product'
import { groupSuppliers } from '@haixuan/domain/flow/supplier-groups'
import type { Listing } from '@haixuan/domain/select/product/listing'
import { type ProductFacts, productFacts } from '@haixuan/domain/select/product/product'
import { nameKey } from '@haixuan/domain/select/supplier/names/name-key'
import type { Supplier } from '@haixuan/domain/select/supplier/supplier'
import { sql } from 'kysely'
import { decideProducts, type Standing } from '../../flow/decide-products.ts'
import { decideSuppliersAlone } from '../../flow/decide-suppliers.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import type { StepAsked } from '../../platform/jobs/task-kind.ts'
import { productRecorded } from './record-product.ts'
import { type Candidate, insertProducts } from './store.ts'

type Options = {
  readonly facts?: readonly ProductFacts[]
  readonly channel?: string | undefined
  /** gives the suppliers on record */
  readonly suppliers?: Suppliers
}
type Added = { readonly added: readonly string[]; readonly events: readonly NewEvent[] }

/**
 * Adds listings to a project as candidates: each under its supplier on record, or under the seller its listing names.
 * They are decided, and the suppliers that gain brands by them, with all their products where that turns a gate. Gives
 * the ids added and the events.
 */
export async function addCandidates(
  asked: StepAsked,
  project: Standing,
  listings: readonly Listing[],
  options: Options = {},
): Promise<Added> {
  const { added, events, turned, undecided } = await recordCandidates(asked, project, listings, options)
  const decided: NewEvent[] = []
  for (const supplier of turned) decided.push(...(await decideProducts(asked, project, { supplier })))
  const rest = undecided.filter((c) => !turned.includes(c.supplier)).map((c) => productId(c.listing))
  if (rest.length > 0) decided.push(...(await decideProducts(asked, project, { ids: rest })))
  return { added, events: [...events, ...decided] }
}

/**
 * The same, but for the decisions on products, which are left to the caller: until then they stand as conditional. Gives
 * the suppliers whose gate turned, too.
 */
export async function recordCandidates(
  asked: StepAsked,
  project: Standing,
  listings: readonly Listing[],
  { facts = [], channel, suppliers: known = knownSuppliers }: Options = {},
): Promise<Added & { readonly turned: readonly string[]; readonly undecided: readonly Candidate[] }> {
  const { now } = asked
  const lookUp = factsFinder(facts)
  const { groupOf } = groupSuppliers(listings, lookUp, await known(asked), nameKey)
  const cameBy = (listing: Listing): ProductFacts | undefined => {
    const known = lookUp(listing)
    return channel === undefined
      ? known
      : { ...(known ?? productFacts.parse({ product: productId(listing) })), channel }
  }
  const candidates = listings.map((listing) => ({ listing, supplier: groupOf(listing).id, facts: cameBy(listing) }))
  const added = new Set(await insertProducts(asked, project.id, candidates, now))
  if (added.size === 0) return { added: [], events: [], turned: [], undecided: [] }
  // of two rows with one id the first was added
  const seen = new Set<string>()
  const fresh = candidates.filter(({ listing }) => {
    const id = productId(listing)
    return added.has(id) && !seen.has(id) && seen.add(id)
  })
  const suppliers = [...Map.groupBy(fresh, (c) => c.supplier)].map(([id, its]) => ({
    id,
    name: groupOf(its[0]!.listing).name ?? null,
    brands: groupOf(its[0]!.listing).brands,
  }))
  const events = fresh.map((candidate) => {
    const { command } = asked
    return productRecorded('P2', {
      ...candidate,
      id: productId(candidate.listing),
      project: project.id,
      command,
      version: 1,
    })
  })
  const gained = await withBrands(asked, project.id, suppliers)
  const { events: ofSuppliers, turned } = await decideSuppliersAlone(
    asked,
    project,
    gained.map(({ id }) => id),
  )
  events.push(...ofSuppliers)
  return { added: [...added], events, turned, undecided: fresh }
}

type Suppliers = (asked: Pick<StepAsked, 'tx' | 'actor'>) => Promise<readonly Supplier[]>

const knownSuppliers: Suppliers = async ({ tx, actor }) =>
  (await tx.selectFrom('supplier').select('body').where('org_id', '=', actor.org).execute()).map((k) => k.body)

/** The suppliers on record, read again only when one was added or changed since. */
export function rememberedSuppliers(): Suppliers {
  let held: { readonly mark: string; readonly all: readonly Supplier[] } | undefined
  return async (asked) => {
    const { mark } = await asked.tx
      .selectFrom('supplier')
      .select(sql<string>`concat_ws(' ', count(*), sum(version))`.as('mark'))
      .where('org_id', '=', asked.actor.org)
      .executeTakeFirstOrThrow()
    if (held?.mark !== mark) held = { mark, all: await knownSuppliers(asked) }
    return held.all
  }
}

type Gained = { readonly id: string; readonly name: string | null; readonly brands: readonly string[] }

/** Notes the brands suppliers sell in a project; gives those that are new there or sell brands they did not. */
async function withBrands({ tx, actor, now }: StepAsked, project: string, suppliers: readonly Gained[]) {
  const { rows } = await sql<{ id: string }>`
    insert into supplier_gate as g (org_id, project_id, supplier_id, name, brands, state, findings, decided_at)
    select ${actor.org}, ${project}, r.id, r.name, r.brands, 'conditional', '[]', ${now}
    from jsonb_to_recordset(${JSON.stringify(suppliers)}::jsonb) as r (id text, name text, brands text[])
    order by r.id
    on conflict (org_id, project_id, supplier_id) do update
      set brands = (select array_agg(distinct b order by b) from unnest(g.brands || excluded.brands) b)
      where not g.brands @> excluded.brands
    returning supplier_id as id
  `.execute(tx)
  return rows
}
