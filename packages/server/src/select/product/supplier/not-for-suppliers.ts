import { allChecks } from '@haixuan/domain/flow/all-checks'
import type { Offer } from '@haixuan/domain/select/cooperation/offer'
import type { ProductFacts } from '@haixuan/domain/select/product/product'
import type { Actor } from '../../../platform/commands/actor.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { because } from '../../because.ts'

type Reader = Pick<Actor, 'supplier'>

type Row = {
  readonly margin: number | null
  readonly role: string | null
  readonly gates: Readonly<Record<string, unknown>>
}

/**
 * A row as its reader may see it: what the house earns by it, whether the terms suffice it, and what it means the product
 * for are no supplier's to know.
 */
export const rowFor =
  ({ supplier }: Reader) =>
  <T extends Row>(row: T): T => {
    if (supplier === undefined) return row
    const { cooperation: _, ...gates } = row.gates
    return { ...row, margin: null, role: null, gates }
  }

type Held = { readonly gate?: string; readonly owner?: string }

/** Findings that their reader may see: those of the terms tell the floor of the house, and a supplier what it owes itself. */
export const findingsFor = <F extends Held>({ supplier }: Reader, findings: readonly F[]): readonly F[] =>
  supplier === undefined ? findings : findings.filter((f) => f.gate !== 'cooperation' || f.owner === 'supplier')

/**
 * A product as its reader may see it. The terms hold the house's own sums: costs, rates of platform
 * and host, deviations with their reasons.
 */
export function productFor<
  T extends Row & {
    readonly facts: ProductFacts | null
    readonly offer: Offer | null
    readonly findings: readonly Held[]
  },
>(reader: Reader, product: T): T {
  if (reader.supplier === undefined) return product
  const { role: _, ...facts } = product.facts ?? {}
  return {
    ...rowFor(reader)(product),
    facts: product.facts && facts,
    offer: null,
    findings: findingsFor(reader, product.findings),
  }
}

const ofTerms = allChecks.filter(({ gate }) => gate === 'cooperation')
const TERMS = { check: new Set(ofTerms.map((c) => c.id)), clause: new Set(ofTerms.map((c) => c.clause)) }

type Sifted = {
  readonly [key in 'sort' | 'gate' | 'check' | 'clause' | 'owner' | 'owes' | 'role']?: string | undefined
}

/** Sees that a supplier's account sorts and filters by nothing it may not see: what is left would tell it. @throws Problem */
export function expectSiftedFor({ supplier }: Reader, asked: Sifted): void {
  if (supplier === undefined) return
  if (asked.sort?.replace('-', '') === 'margin')
    throw new Problem('not-allowed', { field: 'sort', why: because('margin-not-for-suppliers') })
  const others = (owner: string | undefined) => owner !== undefined && owner !== 'supplier'
  const hidden = {
    gate: asked.gate === 'cooperation',
    check: asked.check !== undefined && TERMS.check.has(asked.check),
    clause: asked.clause !== undefined && TERMS.clause.has(asked.clause),
    owner: others(asked.owner),
    owes: others(asked.owes),
    role: asked.role !== undefined,
  }
  const field = Object.entries(hidden).find(([, is]) => is)?.[0]
  if (field) throw new Problem('not-allowed', { field, why: because('filter-not-for-suppliers') })
}
