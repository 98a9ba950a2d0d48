import { describedOffer } from '@haixuan/domain/flow/review-offer'
import { weighOffer } from '@haixuan/domain/flow/weigh-offer'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { type Offer, offer as offerSchema } from '@haixuan/domain/select/cooperation/offer'
import { checkSettlement } from '@haixuan/domain/select/cooperation/settlement/check-settlement'
import { z } from 'zod'
import { parseRecord } from '../../platform/commands/parse-record.ts'
import { finding } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { because } from '../because.ts'
import { landedCost } from './answers.ts'
import { offerParams } from './change-offer.ts'
import { aboutMarket, type ReviewedOffer, reviewedOffer } from './reviewed-offer.ts'

const lacking = z.object({ field: z.string(), detail: z.string() })
const MOST = 12_000

/**
 * I6–I8 · What whole terms would cost and lack, while somebody still writes them. Nothing is recorded. Terms that are not
 * complete are no error: the answer names the field.
 */
export const weigh = query({
  name: 'offer.weigh',
  path: '/projects/:project/products/:product/offer/weigh',
  summary: {
    zh: '试算整份合作条件：各市场到岸成本、底价与问题，不作登记',
    en: 'Weigh whole terms: landed cost, floor and findings in each market; records nothing',
  },
  params: offerParams,
  query: z.object({
    terms: z
      .string()
      .max(MOST)
      .describe('the terms as `offer.agree` takes them, in JSON; parts left out are as they are on record'),
  }),
  answer: z.object({
    lacks: lacking.nullable().describe('the first field that keeps the terms from being weighed'),
    markets: z.array(z.object({ market: z.string(), cost: landedCost, findings: z.array(finding) })),
    findings: z.array(finding).describe('of the settlement'),
  }),
  async run({ tx, actor, params, house, query: asked }) {
    const seen = await reviewedOffer({ tx, actor, house }, params)
    try {
      return { lacks: null, ...weighed(seen, readTerms(asked.terms)) }
    } catch (error) {
      if (!(error instanceof BadInput)) throw error
      return { lacks: { field: error.field ?? 'terms', detail: error.message }, markets: [], findings: [] }
    }
  },
})

function readTerms(json: string): object {
  try {
    return z.looseObject({}).parse(JSON.parse(json))
  } catch {
    throw new BadInput(because('terms-not-json'), { field: 'terms' })
  }
}

type Written = { readonly pricing?: object; readonly settlement?: { readonly payee?: { readonly holder?: string } } }

/** Who was verified to be paid stays so while the terms name the same holder. */
function withPayee(before: Offer | null | undefined, settlement: NonNullable<Written['settlement']>) {
  const known = before?.settlement.payee
  return known && known.holder === settlement.payee?.holder ? { ...settlement, payee: known } : settlement
}

function weighed(seen: ReviewedOffer, terms: Written) {
  const { row, plan, desk, review, day } = seen
  const before = row.offer
  const pricing = before ? { history: before.pricing.history, parallel: before.pricing.parallel } : {}
  const written = parseRecord(
    offerSchema,
    {
      ...before,
      ...terms,
      pricing: { ...pricing, ...terms.pricing },
      ...(terms.settlement ? { settlement: withPayee(before, terms.settlement) } : {}),
      id: `OFFER-${row.id}`,
      product: row.id,
      supplier: row.supplier_id,
      contract: undefined,
    },
    'offer',
  )
  const offer = describedOffer(written, review.product, plan)
  const goes = desk.markets.map((m) => m.market.id)
  return {
    markets: offer.markets
      .filter((market) => goes.includes(market))
      .map((market) => {
        const { cost, findings } = weighOffer(offer, aboutMarket(seen, market))
        return {
          market,
          cost: { ...cost, lines: cost.lines.map((l) => ({ ...l })), open: [...cost.open] },
          findings: findings.map((f) => ({ ...f })),
        }
      }),
    findings: checkSettlement(offer, { day, settlement: desk.settlement }).map((f) => ({ ...f })),
  }
}
