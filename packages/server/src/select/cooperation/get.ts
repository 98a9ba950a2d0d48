import { compareDeliveries, ladderOf } from '@haixuan/domain/flow/weigh-offer'
import { rateFor } from '@haixuan/domain/select/cooperation/amount'
import { checkContract } from '@haixuan/domain/select/cooperation/contract/check-contract'
import { DELIVERY_MODES, type Offer, offer } from '@haixuan/domain/select/cooperation/offer'
import { z } from 'zod'
import { finding, gateState, text } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { answerOf, supplierAnswer } from './answer/supplier-answer.ts'
import { cash, clauseResult, landedCost, rung } from './answers.ts'
import { offerParams } from './change-offer.ts'
import { aboutMarket, type ReviewedOffer, reviewedOffer } from './reviewed-offer.ts'

const named = z.object({ id: z.string(), name: text, means: text })
const delivered = z.object({
  mode: z.enum(DELIVERY_MODES),
  name: text,
  means: text,
  enters: z.enum(['parcel', 'bulk']),
  leastDays: z.int(),
  returnPaths: z.array(z.string()),
  chosen: z.boolean(),
  total: cash,
  margin: cash,
  marginRate: z.string(),
  floorPrice: cash.optional(),
  findings: z.array(finding),
})

/** I6–I8, P4 · The terms of one product, worked out as of the day of the stream: every cost, limit and clause behind them. */
export const get = query({
  name: 'offer.get',
  path: '/projects/:project/products/:product/offer',
  summary: {
    zh: '合作条件：到岸成本逐项、底价、配送对比、合同条款',
    en: 'An offer: landed cost line by line, floor price, ways of delivery compared, contract clause by clause',
  },
  params: offerParams,
  query: z.object({}),
  answer: z.object({
    product: z.object({
      id: z.string(),
      title: z.string(),
      supplier: z.string(),
      supplierName: z.string().nullable(),
      class: z.string().nullable(),
    }),
    state: gateState.describe('of the cooperation gate'),
    version: z.int().nullable(),
    day: z.string().describe('the day whose law counts'),
    offer: offer.nullable(),
    answer: supplierAnswer
      .nullable()
      .describe('what the supplier said in its portal; none: the terms stand as the house recorded them'),
    markets: z.array(
      z.object({
        id: z.string(),
        name: text,
        currency: z.string().describe('what its buyers pay in'),
        covered: z.boolean(),
        cost: landedCost.nullable(),
        ladder: z.array(rung).describe('margin by price, from below the floor to above what is asked'),
        deliveries: z.array(delivered),
      }),
    ),
    findings: z.array(finding),
    terms: z
      .object({
        pricing: named.extend({ needs: z.array(z.string()) }),
        settlement: named.extend({ payee: z.string() }),
      })
      .nullable()
      .describe('what the pricing type and the settlement mode mean and ask for'),
    clauses: z.array(clauseResult),
    fx: z
      .object({
        from: z.string(),
        to: z.string(),
        day: z.enum(['order', 'statement', 'payment']),
        rate: z.string().nullable(),
        given: z.string().nullable(),
        source: z.string().nullable(),
      })
      .nullable()
      .describe('when the price is in another currency than the settlement: whose day counts, and the rate known now'),
  }),
  async run({ tx, actor, params, house }) {
    const seen = await reviewedOffer({ tx, actor, house }, params)
    const { row, review, described, day } = seen
    const version = await tx
      .selectFrom('offer')
      .select(['version', 'answer', 'waits'])
      .where('org_id', '=', actor.org)
      .where('project_id', '=', params.project)
      .where('product_id', '=', params.product)
      .executeTakeFirst()
    return {
      product: {
        id: row.id,
        title: row.listing.title,
        supplier: row.supplier_id,
        supplierName: row.supplier_name,
        class: review.product.class ?? null,
      },
      state: review.decision.gates.cooperation ?? ('conditional' as const),
      version: version?.version ?? null,
      day,
      offer: row.offer ?? null,
      answer: version ? answerOf(version) : null,
      markets: marketsOf(seen),
      findings: review.findings.filter((f) => f.gate === 'cooperation').map((f) => ({ ...f })),
      terms: described ? termsOf(seen, described) : null,
      clauses: described ? clausesOf(seen, described) : [],
      fx: described ? fxOf(described, day) : null,
    }
  },
})

function marketsOf(seen: ReviewedOffer) {
  const { desk, review, described } = seen
  return desk.markets.map(({ market }) => {
    const covered = described?.markets.includes(market.id) ?? false
    const about = aboutMarket(seen, market.id)
    const cost = review.costs.find((c) => c.market === market.id)
    return {
      id: market.id,
      name: market.name,
      currency: market.currency,
      covered,
      cost: cost ? { ...cost, lines: cost.lines.map((l) => ({ ...l })), open: [...cost.open] } : null,
      ladder: described && covered ? ladderOf(described, about) : [],
      deliveries:
        described && covered
          ? compareDeliveries(described, about).map(({ mode, cost, findings }) => ({
              mode: mode.id,
              name: mode.name,
              means: mode.means,
              enters: mode.enters,
              leastDays: mode['least-days'],
              returnPaths: mode['return-paths'],
              chosen: mode.id === described.delivery.mode,
              total: cost.total,
              margin: cost.margin,
              marginRate: cost.marginRate,
              ...(cost.floorPrice ? { floorPrice: cost.floorPrice } : {}),
              findings: findings.map((f) => ({ ...f })),
            }))
          : [],
    }
  })
}

function termsOf({ desk }: ReviewedOffer, { pricing, settlement }: Offer) {
  const type = desk.pricing.types.find((t) => t.id === pricing.type)!
  const mode = desk.settlement.modes.find((m) => m.id === settlement.mode)!
  return {
    pricing: { id: type.id, name: type.name, means: type.means, needs: type.needs },
    settlement: { id: mode.id, name: mode.name, means: mode.means, payee: mode.payee },
  }
}

function clausesOf({ desk, plan, row }: ReviewedOffer, { contract, settlement }: Offer) {
  if (!contract) return []
  const read = checkContract(contract, {
    governingLaw: contract['governing-law'],
    library: desk.contracts,
    subject: row.id,
    mode: settlement.mode,
    required: plan['contract-requirements'],
  })
  return read.clauses.map((c) => ({ ...c, spans: c.spans.map((s) => ({ ...s })) }))
}

function fxOf({ pricing, settlement, rates }: Offer, day: ReviewedOffer['day']) {
  const [from, to] = [pricing.price.currency, settlement.currency]
  if (from === to) return null
  const known = knownRate(from, to, rates, day)
  return {
    from,
    to,
    day: settlement['fx-day'],
    rate: known ? `${known.from}→${known.to} ${known.rate}` : null,
    given: known?.day ?? null,
    source: known?.source ?? null,
  }
}

function knownRate(...of: Parameters<typeof rateFor>) {
  try {
    return rateFor(...of)
  } catch {
    // none is on record yet: the answer says so
    return undefined
  }
}
