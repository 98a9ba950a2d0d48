import type { Instant } from '@haixuan/domain/kernel/day'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { follow } from '../../../test/support/follow.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testHouse } from '../../../test/support/test-house.ts'
import { buildApp } from '../../app.ts'
import type { House } from '../../house.ts'
import { importSuppliers } from '../../select/import/import-suppliers.ts'
import type { Actor } from '../commands/actor.ts'
import type { Db } from '../database/open-database.ts'
import { inScope } from '../database/scope.ts'
import { sealOnce } from '../events/seal.ts'
import { startTask } from '../jobs/start-task.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'owner')
const other = person('b', 'Mallory', 'owner')
const ofS1: Actor = { ...person('a', 'Sun', 'supplier'), supplier: 'S-1' }
const supplier = (id: string) => ({ id, name: `${id} 商行`, country: 'CN', kind: 'trader' })

let db: Db
let house: House
let app: FastifyInstance
const faults: unknown[] = []
const as = (actor: Actor) => asking(app)(actor)
const open: { close: () => Promise<void> }[] = []
const following = async (actor: Actor, last?: string) => {
  const stream = await follow(app, actor, last)
  open.push(stream)
  return stream
}

beforeAll(async () => {
  const made = await testDatabase()
  db = made.db
  house = testHouse(db, clock)
  await makeOrganisation(db, 'a')
  await makeOrganisation(db, 'b')
  app = await buildApp({
    house,
    authenticate: async (request) => {
      const said = request.headers['x-actor']
      return said === undefined ? undefined : (JSON.parse(decodeURIComponent(String(said))) as Actor)
    },
    stream: { connection: made.connection, onError: (error) => faults.push(error) },
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await Promise.all(open.map((stream) => stream.close()))
  await app.close()
})
const record = async (id: string) => {
  expect((await as(lin).post('/suppliers', supplier(id))).status).toBe(201)
  await sealOnce(db, house.masterKey)
}
const subjects = (heard: readonly { readonly event: string; readonly data: Record<string, unknown> }[]) =>
  heard.filter((h) => h.event === 'event').map((h) => h.data.subject)

describe('the stream', () => {
  it('tells what happens in the organisation, by type and subject alone, and nothing to others', async () => {
    const mine = await following(lin)
    const theirs = await following(other)
    const own = await following(ofS1)
    await record('S-1')
    await record('S-2')
    await expect.poll(() => subjects(mine.heard)).toEqual(['S-1', 'S-2'])
    expect(mine.heard[0]).toEqual({
      id: '0',
      event: 'event',
      data: { seq: 0, type: 'supplier.changed', subject: 'S-1', project: null },
    })
    await expect.poll(() => subjects(own.heard)).toEqual(['S-1'])
    expect(theirs.heard).toEqual([])
  })

  it('goes on after the last id that a client has heard, in order, with nothing missed', async () => {
    const before = await following(lin)
    await record('S-3')
    await expect.poll(() => subjects(before.heard)).toEqual(['S-3'])
    await before.close()
    await record('S-4')
    await record('S-5')
    const after = await following(lin, before.heard.at(-1)!.id)
    await record('S-6')
    await expect.poll(() => subjects(after.heard)).toEqual(['S-4', 'S-5', 'S-6'])
  })

  it('starts a client anew that comes back from too long ago', async () => {
    await sql`with added as (
        insert into happening (org_id, at, type, actor, subject, clause, body)
        select 'b', now(), 'supplier.changed', 'x', 'S-' || n, 'I2', '{}' from generate_series(0, 2500) n returning id)
      insert into leaf (org_id, seq, hash, event_id)
      select 'b', row_number() over (order by id) - 1, '', id from added`.execute(db)
    // the one who followed b is gone, so that its place in the log is read anew
    await Promise.all(open.splice(0).map((stream) => stream.close()))
    const late = await following(other, '3')
    await expect.poll(() => late.heard).toEqual([{ id: '2500', event: 'reset', data: {} }])
  })

  it('tells the progress of tasks to the organisation, to a supplier of its own alone', async () => {
    const [mine, own, theirs] = [await following(lin), await following(ofS1), await following(other)]
    const input = { sha256: 'a'.repeat(64), file: 'x.csv' }
    const start = (actor: Actor) =>
      inScope(db, actor, (tx) => startTask({ tx, actor, now: clock.now }, importSuppliers, input))
    const [hidden, shown] = [await start(lin), await start(ofS1)]
    await expect.poll(() => mine.heard.map((h) => h.data.id)).toEqual([hidden, shown])
    await expect
      .poll(() => own.heard.map((h) => h.data))
      .toEqual([{ id: shown, kind: 'supplier.import', project: null, state: 'waiting', done: 0, of: null }])
    expect(theirs.heard).toEqual([])
    expect((await as(ofS1).get('/tasks')).body.rows.map((t: { id: string }) => t.id)).toEqual([shown])
    expect((await as(ofS1).get(`/tasks/${hidden}`)).status).toBe(404)
    expect((await as(ofS1).post(`/tasks/${hidden}/cancel`, {})).status).toBe(404)
  })

  it('goes on when PostgreSQL broke its connection, and listens on one however many follow', async () => {
    const listening = async () =>
      (
        await sql<{ pid: number }>`select pid from pg_stat_activity
          where application_name = 'haixuan stream' and datname = current_database()`.execute(db)
      ).rows.map((r) => r.pid)
    const mine = await following(lin)
    await following(lin)
    const [pid, ...more] = await listening()
    expect(more).toEqual([])
    await sql`select pg_terminate_backend(${pid})`.execute(db)
    await record('S-7')
    await expect.poll(() => subjects(mine.heard), { timeout: 5_000 }).toEqual(['S-7'])
    expect(faults).toEqual([])
  })

  it('answers nobody', async () => {
    const { port } = app.server.address() as { port: number }
    expect((await fetch(`http://127.0.0.1:${port}/api/v1/stream`)).status).toBe(401)
  })
})
