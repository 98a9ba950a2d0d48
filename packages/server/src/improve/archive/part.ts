import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'

/** What people ask an archive of. */
export const partAsked = z.discriminatedUnion('of', [
  z.strictObject({ of: z.literal('organisation') }),
  z.strictObject({ of: z.literal('project'), project: z.string().min(1) }),
  z.strictObject({ of: z.literal('day'), day: z.iso.date().describe('all streams of that day') }),
  z.strictObject({ of: z.literal('supplier'), supplier: z.string().min(1) }),
  z.strictObject({ of: z.literal('product'), project: z.string().min(1), product: z.string().min(1) }),
])

/**
 * What an archive is of: the whole log of an organisation, a project with its stream, all streams of a day, a supplier in
 * all projects, or one product.
 */
export type Part = { readonly org: string } & z.output<typeof partAsked>

/** The name of the small log that a part is, below the name of the organisation's. */
export function partName(part: Part): string {
  switch (part.of) {
    case 'organisation':
      return 'all'
    case 'project':
      return `projects/${part.project}`
    case 'day':
      return `days/${part.day}`
    case 'supplier':
      return `suppliers/${part.supplier}`
    case 'product':
      return `projects/${part.project}/products/${part.product}`
  }
}

// what the gates of suppliers and products stand on, whoever they are
const ofPlan = sql<boolean>`(e.subject = e.project_id and (e.type = 'plan.recorded'
  or (e.type = 'gate.decided' and e.body ->> 'about' = 'plan' and e.body -> 'gates' ? 'plan')))`
const ofSupplier = sql<boolean>`(e.type = 'supplier.recorded'
  or (e.type = 'gate.decided' and e.body ->> 'about' = 'supplier'))`

/** An event `e` that holds the decision on a product among those on others of its supplier. */
export const decidesWithOthers = (org: string, product: string): RawBuilder<boolean> => sql<boolean>`(
  e.type = 'gate.decided' and e.body ->> 'about' = 'products'
  and e.supplier_id = any(array(select supplier_id from event where org_id = ${org} and subject = ${product}))
  and e.body @> ${JSON.stringify({ decisions: [{ products: [product] }] })}::jsonb)`

/**
 * The events `e` of a part: its own, and those that its decisions stand on, so that they can be run again: the plan and
 * its gate for a supplier, these and the supplier's for a product.
 */
export function eventsOf(part: Part): RawBuilder<boolean> {
  switch (part.of) {
    case 'organisation':
      return sql<boolean>`true`
    case 'project':
      return sql<boolean>`e.project_id = ${part.project}`
    case 'day':
      return sql<boolean>`e.project_id in (select id from project where org_id = ${part.org} and day = ${part.day})`
    case 'supplier':
      return sql<boolean>`(e.supplier_id = ${part.supplier} or (${ofPlan} and e.project_id in
        (select project_id from supplier_gate where org_id = ${part.org} and supplier_id = ${part.supplier})))`
    case 'product':
      return sql<boolean>`e.project_id = ${part.project} and (${ofPlan}
        or (e.subject = ${part.product} and not ${ofSupplier} and not ${ofPlan})
        or ${decidesWithOthers(part.org, part.product)}
        or (${ofSupplier} and e.subject in (select supplier_id from event
          where org_id = ${part.org} and subject = ${part.product} and project_id = ${part.project})))`
  }
}
