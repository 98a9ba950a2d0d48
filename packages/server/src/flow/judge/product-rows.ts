import { type Recorded, reviewOne } from '@haixuan/domain/flow/carry-out'
import type { Desk } from '@haixuan/domain/flow/desk'
import type { GateState } from '@haixuan/domain/gate/gate'
import type { Project } from '@haixuan/domain/plan/project'
import type { Transaction } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'

/** Products of a project with all that their gates stand on; the caller adds which ones. */
export const productRows = (tx: Transaction<Tables>, org: string, project: string) =>
  tx
    .selectFrom('product as p')
    .leftJoin('offer as o', (on) =>
      on
        .onRef('o.org_id', '=', 'p.org_id')
        .onRef('o.project_id', '=', 'p.project_id')
        .onRef('o.product_id', '=', 'p.id'),
    )
    .innerJoin('supplier_gate as g', (on) =>
      on
        .onRef('g.org_id', '=', 'p.org_id')
        .onRef('g.project_id', '=', 'p.project_id')
        .onRef('g.supplier_id', '=', 'p.supplier_id'),
    )
    .leftJoin('supplier as s', (on) => on.onRef('s.org_id', '=', 'p.org_id').onRef('s.id', '=', 'p.supplier_id'))
    .select([
      'p.id',
      'p.supplier_id',
      'p.listing',
      'p.facts',
      'p.state',
      'p.gates',
      'p.markets',
      'p.likeness',
      'p.outcome',
      'p.decided_at',
      'o.body as offer',
      'g.name as supplier_name',
      'g.brands',
      'g.state as supplier_state',
      's.body as supplier',
    ])
    .where('p.org_id', '=', org)
    .where('p.project_id', '=', project)
    .orderBy('p.id')

export type ProductRow = Awaited<ReturnType<ReturnType<typeof productRows>['execute']>>[number]

/** What is on record of a product, as a review takes it. */
export const recordedIn = (row: ProductRow): Recorded => ({
  listing: row.listing,
  facts: row.facts ?? undefined,
  offer: row.offer ?? undefined,
  group: {
    id: row.supplier_id,
    name: row.supplier_name ?? undefined,
    supplier: row.supplier ?? undefined,
    brands: row.brands,
  },
})

/** Reviews a product as it was read. */
export const reviewRow = (row: ProductRow, plan: Project, desk: Desk, planState: GateState) =>
  reviewOne(recordedIn(row), plan, desk, { plan: planState, supplier: row.supplier_state })
