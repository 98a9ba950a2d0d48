import { ROLES } from '@haixuan/domain/gate/words'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { parseMoney } from '@haixuan/domain/kernel/money'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { blockingFilter, holdsAlike } from '../../../flow/blocking.ts'
import type { Tables } from '../../../platform/database/tables.ts'
import { gateState } from '../../../platform/http/schemas.ts'
import { asked, searching } from '../../../platform/queries/page.ts'

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

/** More products than these are met soon enough in the order of a list. */
const MOST_FOUND = 2_000

/**
 * What a search text asks of the product `p`: those it finds, by the index, or when they are many the text itself. One
 * statement more than a list has otherwise, and the only way past reading every row.
 */
export async function found(
  tx: Transaction<Tables>,
  project: string,
  q: string | undefined,
): Promise<RawBuilder<boolean>> {
  const words = asked(q)
  if (words === undefined) return searching(sql`p.search`, q)
  const { rows } = await sql<{ ids: string[] | null }>`
    select products_found(${project}, ${words}::tsquery, ${MOST_FOUND}) as ids`.execute(tx)
  const ids = rows[0]?.ids
  // of a case, every second row is expected to meet it: the order of the list is followed, not all rows read and sorted
  return ids
    ? sql<boolean>`p.id = any(${ids})`
    : sql<boolean>`case when ${searching(sql`p.search`, q)} then true else false end`
}

/** What the filters ask of the product `p` of a project, as a piece of SQL. @throws BadInput */
export async function filtering(tx: Transaction<Tables>, project: string, f: Filters): Promise<RawBuilder<boolean>> {
  const pieces = [
    await found(tx, project, f.q),
    f.class && (f.class === 'none' ? sql`p.class is null` : ofClass(f.class)),
    f.supplier && sql`p.supplier_id = ${f.supplier}`,
    f.role && (f.role === 'none' ? sql`p.role is null` : sql`p.role = ${f.role}`),
    f.channel && cameBy(f.channel),
    f.claims &&
      sql`case when p.claims = '[]' then ${f.claims === 'without'}::boolean else ${f.claims === 'with'}::boolean end`,
    f.currency && sql`p.price_currency = ${f.currency.toUpperCase()}`,
    f.priceFrom !== undefined && sql`p.price_minor is not null and ${PRICE} >= ${minor(f, 'priceFrom')}`,
    f.priceTo !== undefined && sql`p.price_minor is not null and ${PRICE} <= ${minor(f, 'priceTo')}`,
    await comingOut(tx, project, f),
  ].filter((piece) => typeof piece === 'object')
  return sql<boolean>`${sql.join(pieces, sql` and `)}`
}

/** More outcomes than these are looked up row by row. */
const MOST_OUTCOMES = 2_000

/**
 * What is asked of the outcome that products share is looked up there, not product by product: a list then reads those
 * that have one of these, by an index where they are few, and nothing at all where there are none.
 */
async function comingOut(
  tx: Transaction<Tables>,
  project: string,
  f: Filters,
): Promise<RawBuilder<boolean> | undefined> {
  const pieces = [
    f.state && sql`l.state = ${f.state}`,
    f.gate && f.gateState && sql`l.gates ->> ${f.gate} = ${f.gateState}`,
    f.market && f.marketState && sql`l.markets ->> ${f.market} = ${f.marketState}`,
    f.owes && holdsAlike({ owner: f.owes }),
    [f.clause, f.check, f.owner].some((asked) => asked !== undefined) && holdsAlike(f),
  ].filter((piece) => typeof piece === 'object')
  if (pieces.length === 0) return undefined
  const met = sql<{ id: string }>`select l.id from likeness l
    where l.org_id = current_org() and l.project_id = ${project} and ${sql.join(pieces, sql` and `)}`
  const { rows } = await sql<{ id: string }>`${met} limit ${MOST_OUTCOMES + 1}`.execute(tx)
  if (rows.length === 0) return sql<boolean>`false`
  return rows.length > MOST_OUTCOMES
    ? sql<boolean>`p.likeness in (${met})`
    : sql<boolean>`p.likeness = any(${rows.map((r) => r.id)}::uuid[])`
}

/** A price as the index of prices has it. */
export const PRICE = sql`(case when p.price_minor is null then 0 else p.price_minor end)`

/** A class with its narrower ones, as a range of the index. */
const ofClass = (id: string) =>
  sql`(p.class = ${id} or (p.class > ${`${id}.`} collate "C" and p.class < ${`${id}/`} collate "C"))`

function minor(f: Filters, bound: 'priceFrom' | 'priceTo'): number {
  if (f.currency === undefined) throw new BadInput('name the currency of the price', { field: 'currency' })
  return parseMoney(f[bound] as string, f.currency.toUpperCase(), bound).minor
}

/** P2 · A candidate came by its own channel, else by that of its supplier. */
function cameBy(channel: string) {
  const suppliers = (meets: RawBuilder<unknown>) =>
    sql`(select s.id from supplier s where s.org_id = current_org() and ${meets})`
  return channel === 'none'
    ? sql`p.channel is null and p.supplier_id not in ${suppliers(sql`s.body ->> 'channel' is not null`)}`
    : sql`(p.channel = ${channel}
        or p.channel is null and p.supplier_id in ${suppliers(sql`s.body ->> 'channel' = ${channel}`)})`
}
