import type { OrderColumns } from '@haixuan/domain/improve/results/order-words'
import type { Money } from '@haixuan/domain/kernel/money'
import { type CountRow, readCounts } from '@haixuan/interchange/results/read-counts'
import { isOrderList, type OrderLine, readOrders } from '@haixuan/interchange/results/read-orders'
import { sql } from 'kysely'
import { z } from 'zod'
import { changePlan } from '../../plan/project/change-plan.ts'
import { parsePlan } from '../../plan/project/project-command.ts'
import { projectFor } from '../../plan/project/store.ts'
import { type Asked, command } from '../../platform/commands/command.ts'
import { Problem } from '../../platform/http/problem.ts'
import { checkIndicators } from '../../supervise/risk/check-indicators.ts'
import { because } from '../because.ts'
import { keepOrders } from './keep-orders.ts'

const counts = z.record(z.string().regex(/^[a-z]+(-[a-z]+)*$/, 'a name such as low-ratings'), z.int().nonnegative())
const input = z.union([
  z.strictObject({
    rows: z
      .array(z.strictObject({ product: z.string().min(1), counts }))
      .min(1)
      .max(10_000),
  }),
  z.strictObject({
    csv: z.string().min(1).describe('counts by product, or the orders line by line as a shop system exports them'),
  }),
])
type Row = {
  readonly row: number
  readonly product: string
  readonly counts: Readonly<Record<string, number>>
  readonly sales?: Money
}
type Rejected = { readonly row: number; readonly field: string; readonly reason: string }

/** T3 · Orders, returns, ratings and the like, by product; those of a product stand for all told of it before. */
export const importResults = command({
  name: 'results.import',
  clause: 'T3',
  roles: ['selection', 'service', 'live-control'],
  path: '/projects/:project/results',
  summary: {
    zh: '回流各产品的订单、退货、评价等数量（累计值）',
    en: 'Bring back counts by product: orders, returns, ratings … (totals so far)',
  },
  params: z.object({ project: z.string() }),
  input,
  answer: z.object({
    version: z.int(),
    imported: z.int(),
    rejected: z.array(z.object({ row: z.int(), field: z.string(), reason: z.string() })),
    ignored: z.array(z.string()).describe('columns of the file that stand for no count'),
    personal: z.array(z.string()).describe('columns with personal data, of which nothing is kept'),
    totals: z.record(z.string(), z.number()),
    alerts: z.int().describe('alerts opened or raised'),
  }),
  async run(asked) {
    const { tx, actor, now, params, input } = asked
    const project = await projectFor(asked, params.project, 'update')
    const { rows, rejected, ignored, personal, orders } =
      'csv' in input
        ? fromCsv(input.csv, asked.house.standard['order-columns'])
        : { ...fromRows(input.rows), ignored: [], personal: [], orders: [] }
    const known = await knownAmong(
      asked,
      project.id,
      rows.map((r) => r.product),
    )
    const good = rows.filter((r) => known.has(r.product))
    const unknown = rows
      .filter((r) => !known.has(r.product))
      .map((r): Rejected => ({ row: r.row, field: 'product', reason: `${r.product} is not a product of this project` }))
    if (good.length === 0)
      throw new Problem('bad-input', {
        field: 'csv' in input ? 'csv' : 'rows',
        why: because('no-row-of-project'),
        rejected: [...rejected, ...unknown],
      })
    await sql`
      insert into product_result as x
        (org_id, project_id, product_id, counts, updated_at, sales_minor, sales_currency)
      select ${actor.org}, ${project.id}, r.product, r.counts, ${now},
        (r.sales ->> 'minor')::bigint, r.sales ->> 'currency'
      from jsonb_to_recordset(${JSON.stringify(good)}::jsonb) as r (product text, counts jsonb, sales jsonb)
      on conflict (org_id, project_id, product_id) do update
        set counts = x.counts || excluded.counts, updated_at = excluded.updated_at,
          sales_minor = coalesce(excluded.sales_minor, x.sales_minor),
          sales_currency = coalesce(excluded.sales_currency, x.sales_currency)
    `.execute(tx)
    await keepOrders(
      asked,
      project.id,
      orders.filter((o) => known.has(o.product)),
    )
    const totals = await totalsOf(asked, project.id)
    const plan = parsePlan({ ...project.plan, results: totals })
    const changed = await changePlan(asked, project, plan, { clause: 'T3' })
    const after = await countsOf(
      asked,
      project.id,
      good.map((r) => r.product),
    )
    const alerts = await checkIndicators(asked, project.id, [{ product: null, counts: totals }, ...after])
    const told = { products: good.map(({ row: _, ...result }) => result), totals }
    return {
      events: [
        { type: 'results.imported', subject: project.id, clause: 'T3', project: project.id, body: told },
        ...changed.events,
        ...alerts,
      ],
      answer: {
        version: changed.version,
        imported: good.length,
        rejected: [...rejected, ...unknown].sort((a, b) => a.row - b.row),
        ignored: [...ignored],
        personal: [...personal],
        totals,
        alerts: alerts.length,
      },
      version: changed.version,
    }
  },
})

