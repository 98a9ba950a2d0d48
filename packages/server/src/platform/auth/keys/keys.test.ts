import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { Browser, joined, NOON, ownerOf, signInApp } from '../../../../test/support/test-auth.ts'
import { type TestDatabase, testDatabase } from '../../../../test/support/test-database.ts'

let db: TestDatabase['db']
let app: Awaited<ReturnType<typeof signInApp>>['app']
let clock: Awaited<ReturnType<typeof signInApp>>['clock']
let owner: Browser

beforeAll(async () => {
  db = (await testDatabase()).db
  ;({ app, clock } = await signInApp(db))
  owner = await ownerOf(db, app, 'a')
})

const create = async (by: Browser, scopes: string[], more = {}) =>
  (await by.post('/api/v1/api-keys', { name: 'a program', scopes, ...more })).body as { id: string; key: string }
/** A program: no cookie, no origin. */
const program = (key: string) => new Browser(app, { authorization: `Bearer ${key}`, origin: undefined })

const SUPPLIERS = '/api/v1/suppliers'
const supplier = { name: '示例', country: 'CN', kind: 'manufacturer' }
const plan = { theme: '雨季', markets: ['sg'], date: '2026-06-06', language: 'zh', slots: 4 }

describe('API keys', () => {
  it.each([
    [['read'], { see: 200, write: 403, other: 403 }],
    [['write'], { see: 403, write: 201, other: 201 }],
    [['read', 'write'], { see: 200, write: 201, other: 201 }],
    [['supplier'], { see: 200, write: 201, other: 403 }],
    [['suppliers'], { see: 403, write: 403, other: 403 }],
  ])('with the scopes %j', async (scopes, may) => {
    const robot = program((await create(owner, scopes)).key)
    expect({
      see: (await robot.get(SUPPLIERS)).status,
      write: (await robot.post(SUPPLIERS, supplier)).status,
      other: (await robot.post('/api/v1/projects', plan)).status,
    }).toEqual(may)
  })

  it('say in the refusal that it is the scope', async () => {
    const robot = program((await create(owner, ['read'])).key)
    expect((await robot.post(SUPPLIERS, supplier)).body.code).toBe('out-of-scope')
  })

  it('can do no more than who made them, as of now', async () => {
    const person = await joined(owner, 'Turn', ['sourcing'])
    const robot = program((await create(person, ['read', 'write'])).key)
    expect((await robot.post(SUPPLIERS, supplier)).status).toBe(201)
    expect((await robot.post('/api/v1/projects', plan)).status).toBe(403)
    const { user } = (await robot.get('/api/v1/me')).body
    await owner.post(`/api/v1/members/${user}/change-roles`, { roles: ['host'] })
    expect((await robot.post(SUPPLIERS, supplier)).status).toBe(403)
    await owner.post(`/api/v1/members/${user}/remove`)
    expect((await robot.get(SUPPLIERS)).status).toBe(401)
  })

  it('neither let people in nor make further keys', async () => {
    const robot = program((await create(owner, ['read', 'write', 'member', 'api-key'])).key)
    const person = { name: 'Robot', email: 'robot@people.example', roles: ['owner'] }
    expect((await robot.post('/api/v1/members/invite', person)).status).toBe(403)
    expect((await robot.post('/api/v1/api-keys', { name: 'x', scopes: ['read'] })).status).toBe(403)
  })

  it('end when they are revoked, by whose they are or by an owner', async () => {
    const person = await joined(owner, 'Mine', ['sourcing'])
    const [mine, owners] = [await create(person, ['read']), await create(owner, ['read'])]
    expect((await person.post(`/api/v1/api-keys/${owners.id}/revoke`)).status).toBe(404)
    expect((await person.get('/api/v1/api-keys')).body.rows.map((k: { id: string }) => k.id)).toEqual([mine.id])
    expect((await program(mine.key).get(SUPPLIERS)).status).toBe(200)
    expect((await owner.post(`/api/v1/api-keys/${mine.id}/revoke`)).status).toBe(200)
    expect((await program(mine.key).get(SUPPLIERS)).status).toBe(401)
    expect((await program(owners.key).get(SUPPLIERS)).status).toBe(200)
  })

  it('end when their days are over', async () => {
    const { key } = await create(owner, ['read'], { days: 3 })
    clock.now = '2026-05-04T11:59:59.000Z' as Instant
    expect((await program(key).get(SUPPLIERS)).status).toBe(200)
    clock.now = '2026-05-04T12:00:00.000Z' as Instant
    expect((await program(key).get(SUPPLIERS)).status).toBe(401)
    clock.now = NOON
  })

  it('are believed over a cookie, and only as they were given', async () => {
    const { key } = await create(owner, ['read'])
    expect((await owner.get(SUPPLIERS, { authorization: 'Bearer hx_wrong' })).status).toBe(401)
    for (const wrong of [key.slice(0, -1), `${key}x`, key.slice(3), 'hx_', ''])
      expect((await program(wrong).get(SUPPLIERS)).status).toBe(401)
    expect((await program(key).get(SUPPLIERS, { 'x-organisation': 'b' })).status).toBe(403)
  })

  it('are shown once and kept as a hash; their use is noted', async () => {
    const headers = { 'idempotency-key': 'key-once' }
    const wanted = { name: 'once', scopes: ['read'] }
    const first = (await owner.post('/api/v1/api-keys', wanted, headers)).body
    const again = (await owner.post('/api/v1/api-keys', wanted, headers)).body
    expect(again).toEqual({ id: first.id, expires: '2026-07-30T12:00:00.000Z' })
    await program(first.key).get(SUPPLIERS)
    const stored = JSON.stringify([
      await db.selectFrom('api_key').selectAll().execute(),
      await db.selectFrom('answered').selectAll().execute(),
      await db.selectFrom('event').selectAll().execute(),
    ])
    expect(stored).toContain(first.id)
    expect(stored).not.toContain(first.key)
    const listed = (await owner.get('/api/v1/api-keys')).body.rows.find((k: { id: string }) => k.id === first.id)
    expect(listed).toMatchObject({ name: 'once', scopes: ['read'], used: NOON, revoked: null })
  })
})
