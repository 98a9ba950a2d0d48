import type { GateState } from '@haixuan/domain/gate/gate'
import type { Money } from '@haixuan/domain/kernel/money'
import type { Transaction } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import { askedPrice } from '../cooperation/asked-price.ts'

/** A product of a lineup as it stands now, at the price the stream asks. */
export type LineupProduct = {
  readonly id: string
  readonly title: string
  readonly supplier: string
  /** null as long as only a listing names it */
  readonly supplierName: string | null
  readonly state: GateState
  readonly price: Money | null
}

/** The lineup of a project, and the products it names as they stand now; undefined when none is proposed. */
export async function lineupWith(tx: Transaction<Tables>, org: string, project: string) {
  const lineup = await tx
    .selectFrom('lineup')
    .select((e) => [
      'version',
      'body',
      'plan',
      'filled',
      'released',
      'edited',
      'changed',
      'authors',
      e.ref('proposed_by').as('proposedBy'),
      e.ref('proposed_at').as('proposedAt'),
      e.ref('released_by').as('releasedBy'),
      e.ref('released_at').as('releasedAt'),
      e
        .exists(
          e
            .selectFrom('live_show as w')
            .select('w.started_at')
            .whereRef('w.org_id', '=', 'lineup.org_id')
            .whereRef('w.project_id', '=', 'lineup.project_id'),
        )
        .$castTo<boolean>()
        .as('aired'),
    ])
    .where('org_id', '=', org)
    .where('project_id', '=', project)
    .executeTakeFirst()
  if (!lineup) return undefined
  const { slots, leftOut } = lineup.body
  const named = [...slots.flatMap((s) => [s.product, s.substitute]), ...leftOut.map((l) => l.product)]
  const ids = [...new Set(named.filter((id) => id !== null))]
  const rows =
    ids.length === 0
      ? []
      : await tx
          .selectFrom('product as p')
          .leftJoin('offer as o', (on) =>
            on
              .onRef('o.org_id', '=', 'p.org_id')
              .onRef('o.project_id', '=', 'p.project_id')
              .onRef('o.product_id', '=', 'p.id'),
          )
          .leftJoin('supplier as s', (on) => on.onRef('s.org_id', '=', 'p.org_id').onRef('s.id', '=', 'p.supplier_id'))
          .select([
            'p.id',
            'p.title',
            'p.supplier_id as supplier',
            's.name as supplierName',
            'p.state',
            'p.price_minor',
            'p.price_currency',
            'o.body as offer',
          ])
          .where('p.org_id', '=', org)
          .where('p.project_id', '=', project)
          .where('p.id', 'in', ids)
          .execute()
  const products = new Map(
    rows.map(({ price_minor, price_currency, offer, ...row }): [string, LineupProduct] => [
      row.id,
      { ...row, price: askedPrice({ price_minor, price_currency, offer }) },
    ]),
  )
  return { lineup, productOf: (id: string | null) => (id === null ? null : (products.get(id) ?? null)) }
}
