import type { Listing } from '../select/product/listing.ts'
import type { ProductFacts } from '../select/product/product.ts'
import type { Supplier } from '../select/supplier/supplier.ts'

/** A supplier with what the listings show of it: its record when there is one, the name they use, the brands it sells. */
export type SupplierGroup = {
  readonly id: string
  readonly name: string | undefined
  readonly supplier: Supplier | undefined
  readonly brands: readonly string[]
}

/** Names that listings use for no brand at all. */
const NO_BRAND = new Set(['', 'no brand', 'nobrand', 'oem', 'none', 'generic', 'unbranded', '无品牌', 'n/a', '-'])

/** Gathers the suppliers of a project: each on record, and each seller that listings name without a record. */
export function groupSuppliers(
  listings: readonly Listing[],
  factsOf: (listing: Listing) => ProductFacts | undefined,
  suppliers: readonly Supplier[],
  nameKey: (name: string) => string,
): { readonly groups: readonly SupplierGroup[]; readonly groupOf: (listing: Listing) => SupplierGroup } {
  const byId = new Map(suppliers.map((s) => [s.id, s]))
  const byName = new Map(suppliers.flatMap((s) => [s.name, ...s.names].map((name) => [nameKey(name), s] as const)))
  const drafts = new Map<string, { name: string | undefined; supplier: Supplier | undefined; brands: Set<string> }>()
  for (const s of suppliers) drafts.set(s.id, { name: s.name, supplier: s, brands: new Set() })
  const idOf = new Map<Listing, string>()
  for (const listing of listings) {
    const named = factsOf(listing)?.supplier
    const known = (named && byId.get(named)) || (listing.seller ? byName.get(nameKey(listing.seller)) : undefined)
    const id =
      known?.id ?? named ?? (listing.seller ? `seller:${nameKey(listing.seller) || listing.seller}` : 'seller:unknown')
    idOf.set(listing, id)
    const draft = drafts.get(id) ?? { name: listing.seller ?? named, supplier: known, brands: new Set<string>() }
    drafts.set(id, draft)
    if (listing.brand && !NO_BRAND.has(listing.brand.trim().toLowerCase())) draft.brands.add(listing.brand)
  }
  const groups = [...drafts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, d]): SupplierGroup => ({ id, name: d.name, supplier: d.supplier, brands: [...d.brands].sort() }))
  const byGroup = new Map(groups.map((g) => [g.id, g]))
  return { groups, groupOf: (listing) => byGroup.get(idOf.get(listing) as string) as SupplierGroup }
}
