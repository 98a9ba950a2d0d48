import { leastMarginRate } from '@haixuan/domain/flow/candidates'
import type { Judged } from '@haixuan/domain/gate/gate'
import type { JudgedProduct } from './judge.ts'

/** Roles that owe something for what is not waived, in the order of the words. */
export const owesOf = (findings: readonly Judged[]): string[] => [
  ...new Set(findings.filter((f) => f.severity === 'block' && !f.waived).map((f) => f.owner)),
]

/** What products that are alike came out with, as its row has it. */
export const outcomeRow = (
  { id, about, decision, findings, costs }: JudgedProduct['judgement'],
  hasOffer: boolean,
) => ({
  outcome: id,
  about,
  has_offer: hasOffer,
  findings,
  margin: leastMarginRate(costs) ?? null,
  state: decision.overall,
  gates: decision.gates,
  markets: decision.markets ?? {},
  blocks: findings.filter((f) => f.severity === 'block' && !f.waived).length,
  warns: findings.filter((f) => f.severity === 'warn').length,
  owes: owesOf(findings),
})
export type OutcomeRow = ReturnType<typeof outcomeRow>
