import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Tables } from '../../platform/database/tables.ts'
import { asked } from '../../platform/queries/page.ts'
import { wordsOf } from '../../platform/queries/saying.ts'

/** More products than these are counted no further, as people read no exact number there, and met soon enough in the order of a list. */
const MOST = 10_000

/** The products that a search text is about. */
export type ProductsSaying = {
  /** their outcomes, as those of `alikeRows` */
  readonly alike: RawBuilder<unknown>
  /** what is asked of candidate `x` */
  readonly which: RawBuilder<boolean>
  /** whether there are more than are counted */
  readonly more: boolean
}

/** Looks up, by their index, the products that have every word of a search text; none without one. */
export async function productsSaying(
  tx: Transaction<Tables>,
  org: string,
  project: string | undefined,
  q: string | undefined,
): Promise<ProductsSaying | undefined> {
  if (wordsOf(q).length === 0) return undefined
  const words = wordsOf(q).map(asked)
  if (words.some((word) => word === undefined)) return { alike: outcomes([]), which: sql`false`, more: false }
  const text = words.join(' & ')
  const { rows } = await sql<Met>`
    select m.project_id as project, c.likeness, count(*)::int as n,
      case when sum(count(*)) over () <= ${MOST} then array_agg(m.id) end as ids
    from products_met(${project ?? null}, ${text}::tsquery, ${MOST + 1}) m
      join candidate c on c.org_id = ${org} and c.project_id = m.project_id and c.id = m.id
    group by 1, 2
  `.execute(tx)
  const named = rows.flatMap(({ project, ids }) => (ids ?? []).map((id) => [project, id] as const))
  const count = rows.reduce((sum, { n }) => sum + n, 0)
  return {
    alike: outcomes(rows.map(({ ids: _, ...met }) => met)),
    which: count > MOST ? sql`case when x.search @@ ${text}::tsquery then true else false end` : among(named),
    more: count > MOST,
  }
}

type Counted = { readonly project: string; readonly likeness: string; readonly n: number }
type Met = Counted & { readonly ids: string[] | null }

const outcomes = (met: readonly Counted[]) =>
  sql`(select * from jsonb_to_recordset(${JSON.stringify(met)}::jsonb) as m (project text, likeness uuid, n int))`

/** The ids go by an index; the pairs tell products of the same id in two projects apart. */
function among(named: readonly (readonly [project: string, id: string])[]): RawBuilder<boolean> {
  const [projects, ids] = [named.map(([project]) => project), named.map(([, id]) => id)]
  return sql`(x.id = any (${ids}) and (x.project_id, x.id) in (select * from unnest(${projects}::text[], ${ids}::text[])))`
}
