import { factsFinder, productId } from '@haixuan/domain/flow/review-product'
import { groupSuppliers } from '@haixuan/domain/flow/supplier-groups'
import type { Listing } from '@haixuan/domain/select/product/listing'
import { type ProductFacts, productFacts } from '@haixuan/domain/select/product/product'
import { nameKey } from '@haixuan/domain/select/supplier/names/name-key'
import type { Supplier } from '@haixuan/domain/select/supplier/supplier'
import { sql } from 'kysely'
import { judgeNew, keepNew, keepOutcomes, type NewProduct } from '../../flow/decide/decide-new.ts'
import { decideProducts, type Standing } from '../../flow/decide/decide-products.ts'
import { decideSuppliersAlone } from '../../flow/decide/decide-suppliers.ts'
import type { ReadAhead } from '../../flow/judge/judge.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import type { StepAsked } from '../../platform/jobs/task-kind.ts'
import { productRecorded } from './record-product.ts'
import { insertProducts, offersOf, presentIn } from './store.ts'

type Options = {
  readonly facts?: readonly ProductFacts[]
  readonly channel?: string | undefined
  /** gives the suppliers on record */
  readonly suppliers?: Suppliers
  /** what the listings say, where they were read before */
  readonly ahead?: ReadAhead | undefined
  /** told when all are judged and PostgreSQL begins to write them */
  readonly writing?: () => void
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
  const { added, events, turned } = await recordCandidates(asked, project, listings, options)
  const decided: NewEvent[] = []
  for (const supplier of turned) decided.push(...(await decideProducts(asked, project, { supplier })))
  return { added, events: [...events, ...decided] }
}

/**
 * The same, but for the products that stood before under a supplier whose gate turns: they are left to the caller. Every
 * candidate is judged before it is written, so that its row is written once.
 */
export async function recordCandidates(
  asked: StepAsked,
  project: Standing,
  listings: readonly Listing[],
  { facts = [], channel, suppliers: known = knownSuppliers, ahead, writing }: Options = {},
): Promise<Added & { readonly turned: readonly string[] }> {
  const { now, command } = asked
  const lookUp = factsFinder(facts)
  const { groupOf } = groupSuppliers(listings, lookUp, await known(asked), nameKey)
  const cameBy = (listing: Listing): ProductFacts | undefined => {
    const known = lookUp(listing)
    return channel === undefined
      ? known
      : { ...(known ?? productFacts.parse({ product: productId(listing) })), channel }
  }
  const present = await presentIn(asked, project.id, listings.map(productId))
  // of two rows with one id the first is added
  const candidates = new Map<string, NewProduct>()
  for (const listing of listings) {
    const id = productId(listing)
    if (present.has(id) || candidates.has(id)) continue
    candidates.set(id, { id, listing, supplier: groupOf(listing).id, facts: cameBy(listing) })
  }
  if (candidates.size === 0) return { added: [], events: [], turned: [] }
  const fresh = [...candidates.values()]
  const suppliers = [...Map.groupBy(fresh, (c) => c.supplier)].map(([id, its]) => ({
    id,
    name: groupOf(its[0]!.listing).name ?? null,
    brands: groupOf(its[0]!.listing).brands,
  }))
  const gained = await withBrands(asked, project.id, suppliers)
  const { events: ofSuppliers, turned: other } = await decideSuppliersAlone(
    asked,
    project,
    gained.map(({ id }) => id),
  )
  // one that is new there has no products that stood under another state
  const turned = other.filter((id) => gained.some((g) => g.id === id && !g.isNew))
  const offers = await offersOf(asked, project.id, [...candidates.keys()])
  const judged = await judgeNew(asked, project, fresh, offers, ahead)
  const kept = await keepOutcomes(asked, project, judged)
  const inserting = insertProducts(
    asked,
    project.id,
    kept.map((decided) => ({ ...candidates.get(decided.id)!, decided })),
    now,
  )
  writing?.()
  const added = new Set(await inserting)
  // one that another transaction has added since is that one's to decide
  const mine = judged.filter(({ row }) => added.has(row.id))
  const recorded = mine.map(({ row }) => {
    const { id, supplier, listing, facts } = candidates.get(row.id)!
    return productRecorded('P2', { id, supplier, listing, facts, project: project.id, command, version: 1 })
  })
  const decided = await keepNew(asked, project, mine)
  return { added: [...added], events: [...recorded, ...ofSuppliers, ...decided], turned }
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
  const { rows } = await sql<{ id: string; isNew: boolean }>`
    insert into supplier_gate as g (org_id, project_id, supplier_id, name, brands, state, findings, decided_at)
    select ${actor.org}, ${project}, r.id, r.name, r.brands, 'conditional', '[]', ${now}
    from jsonb_to_recordset(${JSON.stringify(suppliers)}::jsonb) as r (id text, name text, brands text[])
    order by r.id
    on conflict (org_id, project_id, supplier_id) do update
      set brands = (select array_agg(distinct b order by b) from unnest(g.brands || excluded.brands) b)
      where not g.brands @> excluded.brands
    returning supplier_id as id, xmax = 0 as "isNew"
  `.execute(tx)
  return rows
}
