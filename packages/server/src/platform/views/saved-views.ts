import { z } from 'zod'
import { cause } from '../cause.ts'
import { MEMBER_ROLES } from '../commands/actor.ts'
import { command } from '../commands/command.ts'
import { Problem } from '../http/problem.ts'
import { query } from '../queries/query.ts'

const MOST = 200
const list = z
  .string()
  .regex(/^[a-z][a-z0-9.-]{0,59}$/)
  .describe('the list it is a view of, such as product.list')
const kept = z.strictObject({
  name: z.string().trim().min(1).max(60),
  query: z.string().max(2_000).describe('its filters, sort and columns, as in an address'),
  shared: z.boolean().describe('seen by colleagues too'),
})
const done = z.object({ id: z.string() })

export const savedViews = query({
  name: 'view.list',
  path: '/views',
  summary: { zh: '保存的视图：自己的与共享的', en: 'Saved views: my own and those that are shared' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({ list }),
  answer: z.object({
    rows: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        query: z.string(),
        shared: z.boolean(),
        own: z.boolean(),
      }),
    ),
  }),
  async run({ tx, actor, query: of }) {
    const rows = await tx
      .selectFrom('saved_view')
      .select((e) => ['id', 'name', 'query', 'shared', e('user_id', '=', actor.user).$castTo<boolean>().as('own')])
      .where('org_id', '=', actor.org)
      .where('list', '=', of.list)
      .orderBy('name')
      .orderBy('id')
      .limit(MOST)
      .execute()
    return { rows }
  },
})

const save = command({
  name: 'view.save',
  clause: 'F1',
  roles: MEMBER_ROLES,
  path: '/views',
  summary: { zh: '保存视图', en: 'Save a view of a list' },
  params: z.object({}),
  input: kept.extend({ list }),
  answer: done,
  async run({ tx, actor, now, input }) {
    const id = `V-${crypto.randomUUID()}`
    await tx
      .insertInto('saved_view')
      .values({ org_id: actor.org, id, user_id: actor.user, ...input, created_at: now, updated_at: now })
      .execute()
    return { events: [], answer: { id }, created: true }
  },
})

const change = command({
  name: 'view.change',
  clause: 'F1',
  roles: MEMBER_ROLES,
  path: '/views/:view/change',
  summary: { zh: '修改自己的视图', en: 'Change a view of one’s own' },
  params: z.object({ view: z.string() }),
  input: kept.partial(),
  answer: done,
  async run({ tx, actor, now, params, input }) {
    const { numUpdatedRows } = await tx
      .updateTable('saved_view')
      .set({ ...input, updated_at: now })
      .where('org_id', '=', actor.org)
      .where('id', '=', params.view)
      .where('user_id', '=', actor.user)
      .executeTakeFirst()
    if (Number(numUpdatedRows) === 0) throw new Problem('not-found', { why: cause('no-view', { view: params.view }) })
    return { events: [], answer: { id: params.view } }
  },
})

const remove = command({
  name: 'view.remove',
  clause: 'F1',
  roles: MEMBER_ROLES,
  path: '/views/:view/remove',
  summary: { zh: '删除自己的视图', en: 'Remove a view of one’s own' },
  params: z.object({ view: z.string() }),
  input: z.strictObject({}),
  answer: done,
  async run({ tx, actor, params }) {
    const { numDeletedRows } = await tx
      .deleteFrom('saved_view')
      .where('org_id', '=', actor.org)
      .where('id', '=', params.view)
      .where('user_id', '=', actor.user)
      .executeTakeFirst()
    if (Number(numDeletedRows) === 0) throw new Problem('not-found', { why: cause('no-view', { view: params.view }) })
    return { events: [], answer: { id: params.view } }
  },
})

export const viewCommands = [save, change, remove]
