import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { pageAnswer, pageOf, pagePieces, pageRows, searching } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { because } from '../because.ts'
import { cash, reconciliationAnswer, statementAnswer } from './answers.ts'
import { offerParams } from './change-offer.ts'

const state = z.enum(['computed', 'differs', 'agreed'])
const row = z.object({
  product: z.string(),
  title: z.string(),
  supplier: z.string(),
  number: z.int(),
  version: z.int(),
  from: z.string(),
  until: z.string(),
  final: z.boolean(),
  due: cash,
  dueDay: z.string(),
  payee: z.enum(['operator', 'supplier']),
  state,
  recordedBy: z.string(),
  agreedBy: z.string().nullable(),
})
const SORTS = { due: sql`s.due_day`, recorded: sql`s.recorded_at` }

/** I8 · The statements of a project, those due first. */
export const settlements = query({
  name: 'offer.settlements',
  path: '/projects/:project/settlements',
  summary: { zh: '结算单', en: 'Statements of a project' },
  params: z.object({ project: z.string() }),
  query: pageOf(['due', 'recorded']).extend({ state: state.optional(), product: z.string().optional() }),
  answer: pageAnswer(row),
  async run({ tx, actor, params, query: page }) {
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const id = sql`s.product_id || ' ' || lpad(s.number::text, 6, '0')`
    const { where, order } = pagePieces(page, { column, id })
    const rows = await tx
      .selectFrom('settlement as s')
      .innerJoin('product as p', (on) =>
        on
          .onRef('p.org_id', '=', 's.org_id')
          .onRef('p.project_id', '=', 's.project_id')
          .onRef('p.id', '=', 's.product_id'),
      )
      .select((e) => [
        's.product_id as product',
        'p.title',
        's.supplier_id as supplier',
        's.number',
        's.version',
        's.starts as from',
        's.ends as until',
        sql<boolean>`(s.body -> 'final')::boolean`.as('final'),
        's.due_minor',
        's.due_currency',
        e.ref('s.due_day').as('dueDay'),
        sql<'operator' | 'supplier'>`s.body #>> '{statement,payee}'`.as('payee'),
        's.state',
        e.ref('s.recorded_by').as('recordedBy'),
        e.ref('s.agreed_by').as('agreedBy'),
        sql<unknown>`${column}`.as('place'),
        sql<string>`${id}`.as('placeId'),
      ])
      .where('s.org_id', '=', actor.org)
      .where('s.project_id', '=', params.project)
      .where(where)
      .where(searching(sql`p.search`, page.q))
      .$if(page.state !== undefined, (q) => q.where('s.state', '=', page.state as never))
      .$if(page.product !== undefined, (q) => q.where('s.product_id', '=', page.product as string))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.placeId])
    return {
      rows: shown.map(({ place: _, placeId: __, due_minor, due_currency, ...r }) => ({
        ...r,
        due: { minor: due_minor, currency: due_currency },
      })),
      next,
    }
  },
})

/** I8 · One statement, line by line, beside the payer's; the newest when no number is given. */
export const settlement = query({
  name: 'offer.settlement',
  path: '/projects/:project/products/:product/offer/settlement',
  summary: { zh: '结算单逐项与对账', en: 'A statement line by line, and how the payer’s differs' },
  params: offerParams,
  query: z.object({ number: z.coerce.number().int().positive().optional() }),
  answer: z.object({
    number: z.int(),
    version: z.int(),
    from: z.string(),
    until: z.string(),
    final: z.boolean(),
    state,
    orders: z.int(),
    statement: statementAnswer,
    reconciliation: reconciliationAnswer.nullable(),
    recordedBy: z.string(),
    recordedAt: z.string(),
    agreedBy: z.string().nullable(),
    agreedAt: z.string().nullable(),
  }),
  async run({ tx, actor, params, query: asked }) {
    const found = await tx
      .selectFrom('settlement as s')
      .selectAll()
      .where('s.org_id', '=', actor.org)
      .where('s.project_id', '=', params.project)
      .where('s.product_id', '=', params.product)
      .$if(asked.number !== undefined, (q) => q.where('s.number', '=', asked.number as number))
      .orderBy('s.number', 'desc')
      .limit(1)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: because('no-statement', { product: params.product }) })
    const { body } = found
    return {
      number: found.number,
      version: found.version,
      from: found.starts,
      until: found.ends,
      final: body.final,
      state: found.state,
      orders: body.orders.length,
      statement: { ...body.statement, lines: [...body.statement.lines] },
      reconciliation: body.reconciliation ? { ...body.reconciliation, lines: [...body.reconciliation.lines] } : null,
      recordedBy: found.recorded_by,
      recordedAt: found.recorded_at,
      agreedBy: found.agreed_by,
      agreedAt: found.agreed_at,
    }
  },
})
