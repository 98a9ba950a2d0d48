import { differenceOf } from '@haixuan/domain/improve/suggestions/effect'
import { quantileOf } from '@haixuan/domain/supervise/risk/indicator'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { query } from '../../platform/queries/query.ts'
import { money } from '../after-sales/answers.ts'
import { slotOf } from './queries.ts'

const SLOTS_TOGETHER = 5
const BY = {
  product: sql`x.product_id`,
  role: sql`coalesce(p.role, '')`,
  class: sql`coalesce(p.class, '')`,
  supplier: sql`p.supplier_id`,
  slot: sql`coalesce(${slotOf}::text, '')`,
  part: sql`coalesce((ceil(${slotOf} / ${SLOTS_TOGETHER}::numeric))::text, '')`,
} as const satisfies Record<string, RawBuilder<unknown>>

const compared = z
  .object({
    share: z.number(),
    rest: z.number().describe('of all the others'),
    low: z.number().describe('of the difference, Newcombe'),
    high: z.number(),
    verdict: z.enum(['better', 'worse', 'not-clear']),
  })
  .nullable()
  .describe('conversion of the group against all others; null while there is nothing to compare')

/** T3 · What sold and why: results added up by product, role, class, supplier or slot, each against all the others. */
export const resultGroups = query({
  name: 'results.groups',
  path: '/projects/:project/results/groups',
  summary: {
    zh: '按产品、作用、品类、供应商或坑位汇总的结果，与其余相比',
    en: 'Results by product, role, class, supplier or slot, each against all the others',
  },
  params: z.object({ project: z.string() }),
  query: z.object({
    by: z
      .enum(Object.keys(BY) as [keyof typeof BY, ...(keyof typeof BY)[]])
      .default('product')
      .describe(`part: the slots of the lineup by ${SLOTS_TOGETHER}`),
  }),
  answer: z.object({
    totals: z.record(z.string(), z.number()),
    sales: z.array(money).describe('one for each currency'),
    conversion: z.tuple([z.string(), z.string()]).describe('events and trials that are compared'),
    groups: z.array(
      z.object({
        key: z.string().describe('empty for what has none'),
        name: z.string().nullable(),
        products: z.int(),
        counts: z.record(z.string(), z.number()),
        sales: money.nullable(),
        compared,
      }),
    ),
  }),
  async run({ tx, actor, params, query: { by }, house }) {
    const project = await tx
      .selectFrom('project')
      .select('id')
      .where('org_id', '=', actor.org)
      .where('id', '=', params.project)
      .executeTakeFirst()
    if (!project) throw new Problem('not-found', { why: missing('project', params.project) })
    const { rows } = await sql<Group>`
      with of as (
        select ${BY[by]} as key, x.product_id, p.title, x.counts, x.sales_minor, x.sales_currency,
          coalesce(s.name, p.supplier_id) as supplier
        from product_result x
        join product p on p.org_id = x.org_id and p.project_id = x.project_id and p.id = x.product_id
        left join supplier s on s.org_id = p.org_id and s.id = p.supplier_id
        where x.org_id = ${actor.org} and x.project_id = ${params.project}
      ), added as (
        select o.key, c.key as name, sum(c.value::bigint)::bigint as total
        from of o, jsonb_each_text(o.counts) c group by o.key, c.key
      )
      select o.key, count(*)::int as products, min(o.title) as title, min(o.supplier) as supplier,
        (select jsonb_object_agg(a.name, a.total) from added a where a.key = o.key) as counts,
        case when count(distinct o.sales_currency) = 1 then sum(o.sales_minor)::bigint end as "salesMinor",
        min(o.sales_currency) as currency
      from of o group by o.key order by o.key
    `.execute(tx)
    const { confidence, conversion: pairs } = house.standard.optimisation
    const totals = addUp(rows.map(({ counts }) => counts ?? {}))
    const conversion = pairs.find(([events, trials]) => totals[events] && totals[trials]) ?? pairs[0]!
    const groups = rows.map(({ key, products, counts, title, supplier, salesMinor, currency }) => ({
      key,
      name: by === 'product' ? title : by === 'supplier' ? supplier : null,
      products,
      counts: counts ?? {},
      sales: salesMinor === null || currency === null ? null : { minor: Number(salesMinor), currency },
      compared: compare(counts ?? {}, totals, conversion, quantileOf(confidence)),
    }))
    const currencies = [...new Set(groups.flatMap(({ sales }) => sales?.currency ?? []))].sort()
    return {
      totals,
      sales: currencies.map((currency) => ({
        currency,
        minor: groups.reduce((n, { sales }) => n + (sales?.currency === currency ? sales.minor : 0), 0),
      })),
      conversion: [...conversion] as [string, string],
      groups,
    }
  },
})

type Counts = Readonly<Record<string, number>>
type Group = {
  readonly key: string
  readonly products: number
  readonly title: string
  readonly supplier: string
  readonly counts: Counts | null
  readonly salesMinor: number | null
  readonly currency: string | null
}

function addUp(all: readonly Counts[]): Record<string, number> {
  const totals: Record<string, number> = {}
  for (const counts of all)
    for (const [name, count] of Object.entries(counts)) totals[name] = (totals[name] ?? 0) + count
  return totals
}

function compare(counts: Counts, totals: Counts, [events, trials]: readonly [string, string], z: number) {
  const own = { events: counts[events] ?? 0, trials: counts[trials] ?? 0 }
  const rest = { events: (totals[events] ?? 0) - own.events, trials: (totals[trials] ?? 0) - own.trials }
  const sound = [own, rest].every((c) => c.trials > 0 && c.events <= c.trials)
  if (!sound) return null
  const { low, high } = differenceOf(rest, own, z)
  return {
    share: own.events / own.trials,
    rest: rest.events / rest.trials,
    low,
    high,
    verdict: low > 0 ? ('better' as const) : high < 0 ? ('worse' as const) : ('not-clear' as const),
  }
}
