import type { Market } from '../../gate/market.ts'
import type { MarketRule } from '../../gate/rule.ts'
import { ruleSetFor } from '../../gate/rule-set.ts'
import type { Day } from '../../kernel/day.ts'
import type { AfterSalesFile } from './after-sales-schema.ts'
import type { AfterSalesCase } from './case.ts'
import { decideRefund, type RefundDecision } from './decide-refund.ts'

/** The event a decision on a case is written as, with the case it was made from. */
export const CASE_DECIDED = 'case.decided'

type Law = {
  readonly rules: readonly MarketRule[]
  readonly markets: readonly Market[]
  readonly 'after-sales': AfterSalesFile
}

/** T4 · Decides a case by the law of the buyer's market on the day of the order. @throws BadInput */
export function decideCase(c: AfterSalesCase, { rules, markets, 'after-sales': file }: Law): RefundDecision {
  const law = ruleSetFor(rules, markets, c.market, c.order.day as Day)
  return decideRefund(c, { parameters: law.parameter, file })
}
