import { sql } from 'kysely'
import type { Asked } from '../../platform/commands/command.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { checkIndicators } from './check-indicators.ts'

/**
 * T4 → S2 · Reads the indicators of a product again when a case on it is opened: cases count at once, before the shop
 * system's own counts come back, and where it counts fewer.
 */
export async function checkAfterCase(
  asked: Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>,
  project: string,
  product: string,
): Promise<readonly NewEvent[]> {
  const { tx, actor } = asked
  const { rows } = await sql<{ counts: Record<string, number>; cases: Record<string, number> }>`
    select coalesce((select x.counts from product_result x
        where x.org_id = ${actor.org} and x.project_id = ${project} and x.product_id = ${product}), '{}') as counts,
      jsonb_build_object('returns', count(*) filter (where kind not in ('late', 'lost')),
        'not-as-described', count(*) filter (where kind = 'not-as-described'),
        'late-deliveries', count(*) filter (where kind in ('late', 'lost'))) as cases
    from after_sales_case
    where org_id = ${actor.org} and project_id = ${project} and product_id = ${product}
  `.execute(tx)
  const { counts = {}, cases = {} } = rows[0] ?? {}
  // without orders there is no share to read
  if (!counts.orders) return []
  const merged = Object.fromEntries(
    [...new Set([...Object.keys(counts), ...Object.keys(cases)])].map((name) => [
      name,
      Math.max(counts[name] ?? 0, cases[name] ?? 0),
    ]),
  )
  return checkIndicators(asked, project, [{ product, counts: merged }])
}
