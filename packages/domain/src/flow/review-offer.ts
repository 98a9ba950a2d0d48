import type { Finding } from '../gate/finding.ts'
import type { RuleSet } from '../gate/rule-set.ts'
import type { AfterSalesFile } from '../improve/after-sales/after-sales-schema.ts'
import { checkReturns } from '../improve/after-sales/check-returns.ts'
import type { Day } from '../kernel/day.ts'
import type { Project } from '../plan/project.ts'
import { checkContract } from '../select/cooperation/contract/check-contract.ts'
import type { ClauseLibrary } from '../select/cooperation/contract/clause-schema.ts'
import type { DeliveryFile } from '../select/cooperation/delivery/delivery-schema.ts'
import type { Offer } from '../select/cooperation/offer.ts'
import type { LandedCost } from '../select/cooperation/pricing/landed-cost.ts'
import type { PricingFile } from '../select/cooperation/pricing/pricing-schema.ts'
import { checkSettlement } from '../select/cooperation/settlement/check-settlement.ts'
import type { SettlementFile } from '../select/cooperation/settlement/settlement-schema.ts'
import type { Product } from '../select/product/product-case.ts'
import type { PlanAsOf } from './as-of.ts'
import { weighOffer } from './weigh-offer.ts'

export type OfferReview = {
  readonly plan: PlanAsOf
  readonly asOf: Day
  readonly markets: readonly RuleSet[]
  readonly pricing: PricingFile
  readonly delivery: DeliveryFile
  readonly settlement: SettlementFile
  readonly contracts: ClauseLibrary
  readonly afterSales: AfterSalesFile
}

export type ReviewedOffer = {
  readonly findings: readonly Finding[]
  /** landed cost per market the offer covers */
  readonly costs: readonly LandedCost[]
}

const missing = (product: Product, markets: readonly string[]): Finding[] =>
  markets.map((market) => ({
    check: 'offer.recorded',
    clause: 'I6',
    gate: 'cooperation',
    severity: 'block',
    statutory: false,
    subject: product.id,
    market,
    state: 'missing',
    what: {
      zh: '没有合作条件（定价、配送、结算、合同）',
      en: 'No offer is recorded: pricing, delivery, settlement, contract',
    },
    remedy: { zh: '请与供应商议定并登记合作条件', en: 'Agree the terms with the supplier and record them' },
    owner: 'sourcing',
  }))

/** An offer with what is known beside it: class and traits of its product, and the plan's rates of exchange. */
export const describedOffer = (offer: Offer, product: Pick<Product, 'class' | 'traits'>, plan: Project): Offer => ({
  ...offer,
  ...(offer.class === undefined && product.class !== undefined ? { class: product.class } : {}),
  ...(offer.traits === undefined ? { traits: [...product.traits] } : {}),
  rates: [...offer.rates, ...plan.rates] as Offer['rates'],
})

/** The cooperation gate of one product: its offer checked in every market of the plan on the day of the stream (I6–I8, P4, T4). */
export function reviewOffer(product: Product, offer: Offer | undefined, review: OfferReview): ReviewedOffer {
  const wanted = review.markets.map((m) => m.market.id)
  if (!offer) return { findings: missing(product, wanted), costs: [] }
  const day = review.asOf
  const { streamed } = review.plan
  const described = describedOffer(offer, product, review.plan)
  const covered = review.markets.filter((m) => offer.markets.includes(m.market.id))
  const costs: LandedCost[] = []
  const findings = covered.flatMap((rules): Finding[] => {
    const market = rules.market.id
    const weighed = weighOffer(described, { ...review, day, ...(streamed ? { streamed } : {}), rules, product })
    costs.push(weighed.cost)
    return [
      ...weighed.findings,
      ...checkReturns(offer.returns, {
        subject: offer.id,
        market,
        class: product.class,
        parameters: rules.parameter,
        file: review.afterSales,
      }),
    ]
  })
  const settlement = checkSettlement(described, { day, settlement: review.settlement })
  const contract = offer.contract
    ? checkContract(offer.contract, {
        governingLaw: offer.contract['governing-law'],
        library: review.contracts,
        subject: offer.id,
        mode: offer.settlement.mode,
        required: review.plan['contract-requirements'],
      }).findings
    : [contractMissing(offer)]
  const uncovered = wanted.filter((m) => !offer.markets.includes(m))
  return { findings: [...findings, ...settlement, ...contract, ...missing(product, uncovered)], costs }
}

const contractMissing = (offer: Offer): Finding => ({
  check: 'offer.contract.compliant',
  clause: 'P4',
  gate: 'cooperation',
  severity: 'block',
  statutory: false,
  subject: offer.id,
  state: 'missing',
  what: { zh: '没有合同文本', en: 'There is no contract text' },
  remedy: { zh: '请上传合同并逐条审查', en: 'Add the contract and have it checked clause by clause' },
  owner: 'legal',
})
