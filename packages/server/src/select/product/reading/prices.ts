import type { Day, Instant } from '@haixuan/domain/kernel/day'
import type { Money } from '@haixuan/domain/kernel/money'
import { type Amount, toMoney } from '@haixuan/domain/select/cooperation/amount'
import { lowestBefore, type PricePeriod } from '@haixuan/domain/select/product/price-history'
import { sql } from 'kysely'
import { z } from 'zod'
import { planNow } from '../../../flow/judge/plan-now.ts'
import { cause } from '../../../platform/cause.ts'
import { MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { query } from '../../../platform/queries/query.ts'
import { withOffers } from './row.ts'

const money = z.object({ minor: z.int(), currency: z.string() })
const period = z.object({ from: z.string(), until: z.string().nullable(), price: money })

/** I3, I6 · What a product was listed and offered at, and the lowest price that a crossed-out one may name. */
export const productPrices = query({
  name: 'product.prices',
  path: '/projects/:project/products/:product/prices',
  summary: { zh: '价格历史与近期最低价', en: 'The history of its prices and the lowest of late' },
  roles: MEMBER_ROLES,
  params: z.object({ project: z.string(), product: z.string() }),
  query: z.object({}),
  answer: z.object({
    listing: z.array(period),
    offer: z.array(period),
    lowest: z
      .array(
        z.object({
          market: z.string(),
          of: z.enum(['listing', 'offer']),
          days: z.int(),
          since: z.string(),
          before: z.string(),
          price: money.nullable(),
          whole: z.boolean().describe('whether the record reaches back to the first of the days'),
          rule: z.string(),
          source: z.string(),
        }),
      )
      .describe('for markets whose law looks back before a price reduction'),
  }),
  async run({ tx, actor, params, house }) {
    const found = await withOffers(tx, actor.org, params.project)
      .select([
        'j.plan',
        'p.class',
        'p.created_at as listedAt',
        'p.price_minor as minor',
        'p.price_currency as currency',
        'o.created_at as offeredAt',
        'o.body as offer',
        sql<
          Past[]
        >`coalesce((select jsonb_agg(jsonb_build_object('of', h.of, 'until', to_char(h.until at time zone 'UTC',
          'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'price', h.price) order by h.until) from past_price h where h.org_id = p.org_id
          and h.project_id = p.project_id and h.product_id = p.id), '[]')`.as('past'),
      ])
      .where('p.id', '=', params.product)
      .executeTakeFirst()
    if (!found)
      throw new Problem('not-found', {
        why: cause('product-of-project', { product: params.product, project: params.project }),
      })
    const { minor, currency, offer } = found
    const past = (of: Past['of']) => found.past.filter((h) => h.of === of)
    const listing = periods(
      past('listing'),
      found.listedAt,
      minor === null || currency === null ? undefined : { minor, currency },
    )
    const offered = periods(past('offer'), found.offeredAt, offer ? toMoney(offer.pricing.price) : undefined)
    const plan = planNow(house, found.plan, house.clock())
    const [of, looked] = offered.length > 0 ? (['offer', offered] as const) : (['listing', listing] as const)
    const before = (offer?.pricing.from ?? plan.date) as Day
    const lowest = house.desks.for(plan).markets.flatMap((market) => {
      const rule = market.parameter('price-reference', { class: found.class ?? undefined })
      const days = rule?.values.days
      if (!rule || typeof days !== 'number' || rule.values.basis === 'genuine') return []
      const { since, price, whole } = lowestBefore(looked, before, days)
      const { rule: id, source } = rule
      return [{ market: market.market.id, of, days, since, before, price: price ?? null, whole, rule: id, source }]
    })
    return { listing: listing.map(shown), offer: offered.map(shown), lowest }
  },
})

type Past = { readonly of: 'listing' | 'offer'; readonly until: Instant; readonly price: Money | Amount }

/** Each price began when the one before it ended. */
function periods(past: readonly Past[], began: string | null, now: Money | undefined): PricePeriod[] {
  const ends = [began as Instant, ...past.map((h) => h.until)]
  const before = past.map((h, i) => ({
    from: ends[i]!,
    until: h.until,
    price: 'minor' in h.price ? h.price : toMoney(h.price),
  }))
  return now ? [...before, { from: ends.at(-1)!, price: now }] : before
}

const shown = ({ from, until, price }: PricePeriod) => ({ from, until: until ?? null, price })
