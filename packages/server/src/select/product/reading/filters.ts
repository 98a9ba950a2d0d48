import { ROLES } from '@haixuan/domain/gate/words'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { parseMoney } from '@haixuan/domain/kernel/money'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { blockingFilter, holdsAlike } from '../../../flow/blocking.ts'
import type { Tables } from '../../../platform/database/tables.ts'
import { gateState } from '../../../platform/http/schemas.ts'
import { because } from '../../because.ts'
import { found } from '../search/found.ts'

const amount = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,4})?$/)
  .optional()
  .describe('with `currency`, such as 12.90')

/** By what a list of products can be narrowed down; the same for the list, its count and the matrix of markets. */
export const productFilters = z.object({
  q: z.string().max(200).optional().describe('words to look for, in any script'),
  state: gateState.optional(),
  class: z.string().optional().describe('with the narrower ones; `none` where it is not known'),
  supplier: z.string().optional(),
  role: z.enum([...ROLES, 'none']).optional(),
  channel: z.string().optional().describe('its own, else that of its supplier; `none` where neither is told'),
  owes: z.string().optional().describe('role that owes something'),
  gate: z.string().optional().describe('with `gateState`: products whose gate is in that state'),
  gateState: gateState.optional(),
  market: z.string().optional().describe('with `marketState`: products that stand so in that market'),
  marketState: gateState.optional(),
  claims: z.enum(['with', 'without']).optional().describe('whether its texts make claims'),
  currency: z.string().length(3).optional(),
  priceFrom: amount,
  priceTo: amount,
  ...blockingFilter,
})
type Filters = z.output<typeof productFilters>

/** Fewer products than these are named, so that no order of a list leads past the rest. */
const FEW = 500

/**
 * What the filters ask of the product `p` of a project, as a piece of SQL; `search` in place of what their search text asks,
 * where more is known of that. @throws BadInput
 */
export async function filtering(
  tx: Transaction<Tables>,
  project: string,
  f: Filters,
  search?: RawBuilder<boolean>,
): Promise<RawBuilder<boolean>> {
  const channel = await cameBy(tx, f.channel)
  const alike = await countedBy(tx, project, f, channel)
  if (alike?.n === 0) return sql<boolean>`false`
  const own = [
    f.class && (f.class === 'none' ? sql`p.class is null` : ofClass(sql`p.class`, f.class)),
    f.supplier && sql`p.supplier_id = ${f.supplier}`,
    f.currency && sql`p.price_currency = ${f.currency.toUpperCase()}`,
    channel && ofChannel(channel),
    alike?.asked &&
      (alike.kinds ? sql`p.likeness = any (${alike.kinds}::uuid[])` : sql`p.likeness in (${alike.asked})`),
  ].filter((piece) => typeof piece === 'object')
  const pieces = [
    search ?? (await found(tx, project, f.q)),
    ...(alike && alike.n <= FEW ? [sql`p.id = any (${await idsOf(tx, project, own)})`] : own),
    f.role && (f.role === 'none' ? sql`p.role is null` : sql`p.role = ${f.role}`),
    f.claims &&
      sql`case when p.claims = '[]' then ${f.claims === 'without'}::boolean else ${f.claims === 'with'}::boolean end`,
    f.priceFrom !== undefined && sql`p.price_minor is not null and ${PRICE} >= ${minor(f, 'priceFrom')}`,
    f.priceTo !== undefined && sql`p.price_minor is not null and ${PRICE} <= ${minor(f, 'priceTo')}`,
  ].filter((piece) => typeof piece === 'object')
  return sql<boolean>`${sql.join(pieces, sql` and `)}`
}

async function idsOf(tx: Transaction<Tables>, project: string, pieces: readonly RawBuilder<unknown>[]) {
  const { rows } = await sql<{ id: string }>`select p.id from candidate p where p.org_id = current_org()
    and p.project_id = ${project} and ${sql.join(pieces, sql` and `)}`.execute(tx)
  return rows.map((r) => r.id)
}

/** How many products meet the filters, where what is kept of those that are alike tells it. @throws BadInput */
export async function countMet(tx: Transaction<Tables>, project: string, f: Filters): Promise<number | undefined> {
  const untold = [f.q?.trim() || undefined, f.role, f.claims, f.priceFrom, f.priceTo]
  if (untold.some((asked) => asked !== undefined) || f.channel === 'none') return undefined
  return (await countedBy(tx, project, f, await cameBy(tx, f.channel), true))?.n
}

