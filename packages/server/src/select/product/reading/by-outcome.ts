import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from '../../../platform/database/tables.ts'
import { type Page, pageRows, readCursor } from '../../../platform/queries/page.ts'

/** What outcomes are sorted by; one that has no margin comes before all that have. */
const PLACES = {
  state: sql`l.state`,
  margin: sql`coalesce(l.margin, -1)`,
  cooperation: sql`coalesce(l.gates ->> 'cooperation', 'conditional')`,
}
type Place = {
  readonly id: string
  readonly place: unknown
  readonly kind: string
  readonly supplier: string
}

/** Whether a page is sorted by what products came out with. */
export const sortedByOutcome = ({ sort }: Pick<Page, 'sort'>): boolean => Object.hasOwn(PLACES, sort.replace('-', ''))

/**
 * The ids of a page of products in the order of what they came out with, and where the next begins. The few hundred
 * outcomes are sorted, not the products: those that share one stand together, and are read from their index. `which` asks
 * something of the product `p`.
 */
export async function pageByOutcome(
  tx: Transaction<Tables>,
  { org, project }: { readonly org: string; readonly project: string },
  page: Page,
  which: RawBuilder<boolean>,
): Promise<{ readonly ids: readonly string[]; readonly next: string | null }> {
  const down = page.sort.startsWith('-')
  const [direction, than] = [sql.raw(down ? 'desc' : 'asc'), sql.raw(down ? '<' : '>')]
  const column = PLACES[page.sort.replace('-', '') as keyof typeof PLACES]
  const [after, id] = page.cursor === undefined ? [] : readCursor(page.cursor)
  const [place, kind, supplier] = Array.isArray(after) ? after : []
  const from = id === undefined ? sql`true` : sql`(${column}, l.id) ${than}= (${place}, ${kind}::uuid)`
  // an index is asked with a bound, where one can be had for every outcome
  const within = down
    ? sql`case when k.kind = ${kind}::uuid then (p.supplier_id, p.id) < (${supplier}, ${id}) else true end`
    : sql`(p.supplier_id, p.id) > (case when k.kind = ${kind}::uuid then ${supplier} else '' end,
        case when k.kind = ${kind}::uuid then ${id} else '' end)`
  const { rows } = await sql<Place>`
    select p.id, k.place, k.kind, p.supplier_id as supplier
    from (
      select l.id as kind, ${column} as place from likeness l
      where l.org_id = ${org} and l.project_id = ${project} and ${from}
    ) k
    cross join lateral (
      select p.id, p.supplier_id from product p
      where p.org_id = ${org} and p.project_id = ${project} and p.likeness = k.kind
        and ${id === undefined ? sql`true` : within} and ${which}
      order by p.supplier_id ${direction}, p.id ${direction} limit ${page.limit + 1}
    ) p
    order by k.place ${direction}, k.kind ${direction}, p.supplier_id ${direction}, p.id ${direction}
    limit ${page.limit + 1}
  `.execute(tx)
  const { rows: shown, next } = pageRows(rows, page, (r) => [[r.place, r.kind, r.supplier], r.id])
  return { ids: shown.map((r) => r.id), next }
}

/** Rows in the order of their ids. */
export const inOrder = <T extends { readonly id: string }>(rows: readonly T[], ids: readonly string[]): T[] => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}
