import { DELIVERY_MODES, SETTLEMENT_MODES } from '@haixuan/domain/select/cooperation/offer'
import { PRICING_TYPES } from '@haixuan/domain/select/cooperation/pricing/pricing-terms'
import { type Expression, type SqlBool, sql } from 'kysely'
import { z } from 'zod'
import { gateState } from '../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { pageByOutcome } from '../product/reading/by-outcome.ts'
import { found } from '../product/search/found.ts'
import { cash } from './answers.ts'

const LOWEST = -1e9
const SORTS = {
  // offers that are not weighed yet come before the poorest
  margin: sql`coalesce(o.margin_rate, ${LOWEST}::double precision)`,
  title: sql`p.title`,
  state: sql`coalesce(p.gates ->> 'cooperation', 'conditional')`,
  updated: sql`coalesce(o.updated_at, p.created_at)`,
}

/** Of products that lack an offer, as an index has them. */
const LACKING_SORTS = { ...SORTS, margin: sql`p.id`, updated: sql`p.created_at` }

/** I6–I8 · The offers of a project, and the products that lack one. */
export const list = query({
  name: 'offer.list',
  path: '/projects/:project/offers',
  summary: {
    zh: '合作条件：定价、配送、结算、毛利与合作关',
    en: 'Offers: pricing, delivery, settlement, margin and the cooperation gate',
  },
  params: z.object({ project: z.string() }),
  query: pageOf(['margin', 'title', 'state', 'updated']).extend({
    recorded: z.stringbool().default(true).describe('false: the products that lack an offer'),
    state: gateState.optional().describe('of the cooperation gate'),
    pricing: z.enum(PRICING_TYPES).optional(),
    delivery: z.enum(DELIVERY_MODES).optional(),
    settlement: z.enum(SETTLEMENT_MODES).optional(),
    supplier: z.string().optional(),
    market: z.string().optional(),
    belowFloor: z.stringbool().optional().describe('the price is under the floor somewhere'),
    belowMargin: z.coerce.number().optional().describe('a margin under this share, such as 0.2'),
  }),
  answer: pageAnswer(
    z.object({
      product: z.string(),
      title: z.string(),
      supplier: z.string(),
      supplierName: z.string().nullable(),
      state: gateState.describe('of the cooperation gate'),
      pricing: z.enum(PRICING_TYPES).nullable(),
      delivery: z.enum(DELIVERY_MODES).nullable(),
      settlement: z.enum(SETTLEMENT_MODES).nullable(),
      markets: z.array(z.string()),
      least: z
        .object({
          market: z.string(),
          price: cash,
          floor: cash.nullable(),
          margin: cash,
          marginRate: z.number(),
        })
        .nullable()
        .describe('in the market where it earns least'),
      blocks: z.int().describe('findings of the cooperation gate that hold it'),
      version: z.int().nullable(),
      updated: z.string().nullable(),
    }),
  ),
  async run({ tx, actor, params, query: page }) {
    const sort = page.sort.replace('-', '') as keyof typeof SORTS
    const lacking = !page.recorded
    // what asks something of an offer is met by no product that lacks one
    const ofOffer = [page.pricing, page.delivery, page.settlement, page.market, page.belowMargin]
    if (lacking && (ofOffer.some((asked) => asked !== undefined) || page.belowFloor)) return { rows: [], next: null }
    const words = await found(tx, params.project, page.q)
    const given = <T>(value: T | undefined, condition: (value: T) => Expression<SqlBool>): Expression<SqlBool> =>
      value === undefined ? sql<boolean>`true` : condition(value)
    const all = tx
      .selectFrom('product as p')
      .leftJoin('offer as o', (on) =>
        on
          .onRef('o.org_id', '=', 'p.org_id')
          .onRef('o.project_id', '=', 'p.project_id')
          .onRef('o.product_id', '=', 'p.id'),
      )
      .leftJoin('supplier_gate as g', (on) =>
        on
          .onRef('g.org_id', '=', 'p.org_id')
          .onRef('g.project_id', '=', 'p.project_id')
          .onRef('g.supplier_id', '=', 'p.supplier_id'),
      )
      .select((e) => [
        'p.id as product',
        'p.title',
        'p.supplier_id as supplier',
        e.ref('g.name').as('supplierName'),
        sql<z.infer<typeof gateState>>`coalesce(p.gates ->> 'cooperation', 'conditional')`.as('state'),
        'o.pricing_type as pricing',
        'o.delivery_mode as delivery',
        'o.settlement_mode as settlement',
        sql<string[]>`coalesce(o.body -> 'markets', '[]')`.as('markets'),
        'o.least',
        sql<number>`(select count(*)::int from jsonb_array_elements(p.findings) f
          where f ->> 'gate' = 'cooperation' and f ->> 'severity' = 'block' and f -> 'waived' is null)`.as('blocks'),
        'o.version',
        'o.updated_at as updated',
      ])
      .where('p.org_id', '=', actor.org)
      .where('p.project_id', '=', params.project)
      .where('o.id', page.recorded ? 'is not' : 'is', null)
      .where(words)
      .where(given(page.state, (s) => sql`coalesce(p.gates ->> 'cooperation', 'conditional') = ${s}`))
      .where(given(page.pricing, (m) => sql`o.pricing_type = ${m}`))
      .where(given(page.delivery, (m) => sql`o.delivery_mode = ${m}`))
      .where(given(page.settlement, (m) => sql`o.settlement_mode = ${m}`))
      .where(given(page.supplier, (s) => sql`p.supplier_id = ${s}`))
      .where(given(page.market, (m) => sql`o.body -> 'markets' ? ${m}`))
      .where(given(page.belowMargin, (m) => sql`o.margin_rate < ${m}`))
      .where(
        given(
          page.belowFloor,
          (below) => sql`coalesce((o.least -> 'floor' = 'null'
            or (o.least #>> '{price,minor}')::bigint < (o.least #>> '{floor,minor}')::bigint), false) = ${below}`,
        ),
      )
    if (lacking && sort === 'state') {
      const none = sql<boolean>`not exists (select from offer o where o.org_id = ${actor.org}
        and o.project_id = ${params.project} and o.product_id = p.id)`
      const which = sql<boolean>`${words} and ${given(page.supplier, (s) => sql`p.supplier_id = ${s}`)} and ${none}
        and ${given(page.state, (s) => sql`coalesce(p.gates ->> 'cooperation', 'conditional') = ${s}`)}`
      const byGate = { ...page, sort: page.sort.replace('state', 'cooperation') }
      const { ids, next } = await pageByOutcome(tx, { org: actor.org, project: params.project }, byGate, which)
      const rows = await all.where('p.id', 'in', [...ids, '']).execute()
      const byId = new Map(rows.map((row) => [row.product, row]))
      return { rows: ids.flatMap((id) => byId.get(id) ?? []), next }
    }
    const column = lacking ? LACKING_SORTS[sort] : SORTS[sort]
    const { where, order } = pagePieces(page, { column, id: sql`p.id` })
    const rows = await all
      .select(sql<unknown>`${column}`.as('place'))
      .where(where)
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.product])
    return { rows: shown.map(({ place: _, ...r }) => r), next }
  },
})
