import type { Check } from '../../gate/check.ts'

/** The checks of the cooperation gate by name. They are run by the parts of an offer and speak through notices. */
export const offerChecks = (
  [
    ['offer.recorded', 'I6', '合作条件已登记', 'The terms of cooperation are on record'],
    ['offer.pricing.sound', 'I6', '定价与价格宣称有据', 'Pricing and price claims are sound'],
    ['offer.price.above-floor', 'I6', '售价不低于底价', 'The price is above the floor'],
    ['offer.delivery.feasible', 'I7', '配送可行且条件齐备', 'Delivery is feasible and fully described'],
    ['offer.settlement.complete', 'I8', '结算条件完整', 'The settlement terms are complete'],
    ['offer.contract.compliant', 'P4', '合同条款合规', 'The contract is compliant'],
    ['offer.returns.lawful', 'T4', '退货政策合法', 'The return policy is lawful'],
  ] as const
).map(([id, clause, zh, en]): Omit<Check<never>, 'run'> => ({ id, clause, gate: 'cooperation', title: { zh, en } }))
