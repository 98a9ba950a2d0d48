import type { Day, Instant } from '@haixuan/domain/kernel/day'
import type { FastifyInstance } from 'fastify'
import { type Kysely, sql } from 'kysely'
import type { House } from '../../../house.ts'
import { cause } from '../../cause.ts'
import { asSystem, inScope } from '../../database/scope.ts'
import type { Tables } from '../../database/tables.ts'
import { Problem } from '../../http/problem.ts'
import { hashOf } from './commands.ts'
import { calendarOf, type StreamEvent } from './ical.ts'

const MOST = 1000

/** P1 · The streams of an organisation as a calendar, for whoever holds a member's secret address; no other sign-in. */
export function registerCalendar(app: FastifyInstance, { db }: Pick<House, 'db'>): void {
  // the address is a secret: it is not logged
  app.get('/api/v1/streams.ics', { logLevel: 'silent', schema: { hide: true } }, async (request, reply) => {
    const { token } = request.query as { token?: unknown }
    const owner = typeof token === 'string' ? await ownerOf(db, token) : undefined
    if (!owner) throw new Problem('not-found', { why: cause('no-such-calendar') })
    const streams = await inScope(db, owner, (tx) => streamsOf(tx, owner.org), { readOnly: true })
    return reply
      .header('content-type', 'text/calendar; charset=utf-8')
      .header('cache-control', 'private, max-age=300')
      .send(calendarOf('海选直播 Haixuan', streams))
  })
}

/** Whose token it is, while they are a member. */
const ownerOf = (db: Kysely<Tables>, token: string) =>
  asSystem(db, (tx) =>
    tx
      .selectFrom('calendar_token as c')
      .innerJoin('member as m', (on) => on.onRef('m.org_id', '=', 'c.org_id').onRef('m.user_id', '=', 'c.user_id'))
      .select(['c.org_id as org', 'c.user_id as user'])
      .where('c.hash', '=', hashOf(token))
      .where('m.supplier_id', 'is', null)
      .executeTakeFirst(),
  )

async function streamsOf(tx: Kysely<Tables>, org: string): Promise<StreamEvent[]> {
  const rows = await tx
    .selectFrom('project')
    .select(['id', 'name', 'version', 'day', 'plan', 'state', 'updated_at'])
    .where('org_id', '=', org)
    .where('day', '>=', sql<string>`(current_date - 365)`)
    .orderBy('day')
    .orderBy('id')
    .limit(MOST)
    .execute()
  return rows.map(({ id, name, version, day, plan, updated_at }) => ({
    uid: `${id}.${org}@haixuan`,
    summary: name,
    description: [plan.theme, plan.platform, plan.host?.name, plan.markets.join(', ')].filter(Boolean).join('\n'),
    day: day as Day,
    time: plan.time,
    zone: plan['time-zone'],
    sequence: version,
    changed: updated_at as Instant,
  }))
}
