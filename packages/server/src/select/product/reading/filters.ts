import { ROLES } from '@haixuan/domain/gate/words'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { parseMoney } from '@haixuan/domain/kernel/money'
import { type RawBuilder, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { blockingFilter, holdsBlocking } from '../../../flow/blocking.ts'
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
async function found(tx: Transaction<Tables>, project: string, q: string | undefined): Promise<RawBuilder<boolean>> {
  const words = asked(q)
  if (words === undefined) return searching(sql`p.search`, q)
  const { rows } = await sql<{ ids: string[] | null }>`
    select products_found(${project}, ${words}::tsquery, ${MOST_FOUND}) as ids`.execute(tx)
  const ids = rows[0]?.ids
  return ids ? sql<boolean>`p.id = any(${ids})` : searching(sql`p.search`, q)
}

/** What the filters ask of the product `p` of a project, as a piece of SQL. @throws BadInput */
export async function filtering(tx: Transaction<Tables>, project: string, f: Filters): Promise<RawBuilder<boolean>> {
  const pieces = [
    await found(tx, project, f.q),
    f.state && sql`p.state = ${f.state}`,
    f.class && (f.class === 'none' ? sql`p.class is null` : ofClass(f.class)),
    f.supplier && sql`p.supplier_id = ${f.supplier}`,
    f.role && (f.role === 'none' ? sql`p.role is null` : sql`p.role = ${f.role}`),
    f.channel && cameBy(f.channel),
    f.owes && sql`p.owes @> array[${f.owes}]`,
    f.gate && f.gateState && sql`p.gates ->> ${f.gate} = ${f.gateState}`,
    f.market && f.marketState && sql`p.markets ->> ${f.market} = ${f.marketState}`,
    f.claims && sql`(p.claims <> '[]') = ${f.claims === 'with'}`,
    f.currency && sql`p.price_currency = ${f.currency.toUpperCase()}`,
    f.priceFrom !== undefined && sql`p.price_minor >= ${minor(f, 'priceFrom')}`,
    f.priceTo !== undefined && sql`p.price_minor <= ${minor(f, 'priceTo')}`,
    holding(f),
  ].filter((piece) => typeof piece === 'object')
  return sql<boolean>`${sql.join(pieces, sql` and `)}`
}

/** Findings are kept once for all products that are alike: they are looked through there, not product by product. */
function holding(f: Filters): RawBuilder<boolean> | undefined {
  if ([f.clause, f.check, f.owner].every((asked) => asked === undefined)) return undefined
  return sql<boolean>`p.likeness in (select l.id from likeness l where l.org_id = p.org_id and l.project_id = p.project_id
    and ${holdsBlocking(sql`l.findings`, f)})`
}

/** A class with its narrower ones, as a range of the index. */
const ofClass = (id: string) =>
  sql`(p.class = ${id} or (p.class > ${`${id}.`} collate "C" and p.class < ${`${id}/`} collate "C"))`

function minor(f: Filters, bound: 'priceFrom' | 'priceTo'): number {
  if (f.currency === undefined) throw new BadInput('name the currency of the price', { field: 'currency' })
  return parseMoney(f[bound] as string, f.currency.toUpperCase(), bound).minor
}

/** P2 · A candidate came by its own channel, else by that of its supplier. */
const cameBy = (channel: string) => {
  const ofSupplier = sql`(select s.body ->> 'channel' from supplier s where s.org_id = p.org_id and s.id = p.supplier_id)`
  return channel === 'none'
    ? sql`p.channel is null and ${ofSupplier} is null`
    : sql`(p.channel = ${channel} or p.channel is null and ${ofSupplier} = ${channel})`
}
