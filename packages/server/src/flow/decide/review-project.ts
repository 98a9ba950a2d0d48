import type { Reviewed } from '@haixuan/domain/flow/candidates'
import { nextOwed } from '@haixuan/domain/gate/gate'
import type { Instant } from '@haixuan/domain/kernel/day'
import type { Project } from '@haixuan/domain/plan/project'
import { sql, type Transaction } from 'kysely'
import type { House } from '../../house.ts'
import type { Tables } from '../../platform/database/tables.ts'
import { planNow } from '../judge/plan-now.ts'
import { productRows, reviewRow } from '../judge/product-rows.ts'
import type { Standing } from './decide-products.ts'

type Tx = Transaction<Tables>

const AT_ONCE = 500

/** A product as reviewed, with the decision of its gates. */
export type DecidedReview = ReturnType<typeof reviewRow>

/** All products of a project as their gates stand, and the mark of what they stand on. */
export type ProjectReview = { readonly plan: Project; readonly reviews: readonly Reviewed[]; readonly mark: string }

/**
 * Reviews every product of a project, batch by batch; each batch is told to `each` as it is and kept without what a
 * lineup does not read, so that a large project fits in memory.
 */
export async function reviewProject(
  { tx, org, now, house }: { readonly tx: Tx; readonly org: string; readonly now: Instant; readonly house: House },
  project: Standing,
  each: (batch: readonly DecidedReview[]) => Promise<void> | void = () => {},
): Promise<ProjectReview> {
  const plan = planNow(house, project.plan, now)
  const desk = house.desks.for(plan)
  const mark = await markOf(tx, org, project.id, plan)
  const reviews: Reviewed[] = []
  for (let after: string | undefined = ''; after !== undefined; ) {
    const rows = await productRows(tx, org, project.id).where('p.id', '>', after).limit(AT_ONCE).execute()
    const batch = rows.map((row) => reviewRow(row, plan, desk, project.state))
    await each(batch)
    for (const { decision: _, ...review } of batch) reviews.push(slim(review))
    after = rows.length < AT_ONCE ? undefined : rows.at(-1)!.id
  }
  return { plan, reviews, mark }
}

/**
 * Changes when a product, its terms, its supplier, the plan or the day does. Under a lock on the project it tells whether
 * what was reviewed without one still stands.
 */
export async function markOf(tx: Tx, org: string, project: string, plan: Project): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    select concat_ws('|', ${plan.date}::text,
      (select version from project where org_id = ${org} and id = ${project}),
      (select md5(string_agg(concat_ws(':', id, version, supplier_id, decided_at), ',' order by id))
        from product where org_id = ${org} and project_id = ${project}),
      (select concat_ws(':', count(*), sum(version)) from offer where org_id = ${org} and project_id = ${project}),
      (select md5(string_agg(concat_ws(':', g.supplier_id, g.decided_at, g.state, s.version), ',' order by g.supplier_id))
        from supplier_gate g left join supplier s on s.org_id = g.org_id and s.id = g.supplier_id
        where g.org_id = ${org} and g.project_id = ${project})) as mark
  `.execute(tx)
  return rows[0]!.mark
}

/** What the lineup reads of a product: its figures, and of its findings the one that keeps it out. */
function slim(r: Reviewed): Reviewed {
  const owed = r.overall === 'open' ? nextOwed(r.findings) : undefined
  return {
    ...r,
    product: {
      ...r.product,
      claims: [],
      signals: [],
      listing: { ...r.product.listing, description: '', images: [], attributes: [], variants: [] },
    },
    findings: owed ? [owed] : [],
  }
}
