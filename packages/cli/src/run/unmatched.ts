import { keysOf } from '@haixuan/domain/flow/review-product'
import type { Listing } from '@haixuan/domain/select/product/listing'
import type { ReadProject } from '@haixuan/interchange/project/read-project'
import type { FileNote } from '@haixuan/interchange/project/read-suppliers'

/** Records of products that no row of the list is: what they say would count for nothing. */
export function unmatchedRecords(project: ReadProject, listings: readonly Listing[]): FileNote[] {
  const known = new Set(listings.flatMap(keysOf))
  const { facts, offers, plan } = project
  const named = [
    ...facts.map((f) => ['facts', f.product] as const),
    ...offers.map((o) => ['offers', o.product] as const),
    ...plan.holds.map((h) => ['holds', h.product] as const),
    ...plan.scripts.map((s) => ['scripts', s.product] as const),
  ]
  return named
    .filter(([, product]) => !known.has(product))
    .map(([place, product]) => ({
      place,
      field: 'product',
      what: {
        zh: `产品清单中没有“${product}”（SKU、GTIN、网址或 row:行号），未采用`,
        en: `"${product}" is no product of the list, by SKU, GTIN, URL or row:N; not used`,
      },
    }))
}
