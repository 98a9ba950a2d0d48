import { createSecretKey, randomBytes } from 'node:crypto'
import type { Instant } from '@haixuan/domain/kernel/day'
import { verifyConsistency } from '@haixuan/domain/kernel/log/merkle'
import { consistencyPath } from '@haixuan/domain/kernel/log/merkle-proof'
import fc from 'fast-check'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.ts'
import { clientConfig } from '../database/connection.ts'
import { type Db, openDatabase } from '../database/open-database.ts'
import { asSystem, inScope } from '../database/scope.ts'
import { appendEvents } from './append.ts'
import { checkLog } from './check-log.ts'
import { sha256 } from './log-event.ts'
import { SEALED_CHANNEL, sealOnce } from './seal.ts'
import { Sealer } from './sealer.ts'
import { proofFrom } from './tree-store.ts'

const master = createSecretKey(randomBytes(32))
const NOW = '2026-05-20T12:00:00.000Z' as Instant
const event = (subject: string, body: object = {}) => ({ type: 'test.made-up', subject, clause: 'T2', body })

let test_: TestDatabase
let db: Db
beforeAll(async () => {
  test_ = await testDatabase()
  db = openDatabase(test_.connection, { max: 12 })
})
afterAll(() => db.destroy())

const organisation = (id: string) => db.insertInto('organisation').values({ id, name: id }).execute()
const append = (org: string, ...subjects: string[]) =>
  inScope(db, { org, user: 'u' }, (tx) =>
    appendEvents(
      tx,
      { actor: { org, name: 'Ann' }, now: NOW },
      subjects.map((s) => event(s)),
    ),
  )
const sealed = (org: string) =>
  db.selectFrom('event').select(['id', 'seq', 'subject']).where('org_id', '=', org).orderBy('seq').execute()
const checkpoints = (org: string) =>
  db.selectFrom('checkpoint').select(['size', 'root']).where('org_id', '=', org).orderBy('size').execute()

describe('sealing', () => {
  test('eight writers and two sealers: every event once, in one log that only grows', async () => {
    await organisation('busy')
    const onError = (error: unknown) => {
      throw error
    }
    const sealers = [1, 2].map((everyMs) => new Sealer({ db, master, everyMs, onError }))
    for (const sealer of sealers) sealer.start()
    await Promise.all(
      Array.from({ length: 8 }, async (_, writer) => {
        for (let i = 0; i < 100; i += 1) await append('busy', `${writer}-${i}-a`, `${writer}-${i}-b`)
      }),
    )
    for (const sealer of sealers) await sealer.stop()

    const events = await sealed('busy')
    expect(events.map((e) => e.seq)).toEqual([...Array(1600).keys()])
    expect(new Set(events.map((e) => e.subject)).size).toBe(1600)
    for (let writer = 0; writer < 8; writer += 1) {
      const wanted = Array.from({ length: 100 }, (_, i) => [`${writer}-${i}-a`, `${writer}-${i}-b`]).flat()
      expect(events.filter((e) => e.subject.startsWith(`${writer}-`)).map((e) => e.subject)).toEqual(wanted)
    }
    expect(await checkLog(db, master, 'busy')).toEqual([])

    const all = await checkpoints('busy')
    expect(all.length).toBeGreaterThan(2)
    // every pair of at most thirty of them
    const heads = all.filter((_, i) => i % Math.ceil(all.length / 30) === 0)
    const hash = (bytes: Uint8Array) => new Uint8Array(sha256(bytes))
    await asSystem(db, async (tx) => {
      for (const [i, { size: from, root: fromRoot }] of heads.entries())
        for (const { size: to, root: toRoot } of heads.slice(i)) {
          const proof = await proofFrom(tx, 'busy', (range) => consistencyPath(from, to, range))
          expect(verifyConsistency({ from, to, proof, fromRoot, toRoot }, hash)).toBe(true)
        }
    })
  })

  test('an event with a smaller id that is committed later gets a later place', async () => {
    await organisation('late')
    const slow = new Client(clientConfig(test_.connection, 'slow'))
    await slow.connect()
    await slow.query('begin')
    await slow.query(
      `with added as (insert into happening (org_id, at, type, actor, subject, clause, body)
         values ('late', $1, 'test.made-up', 'Ann', 'slow', 'T2', '{}') returning org_id, id)
       insert into unsealed select org_id, id from added`,
      [NOW],
    )
    await append('late', 'quick')
    expect(await sealOnce(db, master)).toBe(1)
    await slow.query('commit')
    await slow.end()
    expect(await sealOnce(db, master)).toBe(1)
    const events = await sealed('late')
    expect(events.map((e) => e.subject)).toEqual(['quick', 'slow'])
    expect(events[0]!.id).toBeGreaterThan(events[1]!.id)
    expect(await checkLog(db, master, 'late')).toEqual([])
  })

  test('what was rolled back leaves a gap in the ids and none in the log', async () => {
    await organisation('gap')
    await append('gap', 'one')
    await expect(
      inScope(db, { org: 'gap', user: 'u' }, async (tx) => {
        await appendEvents(tx, { actor: { org: 'gap', name: 'Ann' }, now: NOW }, [event('lost')])
        throw new Error('refused')
      }),
    ).rejects.toThrow('refused')
    await append('gap', 'two')
    await sealOnce(db, master)
    expect((await sealed('gap')).map((e) => [e.seq, e.subject])).toEqual([
      [0, 'one'],
      [1, 'two'],
    ])
  })

  test('organisations have logs of their own, and one that cannot be sealed keeps no other waiting', async () => {
    await organisation('broken')
    await organisation('sound')
    await append('broken', 'first')
    await sealOnce(db, master)
    await sql`update log_key set wrapped = 'not what it was' where org_id = 'broken'`.execute(db)
    await append('broken', 'stuck')
    await append('sound', 'fine')
    const faults: (string | undefined)[] = []
    const sealer = new Sealer({ db, master, onError: (_, org) => faults.push(org) })
    sealer.start()
    await sealer.stop()
    expect(new Set(faults)).toEqual(new Set(['broken']))
    expect((await sealed('sound')).map((e) => e.seq)).toEqual([0])
    await sql`delete from unsealed where org_id = 'broken'`.execute(db)
  })

  test('more than a batch is sealed in several, each told to whoever listens', async () => {
    await organisation('many')
    const listener = new Client(clientConfig(test_.connection, 'listener'))
    await listener.connect()
    const told: unknown[] = []
    listener.on('notification', ({ payload }) => told.push(JSON.parse(payload ?? '')))
    await listener.query(`listen ${SEALED_CHANNEL}`)
    await append('many', ...Array.from({ length: 1_100 }, (_, i) => `e-${i}`))
    expect(await sealOnce(db, master)).toBe(1_100)
    expect((await checkpoints('many')).map((c) => c.size)).toEqual([1_000, 1_100])
    expect((await sealed('many')).map((e) => e.subject)).toEqual(Array.from({ length: 1_100 }, (_, i) => `e-${i}`))
    await listener.query('select 1')
    expect(told).toEqual([1_000, 1_100].map((size) => ({ org: 'many', size })))
    await listener.end()
    expect(await checkLog(db, master, 'many')).toEqual([])
  })

  test('a wake seals without waiting for the clock', async () => {
    await organisation('woken')
    const sealer = new Sealer({ db, master, everyMs: 3_600_000, onError: () => {} })
    sealer.start()
    await append('woken', 'one')
    sealer.wake()
    await expect.poll(async () => (await sealed('woken'))[0]?.seq, { timeout: 10_000 }).toBe(0)
    await sealer.stop()
  })
})

