import type { Text } from '@haixuan/domain/kernel/errors'
import { EVENT_WORDS } from '@haixuan/domain/kernel/event-words'
import { sql } from 'kysely'
import { z } from 'zod'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../queries/page.ts'
import { query } from '../queries/query.ts'
import { named, saying } from '../queries/saying.ts'
import { RECEIVER_KINDS, type ReceiverKind } from './send.ts'

const receivers = query({
  name: 'receiver.list',
  path: '/receivers',
  summary: { zh: '接收方及其投递情况', en: 'Receivers, and how their deliveries stand' },
  roles: ['owner', 'auditor'],
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        version: z.int(),
        name: z.string(),
        kind: z.enum(RECEIVER_KINDS),
        to: z.string().describe('where to; what of it is secret is left out'),
        events: z.array(z.string()),
        active: z.boolean(),
        waiting: z.int(),
        failed: z.int(),
        lastDelivered: z.string().nullable(),
      }),
    ),
  }),
  async run({ tx, actor }) {
    const rows = await tx
      .selectFrom('receiver as r')
      .leftJoin('delivery as d', (on) => on.onRef('d.org_id', '=', 'r.org_id').onRef('d.receiver_id', '=', 'r.id'))
      .select((e) => [
        'r.id',
        'r.version',
        'r.name',
        e.ref('r.kind').$castTo<ReceiverKind>().as('kind'),
        'r.url as to',
        'r.events',
        'r.active',
        sql<number>`(count(*) filter (where d.state = 'waiting'))::int`.as('waiting'),
        sql<number>`(count(*) filter (where d.state = 'failed'))::int`.as('failed'),
        e.fn.max('d.delivered_at').as('lastDelivered'),
      ])
      .where('r.org_id', '=', actor.org)
      .groupBy(['r.org_id', 'r.id'])
      .orderBy('r.name')
      .orderBy('r.id')
      .execute()
    return { rows }
  },
})

const deliveries = query({
  name: 'delivery.list',
  path: '/deliveries',
  summary: { zh: '投递记录，新的在前', en: 'Deliveries, newest first' },
  roles: ['owner', 'auditor'],
  params: z.object({}),
  query: pageOf(['id']).extend({
    sort: z.enum(['id', '-id']).default('-id'),
    receiver: z.string().optional(),
    state: z.enum(['waiting', 'delivered', 'failed']).optional(),
  }),
  answer: pageAnswer(
    z.object({
      id: z.int(),
      receiver: z.string(),
      event: z.int(),
      type: z.string(),
      state: z.string(),
      attempts: z.int(),
      answer: z.string().nullable().describe('the beginning of what the receiver said last'),
      next: z.string().nullable().describe('when it is tried next'),
      created: z.string(),
      delivered: z.string().nullable(),
    }),
  ),
  async run({ tx, actor, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`d.id`, id: sql`d.id` })
    const receivers = await tx
      .selectFrom('receiver')
      .select(['id', sql<Text>`jsonb_build_object('zh', name, 'en', name)`.as('name')])
      .where('org_id', '=', actor.org)
      .execute()
    const rows = await tx
      .selectFrom('delivery as d')
      .select([
        'd.id',
        'd.receiver_id as receiver',
        'd.event_id as event',
        'd.type',
        'd.state',
        'd.attempts',
        'd.answer',
        'd.next_at as next',
        'd.created_at as created',
        'd.delivered_at as delivered',
      ])
      .where('d.org_id', '=', actor.org)
      .where(where)
      .where(
        saying(page.q, {
          codes: [
            [sql`d.receiver_id`, named(receivers)],
            [sql`d.type`, Object.entries(EVENT_WORDS)],
          ],
        }),
      )
      .$if(page.receiver !== undefined, (q) => q.where('d.receiver_id', '=', page.receiver as string))
      .$if(page.state !== undefined, (q) => q.where('d.state', '=', page.state as string))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.id, r.id])
  },
})

export const notifyQueries = [receivers, deliveries]
