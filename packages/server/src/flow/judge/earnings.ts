import type { LandedCost } from '@haixuan/domain/select/cooperation/pricing/landed-cost'
import { sql } from 'kysely'
import type { Asked } from '../../platform/commands/command.ts'
import type { Earning } from '../../platform/database/tables/select.ts'

/** What an offer earns in the market where it earns least, as a share of the price without tax (I6). */
function leastOf(costs: readonly LandedCost[]): Earning | null {
  const [least] = costs.toSorted((a, b) => Number(a.marginRate) - Number(b.marginRate))
  if (!least) return null
  const { market, price, margin, marginRate, floorPrice } = least
  return { market, price, floor: floorPrice ?? null, margin, marginRate: Number(marginRate) }
}

/** Keeps beside each offer what it earns, so that a list can be sorted by it. One statement for all. */
export async function keepEarnings(
  { tx, actor }: Pick<Asked, 'tx' | 'actor'>,
  project: string,
  reviewed: readonly { readonly product: { readonly id: string }; readonly costs: readonly LandedCost[] }[],
): Promise<void> {
  const all = reviewed.flatMap(({ product, costs }) => {
    const least = leastOf(costs)
    return least ? [{ id: product.id, least }] : []
  })
  if (all.length === 0) return
  await sql`
    update offer o set least = e.least from jsonb_to_recordset(${JSON.stringify(all)}::jsonb) as e (id text, least jsonb)
    where o.org_id = ${actor.org} and o.project_id = ${project} and o.product_id = e.id and o.least is distinct from e.least
  `.execute(tx)
}
