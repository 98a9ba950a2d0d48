import { type RawBuilder, sql } from 'kysely'

/** What an archive is of: a project with its stream, a supplier in all projects, or one product. */
export type Part = { readonly org: string } & (
  | { readonly project: string }
  | { readonly supplier: string }
  | { readonly project: string; readonly product: string }
)

/** The name of the small log that a part is, below the name of the organisation's. */
export function partName(part: Part): string {
  if ('supplier' in part) return `suppliers/${part.supplier}`
  return 'product' in part ? `projects/${part.project}/products/${part.product}` : `projects/${part.project}`
}

// what the gates of suppliers and products stand on, whoever they are
const ofPlan = sql<boolean>`(e.subject = e.project_id and (e.type = 'plan.recorded'
  or (e.type = 'gate.decided' and e.body ->> 'about' = 'plan' and e.body -> 'gates' ? 'plan')))`
const ofSupplier = sql<boolean>`(e.type = 'supplier.recorded'
  or (e.type = 'gate.decided' and e.body ->> 'about' = 'supplier'))`

/**
 * The events `e` of a part: its own, and those that its decisions stand on, so that they can be run again: the plan and
 * its gate for a supplier, these and the supplier's for a product.
 */
export function eventsOf(part: Part): RawBuilder<boolean> {
  if ('supplier' in part)
    return sql<boolean>`(e.supplier_id = ${part.supplier} or (${ofPlan} and e.project_id in
      (select project_id from supplier_gate where org_id = ${part.org} and supplier_id = ${part.supplier})))`
  if (!('product' in part)) return sql<boolean>`e.project_id = ${part.project}`
  return sql<boolean>`e.project_id = ${part.project} and (${ofPlan}
    or (e.subject = ${part.product} and not ${ofSupplier} and not ${ofPlan})
    or (${ofSupplier} and e.subject in (select supplier_id from event
      where org_id = ${part.org} and subject = ${part.product} and project_id = ${part.project})))`
}
