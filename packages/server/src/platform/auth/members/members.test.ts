import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { ADDRESS, Browser, joined, NOON, ownerOf, PASSWORD, signInApp } from '../../../../test/support/test-auth.ts'
import { type TestDatabase, testDatabase } from '../../../../test/support/test-database.ts'
import type { MemberRole } from '../../commands/actor.ts'
import { createOwner } from './owner.ts'

let db: TestDatabase['db']
let app: Awaited<ReturnType<typeof signInApp>>['app']
let clock: Awaited<ReturnType<typeof signInApp>>['clock']
let owner: Browser
let other: Browser

beforeAll(async () => {
  db = (await testDatabase()).db
  ;({ app, clock } = await signInApp(db))
  owner = await ownerOf(db, app, 'a')
  other = await ownerOf(db, app, 'b')
  for (const id of ['S-1', 'S-2'])
    await owner.post('/api/v1/suppliers', { id, name: `供应商 ${id}`, country: 'CN', kind: 'manufacturer' })
})

const invite = (by: Browser, name: string, roles: readonly string[], more = {}) =>
  by.post('/api/v1/members/invite', { name, email: `${name.toLowerCase()}@people.example`, roles, ...more })
const userOf = async (browser: Browser) => (await browser.get('/api/v1/me')).body.user as string

describe('invitations', () => {
  it('bring in a new person, once, with a password of their own', async () => {
    const { status, body } = await invite(owner, 'Lin', ['selection', 'sourcing'])
    expect(status).toBe(201)
    expect(body.expires).toBe('2026-05-08T12:00:00.000Z')
    const browser = new Browser(app)
    expect(await browser.follow(body.link)).toMatchObject({ status: 400, body: { field: 'password' } })
    expect((await browser.follow(body.link, PASSWORD)).status).toBe(200)
    expect((await browser.get('/api/v1/me')).body).toMatchObject({
      name: 'Lin',
      organisation: 'a',
      roles: ['selection', 'sourcing'],
      supplier: null,
      organisations: [{ id: 'a', name: 'A' }],
    })
    expect((await new Browser(app).follow(body.link, PASSWORD)).status).toBe(410)
    expect((await new Browser(app).signIn('LIN@people.example')).status).toBe(200)
    const { rows } = (await owner.get('/api/v1/events?type=member.joined')).body
    expect(rows[0]).toMatchObject({ subject: await userOf(browser), named: 'Lin' })
  })

  it('show the link once: a retry is answered without it, and neither log nor tables hold it', async () => {
    const key = { 'idempotency-key': 'invite-once' }
    const wanted = { name: 'Once', email: 'once@people.example', roles: ['host'] }
    const first = await owner.post('/api/v1/members/invite', wanted, key)
    const again = await owner.post('/api/v1/members/invite', wanted, key)
    expect(again).toMatchObject({ status: 201, body: { id: first.body.id } })
    expect(again.body.link).toBeUndefined()
    const stored = JSON.stringify(await rowsOfAll())
    expect(stored).toContain(first.body.id)
    expect(stored).not.toContain(first.body.link.split('#')[1])
    const log = await owner.get('/api/v1/events?type=member.invited')
    expect(JSON.stringify(log.body)).not.toMatch(/once@|Once/)
  })

  it('lapse after a week and when they are withdrawn', async () => {
    const late = (await invite(owner, 'Late', ['host'])).body.link
    clock.now = '2026-05-08T12:00:00.000Z' as Instant
    expect((await new Browser(app).follow(late, PASSWORD)).status).toBe(410)
    clock.now = NOON
    const { id, link } = (await invite(owner, 'Back', ['host'])).body
    expect((await other.post(`/api/v1/invitations/${id}/withdraw`)).status).toBe(404)
    expect((await owner.post(`/api/v1/invitations/${id}/withdraw`)).status).toBe(200)
    expect((await new Browser(app).follow(link, PASSWORD)).status).toBe(410)
  })

  it('never give who invites the account of someone who has one: that person signs in first', async () => {
    const victim = await joined(owner, 'Victim', ['finance'])
    const { link } = (await invite(other, 'Victim', ['finance'])).body
    expect((await new Browser(app).follow(link, 'a password of mallory')).status).toBe(401)
    expect((await other.follow(link, 'a password of mallory')).status).toBe(401)
    expect((await victim.follow(link)).status).toBe(200)
    expect((await new Browser(app).signIn('victim@people.example')).status).toBe(200)
  })

  it('are for owners to give, with roles that go together', async () => {
    const lin = await joined(owner, 'Quan', ['selection', 'legal'])
    expect((await invite(lin, 'X1', ['host'])).status).toBe(403)
    expect(await invite(owner, 'X2', ['auditor', 'finance'])).toMatchObject({ status: 400, body: { field: 'roles' } })
    expect(await invite(owner, 'X3', ['supplier'])).toMatchObject({ status: 400, body: { field: 'supplier' } })
    expect(await invite(owner, 'X4', ['host'], { supplier: 'S-1' })).toMatchObject({ status: 400 })
    expect(await invite(owner, 'X5', ['supplier'], { supplier: 'S-9' })).toMatchObject({ status: 404 })
    expect(await invite(owner, 'X6', ['emperor'])).toMatchObject({ status: 400 })
    expect(await invite(owner, 'X7', ['host'], { name: 'a\u0000b' })).toMatchObject({ status: 400 })
    expect((await owner.get('/api/v1/members?q=%00')).status).toBe(400)
    expect(await invite(owner, 'Quan', ['host'])).toMatchObject({ status: 409, body: { field: 'email' } })
  })
})

