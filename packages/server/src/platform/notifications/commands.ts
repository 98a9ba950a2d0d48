import { z } from 'zod'
import { MEMBER_ROLES } from '../commands/actor.ts'
import { command } from '../commands/command.ts'

/** Marks as read what the person has before them. It is theirs alone, so the log does not hear of it. */
export const readNotifications = command({
  name: 'notification.read',
  clause: 'F1',
  roles: MEMBER_ROLES,
  path: '/notifications/read',
  summary: { zh: '标为已读', en: 'Mark notifications as read' },
  params: z.object({}),
  input: z.strictObject({
    ids: z.array(z.int()).max(500).optional().describe('all of them when absent'),
  }),
  answer: z.object({ read: z.int().describe('how many were unread before') }),
  async run({ tx, actor, now, input }) {
    const { numUpdatedRows } = await tx
      .updateTable('notification')
      .set({ read_at: now })
      .where('org_id', '=', actor.org)
      .where('user_id', '=', actor.user)
      .where('read_at', 'is', null)
      .$if(input.ids !== undefined, (q) => q.where('id', 'in', input.ids?.length ? input.ids : [-1]))
      .executeTakeFirst()
    return { events: [], answer: { read: Number(numUpdatedRows) } }
  },
})