type Read = { readonly rows: readonly Row[]; readonly rejected: readonly Rejected[] }

type FromCsv = Read & {
  readonly ignored: readonly string[]
  readonly personal: readonly string[]
  readonly orders: readonly OrderLine[]
}

function fromCsv(csv: string, words: OrderColumns): FromCsv {
  if (isOrderList(csv, words)) return readOrders(csv, words)
  const { rows, ignored } = readCounts(csv)
  const rejected: Rejected[] = []
  const whole = (of: CountRow): Row | undefined => {
    const counts: Record<string, number> = {}
    for (const [name, text] of Object.entries(of.counts)) {
      const plain = text.replace(/,/g, '')
      if (!/^\d{1,12}$/.test(plain)) {
        rejected.push({ row: of.row, field: name, reason: `"${text.slice(0, 40)}" is not a whole number` })
        return undefined
      }
      counts[name] = Number(plain)
    }
    return { row: of.row, product: of.product, counts }
  }
  return {
    ...once(
      rows.map(whole).filter((r) => r !== undefined),
      rejected,
    ),
    ignored,
    personal: [],
    orders: [],
  }
}

const fromRows = (rows: readonly { product: string; counts: Record<string, number> }[]): Read =>
  once(
    rows.map((r, i) => ({ ...r, row: i + 1 })),
    [],
  )

/** The first row of each product; a second one is rejected, as nobody knows which is right. */
function once(rows: readonly Row[], rejected: readonly Rejected[]): Read {
  const seen = new Set<string>()
  const more: Rejected[] = []
  const first = rows.filter(({ row, product, counts }) => {
    const events = Object.entries({ returns: 'orders', 'not-as-described': 'orders', 'low-ratings': 'ratings' })
    const above = events.find(([part, whole]) => (counts[part] ?? 0) > (counts[whole] ?? Number.POSITIVE_INFINITY))
    if (above) more.push({ row, field: above[0], reason: `is above ${above[1]}` })
    else if (seen.has(product)) more.push({ row, field: 'product', reason: `${product} stands in an earlier row` })
    else return seen.add(product)
    return false
  })
  return { rows: first, rejected: [...rejected, ...more] }
}

async function knownAmong({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, project: string, ids: readonly string[]) {
  const rows = await tx
    .selectFrom('product')
    .select('id')
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .where(sql<boolean>`id = any (${ids})`)
    .execute()
  return new Set(rows.map((r) => r.id))
}

async function countsOf({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, project: string, ids: readonly string[]) {
  return tx
    .selectFrom('product_result')
    .select(['product_id as product', 'counts'])
    .where('org_id', '=', actor.org)
    .where('project_id', '=', project)
    .where(sql<boolean>`product_id = any (${ids})`)
    .execute()
}

async function totalsOf({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, project: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string; total: number }>`
    select c.key as name, sum(c.value::bigint)::bigint as total
    from product_result x, jsonb_each_text(x.counts) c
    where x.org_id = ${actor.org} and x.project_id = ${project}
    group by c.key order by c.key
  `.execute(tx)
  return Object.fromEntries(rows.map((r) => [r.name, Number(r.total)]))
}
