import { z } from 'zod'
import { MEMBER_ROLES } from '../commands/actor.ts'
import { command } from '../commands/command.ts'
import { query } from '../queries/query.ts'
import { zoneSetting } from '../settings/zone.ts'

const columns = z.record(z.string().max(60), z.array(z.string().max(60)).max(60))
const preferences = z.strictObject({
  language: z.enum(['zh', 'en']).optional(),
  theme: z.enum(['light', 'dark', 'system']).optional(),
  zone: zoneSetting.shape.zone
    .unwrap()
    .nullable()
    .optional()
    .describe('in which moments are shown; that of the device when there is none'),
  density: z.enum(['comfortable', 'compact']).optional().describe('of rows in lists'),
  columns: columns.optional().describe('by list, those shown in their order'),
  seen: z.array(z.string().max(60)).max(100).optional().describe('tours and hints that need not come again'),
})

export const myPreferences = query({
  name: 'preference.get',
  path: '/preferences',
  summary: { zh: '我的偏好：语言、外观、列', en: 'My preferences: language, theme, columns' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({}),
  answer: preferences,
  async run({ tx, actor }) {
    const row = await tx
      .selectFrom('preference')
      .select('value')
      .where('org_id', '=', actor.org)
      .where('user_id', '=', actor.user)
      .executeTakeFirst()
    return preferences.parse(row?.value ?? {})
  },
})

/** Puts what is given in place of what was, and leaves the rest. It is the person's own: the log does not hear of it. */
export const setPreferences = command({
  name: 'preference.set',
  clause: 'F1',
  roles: MEMBER_ROLES,
  method: 'PUT',
  path: '/preferences',
  summary: { zh: '设置我的偏好', en: 'Set my preferences' },
  params: z.object({}),
  input: preferences,
  answer: preferences,
  async run({ tx, actor, now, input }) {
    const before = await tx
      .selectFrom('preference')
      .select('value')
      .where('org_id', '=', actor.org)
      .where('user_id', '=', actor.user)
      .forUpdate()
      .executeTakeFirst()
    const value = { ...preferences.parse(before?.value ?? {}), ...input }
    const row = { value: JSON.stringify(value), updated_at: now }
    await tx
      .insertInto('preference')
      .values({ org_id: actor.org, user_id: actor.user, ...row })
      .onConflict((c) => c.columns(['org_id', 'user_id']).doUpdateSet(row))
      .execute()
    return { events: [], answer: value }
  },
})
