import type { Offer } from '@haixuan/domain/select/cooperation/offer'
import type { Listing } from '@haixuan/domain/select/product/listing'
import type { ProductFacts } from '@haixuan/domain/select/product/product'
import { nameKey } from '@haixuan/domain/select/supplier/names/name-key'
import type { Supplier } from '@haixuan/domain/select/supplier/supplier'
import { sql } from 'kysely'
import type { Asked } from '../../platform/commands/command.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { productRecorded } from '../product/record-product.ts'

/**
 * Gives a new supplier the products of open projects whose listings name it as their seller: until a supplier is on
 * record, such products stand under the seller's name.
 */
export async function adoptSeller(
  { tx, actor, now, command }: Pick<Asked, 'tx' | 'actor' | 'now' | 'command'>,
  supplier: Supplier,
): Promise<NewEvent[]> {
  const sellers = [...new Set([supplier.name, ...supplier.names].map((name) => `seller:${nameKey(name)}`))]
  await sql`
    with mine as (
      select g.project_id, array_agg(distinct b) filter (where b is not null) as brands
      from supplier_gate g join project p on p.org_id = g.org_id and p.id = g.project_id and p.closed_at is null
        left join unnest(g.brands) b on true
      where g.org_id = ${actor.org} and g.supplier_id = any (${sellers})
      group by g.project_id
    )
    insert into supplier_gate (org_id, project_id, supplier_id, name, brands, state, findings, decided_at)
    select ${actor.org}, project_id, ${supplier.id}, ${supplier.name}, coalesce(brands, '{}'), 'conditional', '[]', ${now} from mine
    on conflict do nothing
  `.execute(tx)
  const open = sql`project_id in (select id from project where org_id = ${actor.org} and closed_at is null)`
  const theirs = sql`org_id = ${actor.org} and supplier_id = any (${sellers}) and ${open}`
  const { rows } = await sql<Adopted>`
    update candidate p set supplier_id = ${supplier.id}, version = version + 1, updated_at = ${now} where ${theirs}
    returning id, project_id as project, version, listing, facts,
      (select body from offer o where o.org_id = p.org_id and o.project_id = p.project_id and o.product_id = p.id) as offer
  `.execute(tx)
  await sql`delete from supplier_gate where ${theirs}`.execute(tx)
  return rows.map((row) => productRecorded('I2', { ...row, supplier: supplier.id, command }))
}

type Adopted = {
  id: string
  project: string
  version: number
  listing: Listing
  facts: ProductFacts | null
  offer: Offer | null
}