describe('how many events there are of each type', () => {
  const happened = fc.array(
    fc.record({
      type: fc.constantFrom('test.made-up', 'test.other'),
      project: fc.constantFrom(undefined, 'rain', 'sun'),
      minute: fc.integer({ min: 10, max: 59 }),
    }),
    { minLength: 1, maxLength: 8 },
  )
  /** As a member sees it; and counted one by one, from what happened. */
  const kept = (org: string, supplier?: string) =>
    inScope(db, { org, user: 'u', ...(supplier === undefined ? {} : { supplier }) }, async (tx) => {
      const { rows } = await sql<object>`select project_id, type, n, newest, last_at from event_count
        where org_id = ${org} order by 1, 2`.execute(tx)
      return rows
    })
  const counted = async (org: string) => {
    const { rows } =
      await sql<object>`select coalesce(project_id, '') as project_id, type, count(*) as n, max(id) as newest,
      max(at) as last_at from happening where org_id = ${org} group by 1, 2 order by 1, 2`.execute(db)
    return rows
  }
  const told = (org: string) =>
    happened.map((all) => async () => {
      for (const { type, project, minute } of all)
        await inScope(db, { org, user: 'u' }, (tx) =>
          appendEvents(tx, { actor: { org, name: 'Ann' }, now: `2026-05-20T12:${minute}:00.000Z` }, [
            { ...event('one'), type, project },
          ]),
        )
    })
  const seals = fc.constant(async () => void (await sealOnce(db, master)))

  test('is what counting them one by one gives, sealed or not yet, and no account of a supplier is told', async () => {
    await organisation('told')
    await fc.assert(
      fc.asyncProperty(fc.array(fc.oneof(told('told'), seals), { minLength: 2, maxLength: 8 }), async (steps) => {
        for (const step of steps) {
          await step()
          expect(await kept('told')).toEqual(await counted('told'))
        }
      }),
      { numRuns: 20 },
    )
    expect(await kept('told', 'S-1')).toEqual([])
    await sealOnce(db, master)
    const { rows } =
      await sql`select project_id, type, n, newest, last_at from sealed_count where org_id = 'told' order by 1, 2`.execute(
        db,
      )
    expect(rows).toEqual(await counted('told'))
  })

  test('keeps no one waiting who writes events, and takes in what is committed late', async () => {
    await organisation('both')
    await append('both', 'first')
    const sealer = new Client(clientConfig(test_.connection, 'sealer'))
    await sealer.connect()
    await sealOnce(db, master)
    // whoever seals holds the counts until its transaction ends
    await sealer.query('begin')
    await sealer.query(`select from sealed_count where org_id = 'both' for update`)
    await append('both', 'second')
    expect(await kept('both')).toEqual(await counted('both'))
    await sealer.query('rollback')
    await sealer.end()
    await sealOnce(db, master)
    expect(await kept('both')).toEqual(await counted('both'))
    expect(await kept('both')).toMatchObject([{ n: 2 }])
  })
})

describe('what the log could not hold is refused with the command', () => {
  test.each([
    ['a clause that is none', { clause: 'nowhere' }, 'clause'],
    ['a type that is none', { type: 'Made Up' }, 'type'],
    ['half a character', { body: { title: '\ud83d' } }, 'surrogate'],
    ['what looks like a commitment', { body: { title: { 'sha256-commitment': 'x' } } }, 'body.title'],
  ])('%s', async (_, part, message) => {
    const appended = inScope(db, { org: 'late', user: 'u' }, (tx) =>
      appendEvents(tx, { actor: { org: 'late', name: 'Ann' }, now: NOW }, [{ ...event('x'), ...part }]),
    )
    await expect(appended).rejects.toMatchObject({ name: 'BadInput', message: expect.stringContaining(message) })
  })
})
