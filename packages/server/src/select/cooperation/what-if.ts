import { ladderOf, weighOffer } from '@haixuan/domain/flow/weigh-offer'
import { decimal, share } from '@haixuan/domain/select/cooperation/amount'
import { DELIVERY_MODES, type Offer } from '@haixuan/domain/select/cooperation/offer'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { finding } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { because } from '../because.ts'
import { landedCost, rung } from './answers.ts'
import { offerParams } from './change-offer.ts'
import { aboutMarket, reviewedOffer } from './reviewed-offer.ts'

const whatIfs = z.object({
  market: z.string().optional().describe('the first that the offer covers when left out'),
  price: decimal.optional().describe('in the currency of the offer in that market'),
  'unit-cost': decimal.optional().describe('in the currency it is recorded in'),
  freight: decimal.optional().describe('international freight of one unit, in the currency of the unit cost'),
  mode: z.enum(DELIVERY_MODES).optional(),
  quantity: z.coerce.number().int().positive().optional(),
  'commission-rate': share.optional(),
  'host-commission-rate': share.optional(),
  'ad-share': share.optional(),
  'return-rate': share.optional(),
  'target-margin': share.optional(),
})

/** I6 · What an offer would cost and earn if some of its terms were others. Records nothing. */
export const whatIf = query({
  name: 'offer.what-if',
  path: '/projects/:project/products/:product/offer/what-if',
  summary: { zh: '测算：改变条件后的到岸成本与毛利，不作登记', en: 'What if: landed cost and margin by other terms' },
  params: offerParams,
  query: whatIfs,
  answer: z.object({
    market: z.string(),
    cost: landedCost,
    ladder: z.array(rung),
    findings: z.array(finding).describe('of pricing and delivery by these terms'),
  }),
  async run({ tx, actor, params, house, query: asked }) {
    const seen = await reviewedOffer({ tx, actor, house }, params)
    if (!seen.described) throw new Problem('not-found', { why: because('offer-not-recorded') })
    const goes = seen.desk.markets.map((m) => m.market.id)
    const market = asked.market ?? seen.described.markets.find((m) => goes.includes(m)) ?? ''
    const about = aboutMarket(seen, market)
    const offer = changed(seen.described, market, asked)
    const { cost, findings } = weighOffer(offer, about)
    return {
      market,
      cost: { ...cost, lines: cost.lines.map((l) => ({ ...l })), open: [...cost.open] },
      ladder: ladderOf(offer, about),
      findings: findings.map((f) => ({ ...f })),
    }
  },
})

function changed(offer: Offer, market: string, asked: z.output<typeof whatIfs>): Offer {
  const { pricing, costs, settlement, delivery } = offer
  const price = pricing['market-prices']?.[market] ?? pricing.price
  const cost =
    asked['unit-cost'] === undefined ? costs['unit-cost'] : { ...costs['unit-cost'], amount: asked['unit-cost'] }
  const set = <K extends string, V>(key: K, value: V | undefined) =>
    (value === undefined ? {} : { [key]: value }) as { [k in K]?: V }
  const freight = asked.freight === undefined ? undefined : { amount: asked.freight, currency: cost.currency }
  return {
    ...offer,
    ...set('quantity', asked.quantity),
    ...set('target-margin', asked['target-margin']),
    pricing:
      asked.price === undefined
        ? pricing
        : { ...pricing, 'market-prices': { ...pricing['market-prices'], [market]: { ...price, amount: asked.price } } },
    delivery: { ...delivery, ...set('mode', asked.mode) },
    settlement: { ...settlement, ...set('commission-rate', asked['commission-rate']) },
    costs: {
      ...costs,
      'unit-cost': cost,
      ...set('international-freight', freight),
      ...set('host-commission-rate', asked['host-commission-rate']),
      ...set('ad-share', asked['ad-share']),
      ...set('return-rate', asked['return-rate']),
    },
  } as Offer
}