/** More outcomes than these are looked up row by row. */
const MOST_OUTCOMES = 2_000

/**
 * What is asked of what products share is looked up where they are counted, not product by product: how many there are at
 * most, and with which outcomes where these are asked for. A list then reads those that have one of them, by an index where they are
 * few, and nothing at all where there are none.
 */
async function countedBy(
  tx: Transaction<Tables>,
  project: string,
  f: Filters,
  channel: Channel | undefined,
  always = false,
) {
  const outcome = [
    f.state && sql`l.state = ${f.state}`,
    f.gate && f.gateState && sql`l.gates ->> ${f.gate} = ${f.gateState}`,
    f.market && f.marketState && sql`l.markets ->> ${f.market} = ${f.marketState}`,
    f.owes && holdsAlike({ owner: f.owes }),
    [f.clause, f.check, f.owner].some((asked) => asked !== undefined) && holdsAlike(f),
  ].filter((piece) => typeof piece === 'object')
  const shared = [
    f.class && (f.class === 'none' ? sql`c.class = ''` : ofClass(sql`c.class`, f.class)),
    f.currency && sql`c.currency = ${f.currency.toUpperCase()}`,
  ].filter((piece) => typeof piece === 'object')
  if (!always && !f.supplier && !channel && outcome.length + shared.length === 0) return undefined
  const whose = f.supplier ? sql`${f.supplier}` : sql`(select coalesce(current_supplier(), ''))`
  const of = channel?.id
    ? sql`(c.supplier_id = ${whose} and c.channel = ${channel.id}
        or c.channel = '' and c.supplier_id = any (${channel.suppliers}) and ${f.supplier ? sql`c.supplier_id = ${whose}` : sql`true`})`
    : sql`c.supplier_id = ${whose}`
  const met = sql.join([sql`l.org_id = current_org()`, sql`l.project_id = ${project}`, ...outcome], sql` and `)
  const { rows } = await sql<{ likeness: string; n: number }>`
    select c.likeness, sum(c.n)::int as n from alike_count c
    ${outcome.length > 0 ? sql`join likeness l on ${met} and l.id = c.likeness` : sql``}
    where c.org_id = current_org() and c.project_id = ${project} and ${sql.join([of, ...shared], sql` and `)}
    group by 1 having sum(c.n) > 0
  `.execute(tx)
  return {
    n: rows.reduce((sum, r) => sum + r.n, 0),
    kinds: rows.length > MOST_OUTCOMES ? undefined : rows.map((r) => r.likeness),
    asked: outcome.length > 0 ? sql`select l.id from likeness l where ${met}` : undefined,
  }
}

/** A price as the index of prices has it. */
export const PRICE = sql`(case when p.price_minor is null then 0 else p.price_minor end)`

/** A class with its narrower ones, as a range of the index. */
const ofClass = (column: RawBuilder<unknown>, id: string) =>
  sql`(${column} = ${id} or (${column} > ${`${id}.`} collate "C" and ${column} < ${`${id}/`} collate "C"))`

function minor(f: Filters, bound: 'priceFrom' | 'priceTo'): number {
  if (f.currency === undefined) throw new BadInput(because('price-currency-missing'), { field: 'currency' })
  return parseMoney(f[bound] as string, f.currency.toUpperCase(), bound).minor
}

/** P2 · A candidate came by its own channel, else by that of its supplier: the suppliers that have it, or any for `none`. */
type Channel = { readonly id: string | undefined; readonly suppliers: readonly string[] }

async function cameBy(tx: Transaction<Tables>, channel: string | undefined): Promise<Channel | undefined> {
  if (!channel) return undefined
  const id = channel === 'none' ? undefined : channel
  const { rows } = await sql<{ id: string }>`select s.id from supplier s where s.org_id = current_org()
    and ${id === undefined ? sql`s.body ->> 'channel' is not null` : sql`s.body ->> 'channel' = ${id}`}`.execute(tx)
  return { id, suppliers: rows.map((r) => r.id) }
}

const ofChannel = ({ id, suppliers }: Channel) =>
  id === undefined
    ? sql`(p.channel is null and p.supplier_id <> all (${suppliers}))`
    : sql`(p.channel = ${id} or p.channel is null and p.supplier_id = any (${suppliers}))`
