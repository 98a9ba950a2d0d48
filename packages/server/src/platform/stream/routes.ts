import { PassThrough } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import type { House } from '../../house.ts'
import { MEMBER_ROLES } from '../commands/actor.ts'
import { authorise } from '../commands/authorise.ts'
import type { Connection } from '../database/connection.ts'
import { Followers, type Message } from './followers.ts'
import { Notices } from './notices.ts'

export type StreamOptions = {
  readonly connection: Connection
  readonly onError: (error: unknown) => void
  readonly heartbeatMs?: number
}

const HEARTBEAT_MS = 15_000
/** A client signs in anew so often; it goes on where it was. */
const LONGEST_MS = 10 * 60_000
/** What a client may leave unread before it is let go, in bytes. */
const MOST_UNREAD = 1_000_000
const RETRY_MS = 1_000

/**
 * GET /stream: server-sent events of what happens in the organisation: `event` with its place in the log as id, `task`
 * with its progress, `notification` when there is something new for whoever follows, `reset` when all is to be asked for anew. A client that comes back sends Last-Event-ID and misses
 * nothing: places are given in the order in which events became visible.
 */
export async function registerStream(app: FastifyInstance, house: House, options: StreamOptions): Promise<void> {
  const { connection, onError, heartbeatMs = HEARTBEAT_MS } = options
  const followers = new Followers(house.db, onError)
  const notices = new Notices({
    connection,
    onSealed: (org, size) => followers.sealed(org, size),
    onTask: (task) => followers.task(task),
    onNotification: (notice) => followers.notification(notice),
    onGap: () => void followers.catchUp(),
    onError,
  })
  await notices.start()
  const open = new Set<PassThrough>()
  const beat = setInterval(() => {
    for (const stream of open) stream.write(': \n\n')
  }, heartbeatMs)
  app.addHook('preClose', async () => {
    clearInterval(beat)
    for (const stream of open) stream.end()
    await notices.stop()
  })

  // left out of the document: its answer has no end, which a client made from the document does not expect
  app.get('/stream', { schema: { hide: true } }, async ({ actor, headers }, reply) => {
    authorise(actor, { kind: 'query', name: 'event.stream', roles: MEMBER_ROLES })
    const stream = new PassThrough()
    const send = (message: Message) => {
      if (stream.writableLength > MOST_UNREAD) stream.end()
      else if (!stream.writableEnded) stream.write(textOf(message))
    }
    stream.write(`retry: ${RETRY_MS}\n\n`)
    open.add(stream)
    const leave = await followers.add(actor, { user: actor.user, send }, lastOf(headers['last-event-id']))
    const late = setTimeout(() => stream.end(), LONGEST_MS)
    stream.once('close', () => {
      clearTimeout(late)
      open.delete(stream)
      leave()
    })
    return reply
      .header('content-type', 'text/event-stream')
      .header('cache-control', 'no-store')
      .header('x-accel-buffering', 'no')
      .send(stream)
  })
}

const textOf = (message: Message) =>
  `${'id' in message ? `id: ${message.id}\n` : ''}event: ${message.event}\ndata: ${JSON.stringify(message.data)}\n\n`

const lastOf = (header: string | string[] | undefined): number | undefined =>
  typeof header === 'string' && /^\d{1,15}$/.test(header) ? Number(header) : undefined