describe('names', () => {
  it('stand for one person for good: the records tell people apart by them', async () => {
    const wei = await joined(owner, 'Wei', ['quality'])
    const same = { name: ' ＷＥＩ ', email: 'another@people.example', roles: ['legal'] }
    expect(await owner.post('/api/v1/members/invite', same)).toMatchObject({ status: 409, body: { field: 'name' } })
    expect((await owner.post(`/api/v1/members/${await userOf(wei)}/remove`)).status).toBe(200)
    expect((await owner.post('/api/v1/members/invite', same)).status).toBe(409)
    const told = (await owner.get('/api/v1/events?type=member.removed')).body.rows
    expect(told[0]).toMatchObject({ subject: expect.any(String), named: 'Wei' })
    expect((await wei.get('/api/v1/me')).status).toBe(403)
    const { link } = (await invite(owner, 'Rei', ['quality'], { email: 'wei@people.example' })).body
    expect((await wei.follow(link)).status).toBe(200)
    expect((await wei.get('/api/v1/me')).body.name).toBe('Rei')
  })

  it('are taken by the first of two who were invited under the same one', async () => {
    const links = []
    for (const email of ['t1@people.example', 't2@people.example'])
      links.push((await owner.post('/api/v1/members/invite', { name: 'Twin', email, roles: ['host'] })).body.link)
    const both = await Promise.all(links.map((link) => new Browser(app).follow(link, PASSWORD)))
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('roles', () => {
  const plan = { theme: '雨季', markets: ['sg'], date: '2026-06-06', language: 'zh', slots: 4 }
  const supplier = { name: '新供应商', country: 'CN', kind: 'manufacturer' }
  const may: [MemberRole, string, unknown, boolean][] = [
    ['selection', '/projects', plan, true],
    ['finance', '/projects', plan, false],
    ['sourcing', '/suppliers', supplier, true],
    ['host', '/suppliers', supplier, false],
    ['service', '/suppliers', supplier, false],
    ['live-control', '/projects', plan, false],
    ['quality', '/suppliers/S-1/record-inspection', {}, true],
    ['legal', '/suppliers/S-1/record-inspection', {}, false],
    ['auditor', '/projects', plan, false],
    ['owner', '/suppliers', supplier, true],
  ]
  it.each(may)('%s on %s', async (role, path, body, allowed) => {
    const person = await joined(owner, `R-${role}-${path.length}`, [role])
    const { status } = await person.post(`/api/v1${path}`, body)
    if (allowed) expect(status).not.toBe(403)
    else expect(status).toBe(403)
  })

  it('change for the next request, and only within the organisation', async () => {
    const person = await joined(owner, 'Turn', ['host'])
    const user = await userOf(person)
    expect((await other.post(`/api/v1/members/${user}/change-roles`, { roles: ['owner'] })).status).toBe(404)
    expect((await person.post('/api/v1/suppliers', supplier)).status).toBe(403)
    expect((await owner.post(`/api/v1/members/${user}/change-roles`, { roles: ['sourcing'] })).status).toBe(200)
    expect((await person.post('/api/v1/suppliers', supplier)).status).toBe(201)
  })

  it('leave one owner, whoever tries', async () => {
    const first = await ownerOf(db, app, 'c')
    const user = await userOf(first)
    const last = { status: 409, body: { code: 'last-owner' } }
    expect(await first.post(`/api/v1/members/${user}/change-roles`, { roles: ['host'] })).toMatchObject(last)
    expect(await first.post(`/api/v1/members/${user}/remove`)).toMatchObject(last)
    const second = await joined(first, 'Second', ['owner'])
    const both = await Promise.all([
      first.post(`/api/v1/members/${user}/remove`),
      second.post(`/api/v1/members/${await userOf(second)}/remove`),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
  })
})

describe('a supplier’s account', () => {
  it('sees its supplier and no other, no members, no log', async () => {
    const account = await joined(owner, 'Lieferant', ['supplier'], 'S-1')
    expect((await account.get('/api/v1/me')).body).toMatchObject({ roles: ['supplier'], supplier: 'S-1' })
    expect((await account.get('/api/v1/suppliers')).body.rows.map((r: { id: string }) => r.id)).toEqual(['S-1'])
    expect((await account.get('/api/v1/suppliers/S-1')).status).toBe(200)
    expect((await account.get('/api/v1/suppliers/S-2')).status).toBe(404)
    for (const path of ['members', 'invitations', 'api-keys', 'events'])
      expect([path, (await account.get(`/api/v1/${path}`)).status]).toEqual([path, 403])
    const document = { type: 'business-licence', number: '1', file: { sha256: 'a'.repeat(64) } }
    expect((await account.post('/api/v1/suppliers/S-2/add-document', document)).status).not.toBe(200)
    expect((await account.post('/api/v1/api-keys', { name: 'k', scopes: ['read'] })).status).toBe(403)
  })
})

describe('several organisations', () => {
  it('are told apart by the header, else by what the session chose', async () => {
    await createOwner(db, { org: { id: 'b', name: 'B' }, name: 'Owner of a', email: 'owner@a.example' })
    const browser = new Browser(app)
    await browser.signIn('owner@a.example')
    expect(await browser.get('/api/v1/me')).toMatchObject({
      status: 400,
      body: { code: 'organisation-missing', organisations: ['a', 'b'] },
    })
    const named = await browser.get('/api/v1/me', { 'x-organisation': 'b' })
    expect(named.body).toMatchObject({ organisation: 'b', organisations: [{ id: 'a' }, { id: 'b' }] })
    expect((await browser.get('/api/v1/suppliers', { 'x-organisation': 'b' })).body.rows).toEqual([])
    expect((await browser.get('/api/v1/me', { 'x-organisation': 'c' })).status).toBe(403)
    expect((await browser.post('/api/auth/organisation', { organisation: 'c' })).status).toBe(403)
    expect((await browser.post('/api/auth/organisation', { organisation: 'a' })).status).toBe(200)
    expect((await browser.get('/api/v1/me')).body.organisation).toBe('a')
    expect((await browser.get('/api/v1/me', { 'x-organisation': 'b' })).body.organisation).toBe('b')
  })
})

describe('pages of other sites', () => {
  it('change nothing with the cookie of a person', async () => {
    const supplier = { name: '他站', country: 'CN', kind: 'manufacturer' }
    const send = async (headers: Record<string, string | undefined>) =>
      (await owner.post('/api/v1/suppliers', supplier, headers)).status
    const before = (await owner.get('/api/v1/suppliers?limit=200', { 'x-organisation': 'a' })).body.rows.length
    const a = { 'x-organisation': 'a' }
    expect(await send({ ...a, origin: 'https://evil.example' })).toBe(403)
    expect(await send({ ...a, origin: 'null' })).toBe(403)
    expect(await send({ ...a, origin: `${ADDRESS}.evil.example` })).toBe(403)
    expect(await send({ ...a, origin: undefined, 'sec-fetch-site': 'cross-site' })).toBe(403)
    expect(await send({ ...a, origin: undefined, 'sec-fetch-site': 'same-site' })).toBe(403)
    expect(await send({ ...a, origin: undefined })).toBe(403)
    expect((await owner.get('/api/v1/suppliers?limit=200', a)).body.rows).toHaveLength(before)
    expect(await send({ ...a, origin: undefined, 'sec-fetch-site': 'same-origin' })).toBe(201)
    expect(await send({ ...a, origin: 'http://localhost:4080' })).toBe(201)
  })

  it('neither sign anybody in nor out', async () => {
    const evil = { origin: 'https://evil.example' }
    const body = { email: 'owner@b.example', password: PASSWORD }
    expect((await new Browser(app, evil).post('/api/auth/sign-in/email', body)).status).toBe(403)
    expect((await other.post('/api/auth/sign-out', {}, evil)).status).toBe(403)
    expect((await other.get('/api/v1/me')).status).toBe(200)
  })
})

async function rowsOfAll(): Promise<unknown[]> {
  const tables = ['invitation', 'answered', 'event', 'member', 'member_name'] as const
  return Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()))
}
