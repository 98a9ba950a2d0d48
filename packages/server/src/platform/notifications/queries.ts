import { TASK_WORDS } from '@haixuan/domain/kernel/task-words'
import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../commands/actor.ts'
import { text } from '../http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../queries/page.ts'
import { query } from '../queries/query.ts'
import { named, saying } from '../queries/saying.ts'
import { kindWords, textOf } from './texts.ts'

const list = query({
  name: 'notification.list',
  path: '/notifications',
  summary: { zh: '给我的通知，最新在前', en: 'What I am told, newest first' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: pageOf(['id']).extend({
    sort: z.enum(['id', '-id']).default('-id'),
    unread: z.stringbool().optional().describe('only what is not read yet'),
    kind: z.string().optional(),
  }),
  answer: pageAnswer(
    z.object({
      id: z.int(),
      kind: z.string(),
      text,
      about: z.object({ kind: z.string(), id: z.string(), project: z.string().optional() }),
      at: z.string(),
      read: z.boolean(),
    }),
  ),
  async run({ tx, actor, house, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`n.id`, id: sql`n.id` })
    const rows = await tx
      .selectFrom('notification as n')
      .select([
        'n.id',
        'n.kind',
        'n.facts',
        'n.at',
        sql<{ kind: string; id: string; project?: string }>`n.about`.as('about'),
        sql<boolean>`n.read_at is not null`.as('read'),
      ])
      .where('n.org_id', '=', actor.org)
      .where('n.user_id', '=', actor.user)
      .where(where)
      .where(
        saying(page.q, {
          texts: ['by', 'excerpt', 'note', 'name', 'title'].map((fact) => sql`n.facts ->> ${fact}`),
          codes: [
            [sql`n.kind`, kindWords(house)],
            [sql`n.facts ->> 'indicator'`, named(house.standard.risks.indicators)],
            [sql`n.facts ->> 'task'`, Object.entries(TASK_WORDS)],
          ],
        }),
      )
      .$if(page.unread === true, (q) => q.where('n.read_at', 'is', null))
      .$if(page.kind !== undefined, (q) => q.where('n.kind', '=', page.kind as string))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.id, r.id])
    return { rows: shown.map(({ facts, ...r }) => ({ ...r, text: textOf(r.kind, facts, house) })), next }
  },
})

const unread = query({
  name: 'notification.unread',
  path: '/notifications/unread',
  summary: { zh: '未读通知数', en: 'How many notifications are unread' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({}),
  answer: z.object({ unread: z.int() }),
  async run({ tx, actor }) {
    const row = await tx
      .selectFrom('notification')
      .select(sql<number>`count(*)::int`.as('unread'))
      .where('org_id', '=', actor.org)
      .where('user_id', '=', actor.user)
      .where('read_at', 'is', null)
      .executeTakeFirstOrThrow()
    return row
  },
})

export const notificationQueries = [list, unread]
