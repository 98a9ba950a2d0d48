import { randomBytes } from 'node:crypto'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { EVENT_WORDS } from '@haixuan/domain/kernel/event-words'
import { sql } from 'kysely'
import { z } from 'zod'
import type { House } from '../../house.ts'
import { cause } from '../cause.ts'
import { command } from '../commands/command.ts'
import { Problem } from '../http/problem.ts'
import { recorded } from '../http/schemas.ts'
import { openAddress, sealAddress } from './address.ts'
import { receiverUrl } from './outgoing.ts'
import { receiverParams as params, receiverForUpdate, receiverRoles as roles } from './receiver.ts'
import { type Address, RECEIVER_KINDS, type ReceiverKind } from './send.ts'
import { sendingCommands } from './sending.ts'

const events = z
  .array(
    z
      .string()
      .regex(/^(\*|[a-z0-9-]+(\.[a-z0-9-]+)*(\.\*)?)$/, 'a type such as live.pulled, a family such as case.*, or *'),
  )
  .min(1)
  .max(50)
const name = z.string().trim().min(1).max(100)

const TYPES = Object.keys(EVENT_WORDS)
const FAMILIES = [...new Set(TYPES.map((type) => type.replace(/\..*/, '.*')))]

/** Expects types and families that the log has; others would never be told. @throws BadInput */
function expectKnown(asked: readonly string[]): void {
  const unknown = asked.filter((one) => one !== '*' && !FAMILIES.includes(one) && !TYPES.includes(one))
  if (unknown.length > 0)
    throw new BadInput(cause('no-such-events', { events: unknown, families: FAMILIES }), { field: 'events' })
}

/** What a new address is kept and shown as. @throws BadInput */
function addressOf(kind: ReceiverKind, to: string, secret: string | undefined, { outgoing = {} }: House) {
  if (kind === 'email') {
    if (!z.email().max(254).safeParse(to).success) throw new BadInput(cause('address-not-email'), { field: 'address' })
    return { address: { to }, shown: to.replace(/^(.).*@/, '$1…@'), once: {} }
  }
  const shown = `${receiverUrl(to, outgoing).origin}/…`
  if (kind !== 'webhook') return { address: { to, ...(secret === undefined ? {} : { secret }) }, shown, once: {} }
  const own = `whsec_${randomBytes(32).toString('base64')}`
  return { address: { to, secret: own }, shown, once: { secret: own } }
}

const create = command({
  name: 'receiver.create',
  clause: 'F1',
  roles,
  path: '/receivers',
  summary: {
    zh: '登记接收方：Webhook、邮件、钉钉、飞书、企业微信',
    en: 'Add a receiver: webhook, e-mail, DingTalk, Feishu or WeCom',
  },
  params: z.object({}),
  input: z.strictObject({
    name,
    kind: z.enum(RECEIVER_KINDS),
    address: z.string().min(3).max(2000).describe('beginning with https://, or of e-mail; shown no more'),
    secret: z.string().min(1).max(200).optional().describe('of a robot that checks signatures; a webhook gets its own'),
    events,
  }),
  answer: recorded.extend({ secret: z.string().optional().describe('signs the webhooks; shown once') }),
  async run({ tx, actor, now, house, input }) {
    expectKnown(input.events)
    const id = `R-${crypto.randomUUID()}`
    const { address, shown, once } = addressOf(input.kind, input.address, input.secret, house)
    // from here on: what was sealed before is not told
    const position = sql<number>`coalesce((select max(size) from checkpoint where org_id = ${actor.org}), 0)`
    await tx
      .insertInto('receiver')
      .values({
        org_id: actor.org,
        id,
        version: 1,
        name: input.name,
        kind: input.kind,
        url: shown,
        secret: sealAddress(house.masterKey, actor.org, id, address),
        events: [...input.events],
        position,
        created_at: now,
        updated_at: now,
      })
      .execute()
    const body = { name: input.name, kind: input.kind, events: input.events }
    return {
      events: [{ type: 'receiver.created', subject: id, clause: 'F1', body }],
      answer: { id, version: 1 },
      once,
      version: 1,
      created: true,
    }
  },
})

const change = command({
  name: 'receiver.change',
  clause: 'F1',
  roles,
  path: '/receivers/:receiver/change',
  versioned: true,
  summary: { zh: '更改接收方的名称、事件或启停', en: 'Change name, events, or whether a receiver is told' },
  params,
  input: z.strictObject({ name: name.optional(), events: events.optional(), active: z.boolean().optional() }),
  answer: recorded,
  async run(asked) {
    const { tx, actor, now, input } = asked
    const before = await receiverForUpdate(asked)
    expectKnown(input.events ?? [])
    const version = before.version + 1
    const next = {
      name: input.name ?? before.name,
      events: [...(input.events ?? before.events)],
      active: input.active ?? before.active,
    }
    // what happened while it was off is not told afterwards
    const again = next.active && !before.active
    const position = sql<number>`coalesce((select max(size) from checkpoint where org_id = ${actor.org}), 0)`
    await tx
      .updateTable('receiver')
      .set({ ...next, version, updated_at: now, ...(again ? { position } : {}) })
      .where('org_id', '=', actor.org)
      .where('id', '=', before.id)
      .execute()
    return {
      events: [{ type: 'receiver.changed', subject: before.id, clause: 'F1', body: { ...next, version } }],
      answer: { id: before.id, version },
      version,
    }
  },
})

const rotate = command({
  name: 'receiver.rotate-secret',
  clause: 'F1',
  roles,
  path: '/receivers/:receiver/rotate-secret',
  summary: { zh: '更换 Webhook 签名密钥', en: 'Give a webhook a new signing secret' },
  params,
  input: z.strictObject({}),
  answer: recorded.extend({ secret: z.string().optional().describe('shown once') }),
  async run(asked) {
    const { tx, actor, now, house } = asked
    const before = await receiverForUpdate(asked)
    if (before.kind !== 'webhook')
      throw new Problem('bad-input', { field: 'receiver', why: cause('secret-of-webhook-only') })
    const address: Address = openAddress(house.masterKey, actor.org, before.id, before.secret as Buffer)
    const made = addressOf('webhook', address.to, undefined, house)
    const version = before.version + 1
    await tx
      .updateTable('receiver')
      .set({ secret: sealAddress(house.masterKey, actor.org, before.id, made.address), version, updated_at: now })
      .where('org_id', '=', actor.org)
      .where('id', '=', before.id)
      .execute()
    return {
      events: [{ type: 'receiver.secret-rotated', subject: before.id, clause: 'F1', body: { version } }],
      answer: { id: before.id, version },
      once: made.once,
      version,
    }
  },
})

const remove = command({
  name: 'receiver.remove',
  clause: 'F1',
  roles,
  path: '/receivers/:receiver/remove',
  summary: { zh: '移除接收方', en: 'Remove a receiver with its deliveries' },
  params,
  input: z.strictObject({}),
  answer: z.object({ id: z.string() }),
  async run(asked) {
    const { tx, actor } = asked
    const before = await receiverForUpdate(asked)
    await tx.deleteFrom('receiver').where('org_id', '=', actor.org).where('id', '=', before.id).execute()
    const event = { type: 'receiver.removed', subject: before.id, clause: 'F1', body: { name: before.name } }
    return { events: [event], answer: { id: before.id } }
  },
})

export const receiverCommands = [create, change, rotate, remove, ...sendingCommands]
