import { z } from 'zod'
import { command } from '../commands/command.ts'
import { TESTED } from './follow.ts'
import { receiverParams as params, receiverForUpdate, receiverRoles as roles } from './receiver.ts'

const test = command({
  name: 'receiver.test',
  clause: 'F1',
  roles,
  path: '/receivers/:receiver/test',
  summary: { zh: '发送一条测试通知', en: 'Send this receiver a test' },
  params,
  input: z.strictObject({}),
  answer: z.object({ id: z.string() }),
  async run(asked) {
    const { id, name } = await receiverForUpdate(asked)
    return { events: [{ type: TESTED, subject: id, clause: 'F1', body: { name } }], answer: { id } }
  },
})

const replay = command({
  name: 'receiver.replay',
  clause: 'F1',
  roles,
  path: '/receivers/:receiver/replay',
  summary: {
    zh: '重发某时以来的通知；默认只重发未送达的，含等待再试的；all 连同已送达的',
    en: 'Send again what was put down since a moment: what failed, given up or waiting for its next try; with `all` what was delivered too',
  },
  params,
  input: z.strictObject({ since: z.iso.datetime(), all: z.boolean().default(false) }),
  answer: z.object({ again: z.int() }),
  async run(asked) {
    const { tx, actor, now, input } = asked
    const { id } = await receiverForUpdate(asked)
    const done = await tx
      .updateTable('delivery')
      .set({ state: 'waiting', attempts: 0, next_at: now })
      .where('org_id', '=', actor.org)
      .where('receiver_id', '=', id)
      .where('created_at', '>=', input.since)
      .where((e) =>
        e.or([
          e('state', 'in', input.all ? ['failed', 'delivered'] : ['failed']),
          // what failed at least once and waits for its next try
          e.and([e('state', '=', 'waiting'), e('attempts', '>', 0), e('answer', 'is not', null)]),
        ]),
      )
      .executeTakeFirst()
    const again = Number(done.numUpdatedRows)
    const event = { type: 'receiver.replayed', subject: id, clause: 'F1', body: { ...input, again } }
    return { events: [event], answer: { again } }
  },
})

export const sendingCommands = [test, replay]
