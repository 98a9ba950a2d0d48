import { BadInput } from '@haixuan/domain/kernel/errors'
import { sql } from 'kysely'
import { z } from 'zod'
import { finding } from '../../../platform/http/schemas.ts'
import { productGet } from '../../../select/product/reading/get.ts'
import { because } from '../../because.ts'
import { emailIn } from './of-supplier.ts'
import { type Filling, readRecord } from './read-record.ts'

const record = z.object({
  title: z.string(),
  supplier: z.string(),
  supplierName: z.string().nullable(),
  findings: z.array(finding),
})

/** I3, I4, S2, S3 · What the supplier of a product is written about: its stream, what holds it, its hold or its recall. */
export async function ofProduct(filling: Filling) {
  const { tx, actor, record: product, project, say, kind, today } = filling
  if (project === undefined) throw new BadInput(because('template-project-missing'), { field: 'project' })
  const { title, supplier, supplierName, findings } = await readRecord(
    filling,
    productGet,
    { project, product },
    record,
  )
  const { rows } = await sql<Around>`
    select j.name, j.day, s.body ->> 'name' as own, s.body -> 'names' as names, s.body ->> 'contact' as contact,
      (select h from jsonb_array_elements(j.plan -> 'holds') h where h ->> 'product' = ${product}
        and coalesce(h ->> 'until' > ${today}, true) order by h ->> 'from' desc limit 1) as held,
      (select jsonb_build_object('id', r.id, 'reason', r.reason, 'from', left(r.opened_at::text, 10)) from recall r
        where r.org_id = j.org_id and r.products @> ${JSON.stringify([{ project, product }])}::jsonb
        order by r.state = 'open' desc, r.opened_at desc limit 1) as recalled
    from project j left join supplier s on s.org_id = j.org_id and s.id = ${supplier}
    where j.org_id = ${actor.org} and j.id = ${project}
  `.execute(tx)
  const { name, day, own, names, contact, held, recalled } = rows[0] as Around
  const why = kind === 'recall-notice' ? recalled : held
  const holding = findings.filter((f) => f.severity === 'block' && !f.waived)
  return {
    to: emailIn(contact ?? undefined),
    values: {
      supplier: own === null ? supplierName : say.name([own, ...(names ?? [])]),
      product: title,
      sku: product,
      stream: name,
      'stream-day': say.day(day),
      // what contradicts a rule before what is not there yet; the same words once
      reasons: [...new Set(holding.toSorted((a, b) => (a.state < b.state ? 1 : -1)).map((f) => say.text(f.what)))],
      reason: why?.reason ?? null,
      since: say.day(why?.from),
      recall: recalled?.id ?? null,
    },
  }
}
type Why = { readonly id?: string; readonly reason: string; readonly from: string }
type Around = {
  readonly name: string
  readonly day: string
  /** null while the seller is not on record */
  readonly own: string | null
  readonly names: readonly string[] | null
  readonly contact: string | null
  readonly held: Why | null
  readonly recalled: Why | null
}
