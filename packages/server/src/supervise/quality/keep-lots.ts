import type { ProductFacts } from '@haixuan/domain/select/product/product'
import { compareWithSeal, sealOf } from '@haixuan/domain/select/product/sample'
import type { Lot } from '@haixuan/domain/supervise/quality/lot'
import { judge, superseded } from '@haixuan/domain/supervise/quality/lot-verdict'
import { sql } from 'kysely'
import type { Asked } from '../../platform/commands/command.ts'

type Holder = {
  readonly product: string
  readonly supplier: string
  readonly class: string | null
  readonly facts: ProductFacts | null
}

/** Units taken and units found nonconforming, in all classes. */
function counted({ found, classes = [] }: Lot, sizes: readonly number[]) {
  const all = [found, ...classes.map((c) => c.found)]
  const taken = Math.max(...all.map((f) => f.length))
  const sum = (list: readonly number[]) => list.reduce((total, n) => total + n, 0)
  return { sampled: sum(sizes.slice(0, taken)), nonconforming: sum(all.map(sum)) }
}

/**
 * S1 · Writes the list of lots from the facts of products that were decided, each with its verdict. One statement; lots
 * that are as they were are left alone.
 */
export async function keepLots(
  { tx, actor, now, house }: Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>,
  project: string,
  holders: readonly Holder[],
): Promise<void> {
  const { sampling } = house.standard
  const rows = holders.flatMap(({ product, supplier, class: of, facts }) => {
    const all = facts?.lots ?? []
    const again = superseded(all)
    const seal = (facts?.samples ?? []).map(sealOf).find((s) => s !== undefined)
    return all.map((lot) => {
      const { verdict, classes } = judge(sampling, lot)
      const size = classes.find((c) => c.class === 'major')?.plan.sampleSize ?? 0
      const sizes = (typeof size === 'number' ? [size] : size).map((n) => Math.min(n, lot.units))
      return {
        product,
        id: lot.id,
        supplier,
        class: of,
        units: lot.units,
        severity: lot.severity,
        verdict,
        superseded: again.has(lot.id),
        ...counted(lot, sizes),
        differences:
          lot.measured.length === 0 || !seal
            ? 0
            : compareWithSeal(seal.measured, lot.measured, Number(sampling['seal-tolerance'])).length,
        body: lot,
        at: lot.inspected ?? lot.submitted ?? null,
      }
    })
  })
  if (rows.length === 0) return
  await sql`
    insert into lot as l (org_id, project_id, product_id, id, supplier_id, class, units, severity, verdict, superseded,
      nonconforming, sampled, differences, body, at)
    select ${actor.org}, ${project}, r.product, r.id, r.supplier, r.class, r.units, r.severity, r.verdict, r.superseded,
      r.nonconforming, r.sampled, r.differences, r.body, coalesce(r.at, ${now})
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (product text, id text, supplier text, class text,
      units integer, severity text, verdict text, superseded boolean, nonconforming integer, sampled integer,
      differences integer, body jsonb, at timestamptz)
    on conflict (org_id, project_id, product_id, id) do update set supplier_id = excluded.supplier_id,
      class = excluded.class, units = excluded.units, severity = excluded.severity, verdict = excluded.verdict,
      superseded = excluded.superseded, nonconforming = excluded.nonconforming, sampled = excluded.sampled,
      differences = excluded.differences, body = excluded.body,
      at = case when excluded.body ?| array['inspected', 'submitted'] then excluded.at else l.at end
    where (l.supplier_id, l.class, l.verdict, l.superseded, l.differences, l.body) is distinct from
      (excluded.supplier_id, excluded.class, excluded.verdict, excluded.superseded, excluded.differences, excluded.body)
  `.execute(tx)
}
