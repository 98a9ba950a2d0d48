import { amount } from '@haixuan/domain/select/cooperation/amount'
import { sql } from 'kysely'
import { z } from 'zod'
import { streamOver } from '../../../plan/project/stream-over.ts'
import { MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { pageAnswer, pageOf, pagePieces, pageRows, searching } from '../../../platform/queries/page.ts'
import { query } from '../../../platform/queries/query.ts'
import { dayHere } from '../../../platform/settings/day-here.ts'

const STATES = ['waiting', 'agreed', 'declined'] as const
const STATE = sql<(typeof STATES)[number]>`case when o.waits then 'waiting'
  when (o.answer ->> 'agrees')::boolean then 'agreed' else 'declined' end`
const ID = sql`o.project_id || ' ' || o.product_id`
const SORTS = { day: sql`j.day`, title: sql`c.title`, updated: sql`o.updated_at` }

/** I6–I8 · The terms a supplier is offered for streams to come, and what it said of them. */
export const supplierOffers = query({
  name: 'supplier.offers',
  path: '/suppliers/:supplier/offers',
  summary: {
    zh: '供应商各场直播的合作条件及其答复',
    en: 'The terms a supplier is offered for streams to come, with its answers',
  },
  roles: MEMBER_ROLES,
  params: z.object({ supplier: z.string() }),
  query: pageOf(['day', 'title', 'updated']).extend({
    project: z.string().optional(),
    state: z.enum(STATES).optional().describe('waiting: for its answer to the terms as they are now'),
  }),
  answer: pageAnswer(
    z.object({
      project: z.string(),
      projectName: z.string(),
      day: z.string(),
      product: z.string(),
      title: z.string(),
      price: amount,
      state: z.enum(STATES),
      answeredAt: z.string().nullable(),
      answeredBy: z.string().nullable(),
    }),
  ),
  async run({ tx, actor, house, params, query: page }) {
    const now = house.clock()
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: ID })
    const rows = await tx
      .selectFrom('offer as o')
      .innerJoin('candidate as c', (on) =>
        on
          .onRef('c.org_id', '=', 'o.org_id')
          .onRef('c.project_id', '=', 'o.project_id')
          .onRef('c.id', '=', 'o.product_id'),
      )
      .innerJoin('project as j', (on) => on.onRef('j.org_id', '=', 'o.org_id').onRef('j.id', '=', 'o.project_id'))
      .select([
        'o.project_id as project',
        'j.name as projectName',
        'j.day',
        'o.product_id as product',
        'c.title',
        sql<z.infer<typeof amount>>`o.body -> 'pricing' -> 'price'`.as('price'),
        STATE.as('state'),
        sql<string | null>`o.answer ->> 'at'`.as('answeredAt'),
        sql<string | null>`o.answer ->> 'by'`.as('answeredBy'),
        sql<unknown>`${column}`.as('place'),
        sql<string>`${ID}`.as('id'),
      ])
      .where('o.org_id', '=', actor.org)
      .where('o.supplier_id', '=', params.supplier)
      .where('j.closed_at', 'is', null)
      .where(sql<boolean>`not ${streamOver('j', { day: dayHere(house, now), now })}`)
      .where(where)
      .where(searching(sql`c.search`, page.q))
      .$if(page.project !== undefined, (q) => q.where('o.project_id', '=', page.project as string))
      .$if(page.state !== undefined, (q) => q.where(STATE, '=', page.state as 'waiting'))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.id])
    return { rows: shown.map(({ place: _, id: __, ...r }) => r), next }
  },
})
