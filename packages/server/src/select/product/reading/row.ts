import { ROLES } from '@haixuan/domain/gate/words'
import { sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { Tables } from '../../../platform/database/tables.ts'
import { gateState } from '../../../platform/http/schemas.ts'

const states = z.record(z.string(), gateState)

/** A product as lists show it. */
export const productRow = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  image: z.string().nullable(),
  supplier: z.string(),
  supplierName: z.string().nullable(),
  brand: z.string().nullable(),
  class: z.string().nullable(),
  confidence: z.number().nullable().describe('how sure the class is, 0 to 1'),
  price: z.object({ minor: z.number(), currency: z.string() }).nullable(),
  themeFit: z.number().nullable(),
  margin: z.number().nullable().describe('share of the price that is left in the market where least is'),
  role: z.enum(ROLES).nullable().describe('as a person fixed it'),
  channel: z.string().nullable().describe('sourcing channel of the plan that it came by'),
  state: gateState,
  gates: states,
  markets: states,
  blocks: z.int(),
  warns: z.int(),
  claims: z.int().describe('how many claims its texts make'),
  owes: z.array(z.string()),
})

/** Products of a project, each with the gate of its supplier. */
export const withSellers = (tx: Transaction<Tables>, org: string, project: string) =>
  tx
    .selectFrom('product as p')
    .leftJoin('supplier_gate as g', (on) =>
      on
        .onRef('g.org_id', '=', 'p.org_id')
        .onRef('g.project_id', '=', 'p.project_id')
        .onRef('g.supplier_id', '=', 'p.supplier_id'),
    )
    .where('p.org_id', '=', org)
    .where('p.project_id', '=', project)

/** Products of a project, each with its plan and its offer. */
export const withOffers = (tx: Transaction<Tables>, org: string, project: string) =>
  tx
    .selectFrom('product as p')
    .innerJoin('project as j', (on) => on.onRef('j.org_id', '=', 'p.org_id').onRef('j.id', '=', 'p.project_id'))
    .leftJoin('offer as o', (on) =>
      on
        .onRef('o.org_id', '=', 'p.org_id')
        .onRef('o.project_id', '=', 'p.project_id')
        .onRef('o.product_id', '=', 'p.id'),
    )
    .where('p.org_id', '=', org)
    .where('p.project_id', '=', project)

/** What a row is read from. */
export const ROW_COLUMNS = [
  'p.id',
  'p.version',
  'p.title',
  sql<string | null>`p.listing -> 'images' ->> 0`.as('image'),
  'p.supplier_id as supplier',
  'g.name as supplierName',
  'p.brand',
  'p.class',
  'p.confidence',
  'p.price_minor',
  'p.price_currency',
  'p.theme_fit as themeFit',
  'p.margin',
  'p.role',
  'p.channel',
  'p.state',
  'p.gates',
  'p.markets',
  'p.blocks',
  'p.warns',
  sql<number>`jsonb_array_length(p.claims)`.as('claimed'),
  'p.owes',
] as const

type Stored = {
  readonly price_minor: number | null
  readonly price_currency: string | null
  readonly claimed: number
  readonly role: string | null
  readonly gates: object
}

/** The parts of a row that are not as they are stored. */
export const rowOf = <T extends Stored>({ price_minor, price_currency, claimed, role, gates, ...rest }: T) => ({
  ...rest,
  role: role as z.infer<typeof productRow>['role'],
  gates: gates as z.infer<typeof states>,
  price: price_minor === null || price_currency === null ? null : { minor: price_minor, currency: price_currency },
  claims: claimed,
})
