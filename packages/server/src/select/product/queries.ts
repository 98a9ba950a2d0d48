import { sql } from 'kysely'
import { z } from 'zod'
import { blockingFilter, holdsBlocking } from '../../flow/blocking.ts'
import { MEMBER_ROLES } from '../../platform/commands/actor.ts'
import { Problem } from '../../platform/http/problem.ts'
import { gateState as state } from '../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows, searching } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'

const row = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  supplier: z.string(),
  brand: z.string().nullable(),
  class: z.string().nullable(),
  price: z.object({ minor: z.number(), currency: z.string() }).nullable(),
  themeFit: z.number().nullable(),
  role: z.string().nullable(),
  state,
  gates: z.record(z.string(), state),
  markets: z.record(z.string(), state),
  blocks: z.int(),
  warns: z.int(),
  owes: z.array(z.string()),
})

/** The columns of a row, in a list and alone. */
const COLUMNS = [
  'p.id',
  'p.version',
  'p.title',
  'p.supplier_id as supplier',
  'p.brand',
  'p.class',
  'p.price_minor',
  'p.price_currency',
  'p.theme_fit as themeFit',
  'p.role',
  'p.state',
  'p.gates',
  'p.markets',
  'p.blocks',
  'p.warns',
  'p.owes',
] as const

const SORTS = {
  title: sql`p.title`,
  price: sql`coalesce(p.price_minor, 0)`,
  state: sql`p.state`,
  added: sql`p.created_at`,
}

const list = query({
  name: 'product.list',
  path: '/projects/:project/products',
  summary: { zh: '候选产品', en: 'Candidate products of a project' },
  roles: MEMBER_ROLES,
  params: z.object({ project: z.string() }),
  query: pageOf(['title', 'price', 'state', 'added']).extend({
    state: state.optional(),
    class: z.string().optional(),
    supplier: z.string().optional(),
    owes: z.string().optional().describe('role that owes something'),
    gate: z.string().optional().describe('with `gateState`: products whose gate is in that state'),
    gateState: state.optional(),
    ...blockingFilter,
  }),
  answer: pageAnswer(row),
  async run({ tx, actor, params, query: page }) {
    const sort = page.sort.replace('-', '') as keyof typeof SORTS
    const { where, order } = pagePieces(page, { column: SORTS[sort], id: sql`p.id` })
    const rows = await tx
      .selectFrom('product as p')
      .select([...COLUMNS, sql<unknown>`${SORTS[sort]}`.as('place')])
      .where('p.org_id', '=', actor.org)
      .where('p.project_id', '=', params.project)
      .where(where)
      .where(searching(sql`p.search`, page.q))
      .$if(page.state !== undefined, (q) => q.where('p.state', '=', page.state as never))
      .$if(page.class !== undefined, (q) => q.where('p.class', '=', page.class as string))
      .$if(page.supplier !== undefined, (q) => q.where('p.supplier_id', '=', page.supplier as string))
      .$if(page.owes !== undefined, (q) => q.where(sql<boolean>`p.owes @> array[${page.owes}]`))
      .$if(page.gate !== undefined && page.gateState !== undefined, (q) =>
        q.where(sql<boolean>`p.gates ->> ${page.gate} = ${page.gateState}`),
      )
      .where(holdsBlocking(sql`p.findings`, page))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.id])
    return {
      rows: shown.map(({ place: _, price_minor, price_currency, ...r }) => ({
        ...r,
        gates: r.gates as Record<string, z.infer<typeof state>>,
        price: price_minor === null ? null : { minor: price_minor, currency: price_currency as string },
      })),
      next,
    }
  },
})

const get = query({
  name: 'product.get',
  path: '/projects/:project/products/:product',
  summary: { zh: '产品：各关口、问题与记录', en: 'A product: its gates, findings and records' },
  roles: MEMBER_ROLES,
  params: z.object({ project: z.string(), product: z.string() }),
  query: z.object({}),
  answer: row.extend({
    confidence: z.number().nullable(),
    traits: z.array(z.string()),
    listing: z.looseObject({}),
    facts: z.looseObject({}).nullable(),
    offer: z.looseObject({}).nullable(),
    findings: z.array(z.looseObject({})),
    claims: z.array(z.looseObject({})),
    decidedAt: z.string().nullable(),
  }),
  async run({ tx, actor, params }) {
    const found = await tx
      .selectFrom('product as p')
      .leftJoin('offer as o', (on) =>
        on
          .onRef('o.org_id', '=', 'p.org_id')
          .onRef('o.project_id', '=', 'p.project_id')
          .onRef('o.product_id', '=', 'p.id'),
      )
      .select((e) => [
        ...COLUMNS,
        'p.confidence',
        'p.traits',
        'p.listing',
        'p.facts',
        'o.body as offer',
        'p.findings',
        'p.claims',
        e.ref('p.decided_at').as('decidedAt'),
      ])
      .where('p.org_id', '=', actor.org)
      .where('p.project_id', '=', params.project)
      .where('p.id', '=', params.product)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { detail: `product ${params.product} of project ${params.project}` })
    const { price_minor, price_currency, ...rest } = found
    return {
      ...rest,
      gates: rest.gates as Record<string, z.infer<typeof state>>,
      price: price_minor === null ? null : { minor: price_minor, currency: price_currency as string },
    }
  },
})

export const productQueries = [list, get]
