import type { Offer } from '@haixuan/domain/select/cooperation/offer'
import type { Actor } from '../../../platform/commands/actor.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { because } from '../../because.ts'

type Reader = Pick<Actor, 'supplier'>

/** A row as its reader may see it: what the house earns by it is no supplier's to know. */
export const rowFor =
  ({ supplier }: Reader) =>
  <T extends { readonly margin: number | null }>(row: T): T =>
    supplier === undefined ? row : { ...row, margin: null }

type Held = { readonly gate?: string; readonly owner?: string }

/** Findings that their reader may see: those of the terms tell the floor of the house, and a supplier what it owes itself. */
export const findingsFor = <F extends Held>({ supplier }: Reader, findings: readonly F[]): readonly F[] =>
  supplier === undefined ? findings : findings.filter((f) => f.gate !== 'cooperation' || f.owner === 'supplier')

/**
 * A product as its reader may see it. The terms hold the house's own sums: costs, rates of platform
 * and host, deviations with their reasons.
 */
export function productFor<
  T extends {
    readonly margin: number | null
    readonly offer: Offer | null
    readonly findings: readonly Held[]
  },
>(reader: Reader, product: T): T {
  if (reader.supplier === undefined) return product
  return { ...rowFor(reader)(product), offer: null, findings: findingsFor(reader, product.findings) }
}

/** Sees that a supplier's account sorts by nothing it may not see. @throws Problem */
export function expectSortFor({ supplier }: Reader, sort: string | undefined): void {
  if (supplier !== undefined && sort?.replace('-', '') === 'margin')
    throw new Problem('not-allowed', { field: 'sort', why: because('margin-not-for-suppliers') })
}
