import { ROLES } from '@haixuan/domain/gate/words'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { parseMoney } from '@haixuan/domain/kernel/money'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { blockingFilter, holdsBlocking } from '../../../flow/blocking.ts'
import { gateState } from '../../../platform/http/schemas.ts'
import { searching } from '../../../platform/queries/page.ts'

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

/** What the filters ask of the product `p`, as a piece of SQL. @throws BadInput */
export function filtering(f: Filters): RawBuilder<boolean> {
  const asked = [
    searching(sql`p.search`, f.q),
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
    holdsBlocking(sql`p.findings`, f),
  ].filter((piece) => typeof piece === 'object')
  return sql<boolean>`${sql.join(asked, sql` and `)}`
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
