import { createHash, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../commands/actor.ts'
import { command } from '../../commands/command.ts'

const roles = MEMBER_ROLES.filter((role) => role !== 'supplier' && role !== 'auditor')
export const hashOf = (token: string): Buffer => createHash('sha256').update(token).digest()

const issue = command({
  name: 'calendar.issue',
  clause: 'P1',
  roles,
  path: '/calendar/issue',
  summary: {
    zh: '生成我的直播日历地址；旧地址随即失效',
    en: 'Make the secret address of my calendar of streams; the one before ends',
  },
  params: z.object({}),
  input: z.strictObject({}),
  answer: z.object({ path: z.string().optional().describe('for a calendar program; shown once') }),
  async run({ tx, actor, now }) {
    const token = randomBytes(32).toString('base64url')
    const made = { hash: hashOf(token), created_at: now }
    await tx
      .insertInto('calendar_token')
      .values({ org_id: actor.org, user_id: actor.user, ...made })
      .onConflict((c) => c.columns(['org_id', 'user_id']).doUpdateSet(made))
      .execute()
    const event = { type: 'calendar.issued', subject: actor.user, clause: 'P1', body: {} }
    return { events: [event], answer: {}, once: { path: `/api/v1/streams.ics?token=${token}` }, created: true }
  },
})

const revoke = command({
  name: 'calendar.revoke',
  clause: 'P1',
  roles,
  path: '/calendar/revoke',
  summary: { zh: '停用我的直播日历地址', en: 'End the address of my calendar' },
  params: z.object({}),
  input: z.strictObject({}),
  answer: z.object({ ended: z.boolean() }),
  async run({ tx, actor }) {
    const gone = await tx
      .deleteFrom('calendar_token')
      .where('org_id', '=', actor.org)
      .where('user_id', '=', actor.user)
      .executeTakeFirst()
    const ended = gone.numDeletedRows > 0n
    const event = { type: 'calendar.revoked', subject: actor.user, clause: 'P1', body: {} }
    return { events: ended ? [event] : [], answer: { ended } }
  },
})

export const calendarCommands = [issue, revoke]
