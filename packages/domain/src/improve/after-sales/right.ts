import type { Parameter, RuleSet } from '../../gate/rule-set.ts'
import type { Day } from '../../kernel/day.ts'
import type { AfterSalesFile, Reason } from './after-sales-schema.ts'
import type { AfterSalesCase, REMEDIES } from './case.ts'
import type { ReturnedLine } from './shares.ts'

export type Remedy = (typeof REMEDIES)[number] | 'exchange' | 'none'
/** The law, the shop's policy where it gives more, or neither. */
export type Basis = { readonly kind: 'law' | 'policy' | 'none'; readonly rule?: string; readonly source?: string }

/** What a right to something is found from. */
export type Asked = {
  readonly c: AfterSalesCase
  readonly file: AfterSalesFile
  readonly find: (name: string) => Parameter | undefined
  readonly lines: readonly ReturnedLine[]
  readonly say: (reason: Reason) => void
}

/** What the buyer may have, before any amount is worked out. */
export type Right = {
  readonly eligible: boolean
  readonly basis: Basis
  readonly remedy: Remedy
  readonly deadline?: Day | undefined
  readonly lines: readonly ReturnedLine[]
  /** who pays the way back */
  readonly payer: 'buyer' | 'seller' | 'nobody'
  readonly law: Parameter | undefined
  /** what of the way out is given back */
  readonly outbound: 'none' | 'standard' | 'all'
  readonly deducts: boolean
}

/** Nothing: the start that each kind of right fills in. */
export const noRight = (law: Parameter | undefined, deadline?: Day): Right => ({
  eligible: false,
  basis: { kind: 'none' },
  remedy: 'none',
  ...(deadline === undefined ? {} : { deadline }),
  lines: [],
  payer: 'nobody',
  law,
  outbound: 'none',
  deducts: false,
})
export const byLaw = (p: Parameter): Basis => ({ kind: 'law', rule: p.rule, source: p.source })
export const wholeOf = (p: Parameter | undefined, key: string): number | undefined => {
  const v = p?.values[key]
  return typeof v === 'number' ? v : undefined
}
export const listOf = (p: Parameter | undefined, key: string): readonly string[] => {
  const v = p?.values[key]
  return Array.isArray(v) ? v : []
}
export type Parameters = RuleSet['parameter']
