import { severityAfter, switchingResult } from '@haixuan/domain/supervise/quality/lot-history'
import type { SwitchingState } from '@haixuan/domain/supervise/quality/switching'
import { sql, type Transaction } from 'kysely'
import type { House } from '../../house.ts'
import type { Actor } from '../../platform/commands/actor.ts'
import type { Tables } from '../../platform/database/tables.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'

type With = {
  readonly tx: Transaction<Tables>
  readonly actor: Pick<Actor, 'org'>
  readonly house: Pick<House, 'standard'>
}
export type SupplierClass = { readonly supplier: string; readonly class: string }

export type Standing = SwitchingState & {
  readonly class: string
  /** the organisation agrees to reduced inspection */
  readonly reduced: boolean
  readonly resumed: string | null
  /** original lots counted so far, the newest last */
  readonly lots: readonly {
    readonly id: string
    readonly project: string
    readonly product: string
    readonly accepted: boolean
  }[]
}

/** S1 · How the next lot of a supplier is inspected, by class: from its lots in the order they were inspected. */
export async function standingsOf({ tx, actor, house }: With, supplier: string, of?: string): Promise<Standing[]> {
  const lots = await tx
    .selectFrom('lot')
    .select(['id', 'class', 'body', 'project_id', 'product_id', 'at'])
    .where('org_id', '=', actor.org)
    .where('supplier_id', '=', supplier)
    .where('class', 'is not', null)
    .$if(of !== undefined, (q) => q.where('class', '=', of as string))
    .orderBy('at')
    .orderBy('id')
    .execute()
  const terms = await tx
    .selectFrom('inspection_term')
    .select(['class', 'reduced', 'resumed_at as resumed'])
    .where('org_id', '=', actor.org)
    .where('supplier_id', '=', supplier)
    .execute()
  const classes = [
    ...new Set([...lots.map((l) => l.class as string), ...terms.map((t) => t.class), ...(of ? [of] : [])]),
  ]
  return classes
    .filter((c) => of === undefined || c === of)
    .sort()
    .map((each): Standing => {
      const { reduced, resumed } = terms.find((t) => t.class === each) ?? { reduced: false, resumed: null }
      const counted = lots
        .filter((l) => l.class === each && (resumed === null || l.at > resumed))
        .flatMap((l) => {
          const result = switchingResult(house.standard.sampling, l.body)
          return result ? [{ lot: l, result }] : []
        })
      return {
        ...severityAfter(
          house.standard.sampling,
          counted.map((c) => c.result),
          { reduced, resumed: resumed !== null },
        ),
        class: each,
        reduced,
        resumed,
        lots: counted.map(({ lot, result }) => ({
          id: lot.id,
          project: lot.project_id,
          product: lot.product_id,
          accepted: result.accepted,
        })),
      }
    })
}

/** Sees that a supplier is on record, or sells in a project. @throws Problem */
export async function knownSupplier({ tx, actor }: Pick<With, 'tx' | 'actor'>, supplier: string): Promise<void> {
  const { rows } = await sql`
    select 1 from supplier where org_id = ${actor.org} and id = ${supplier}
    union all select 1 from supplier_gate where org_id = ${actor.org} and supplier_id = ${supplier} limit 1
  `.execute(tx)
  if (rows.length === 0) throw new Problem('not-found', { why: missing('supplier', supplier) })
}
