import { createHmac } from 'node:crypto'
import type { Instant } from '@haixuan/domain/kernel/day'
import { getMigrations } from 'better-auth/db/migration'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { ADDRESS, Browser, NOON, ownerOf, PASSWORD, signInApp } from '../../../test/support/test-auth.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.ts'
import { signInLink } from './links.ts'

let db: TestDatabase['db']
let app: Awaited<ReturnType<typeof signInApp>>['app']
let auth: Awaited<ReturnType<typeof signInApp>>['auth']
let clock: Awaited<ReturnType<typeof signInApp>>['clock']
let owner: Browser

beforeAll(async () => {
  db = (await testDatabase()).db
  ;({ app, auth, clock } = await signInApp(db))
  owner = await ownerOf(db, app, 'a')
})

/** Each test comes from an address of its own, so that none uses up the tries of another. */
const from = (remoteAddress: string) => {
  const inject = (request: object) => app.inject({ ...request, remoteAddress } as never)
  return new Browser({ inject } as never)
}
const email = 'owner@a.example'

describe('accounts', () => {
  it('has the tables that better-auth asks for', async () => {
    const { toBeCreated, toBeAdded } = await getMigrations(auth.options as never)
    expect({ toBeCreated, toBeAdded }).toEqual({ toBeCreated: [], toBeAdded: [] })
  })

  it('lets nobody sign up alone, nor delete or rename an account', async () => {
    for (const path of ['sign-up/email', 'delete-user', 'update-user', 'change-email', 'update-session']) {
      const { status } = await owner.post(`/api/auth/${path}`, { name: 'X', email: 'x@x.example', password: PASSWORD })
      expect([path, status]).toEqual([path, 404])
    }
    const direct = auth.api.signUpEmail({ body: { name: 'X', email: 'x@x.example', password: PASSWORD } })
    await expect(direct).rejects.toMatchObject({ status: 'BAD_REQUEST' })
  })

  it('signs in with the right password alone', async () => {
    const browser = from('203.0.113.1')
    expect((await browser.signIn(email, 'wrong horse battery')).status).toBe(401)
    expect((await browser.signIn('nobody@a.example')).status).toBe(401)
    expect((await browser.get('/api/v1/me')).status).toBe(401)
    expect((await browser.signIn(email)).status).toBe(200)
    expect((await browser.get('/api/v1/me')).body).toMatchObject({
      name: 'Owner of a',
      organisation: 'a',
      roles: ['owner'],
    })
    await browser.post('/api/auth/sign-out')
    expect((await browser.get('/api/v1/me')).status).toBe(401)
  })

  it('believes no cookie whose signature is not its own', async () => {
    const browser = from('203.0.113.2')
    await browser.signIn(email)
    const [name, value] = [...browser.cookies][0]!
    const [token, signature] = decodeURIComponent(value).split('.') as [string, string]
    for (const forged of [token, `${token}.`, `${token}.${signature.replace(/^./, (c) => (c === 'A' ? 'B' : 'A'))}`]) {
      browser.cookies.set(name, encodeURIComponent(forged))
      expect((await browser.get('/api/v1/me')).status).toBe(401)
    }
  })

  it('keeps cookies from scripts and other sites, and from plain http except on this machine', async () => {
    const here = await from('203.0.113.3').signIn(email)
    expect(here.reply.cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax', path: '/' }])
    expect(here.reply.cookies[0]).not.toHaveProperty('secure')
    for (const address of ['https://select.example', 'http://select.example']) {
      const away = await signInApp(db, { address })
      const { reply } = await new Browser(away.app, { origin: address }).signIn(email)
      expect(reply.cookies).toMatchObject([{ httpOnly: true, sameSite: 'Lax', secure: true }])
      expect(reply.headers['cache-control']).toBe('no-store')
    }
  })

  it('takes ten tries a minute from one address, whatever a client says its address is', async () => {
    const guesses = Array.from({ length: 11 }, (_, n) => n)
    const statuses: number[] = []
    const browser = from('203.0.113.4')
    for (const n of guesses)
      statuses.push(
        (
          await browser.post(
            '/api/auth/sign-in/email',
            { email, password: `guess number ${n}` },
            { 'x-forwarded-for': `198.51.100.${n}`, 'x-haixuan-address': `198.51.100.${n}` },
          )
        ).status,
      )
    expect(statuses).toEqual([...Array(10).fill(401), 429])
    expect((await from('203.0.113.5').signIn(email)).status).toBe(200)
  })
})

describe('what is sent to better-auth', () => {
  it('never breaks the server, whatever its shape', async () => {
    const paths = ['sign-in/email', 'sign-in/social', 'change-password', 'two-factor/enable', 'two-factor/verify-totp']
    const bodies = [
      null,
      [],
      'x',
      7,
      {},
      { email: 7, password: null },
      { email: '\u0000@a.example', password: '\u0000' },
    ]
    for (const path of [...paths, 'link', 'organisation', 'revoke-session', 'link-social', 'unlink-account'])
      for (const [n, body] of bodies.entries()) {
        const sent = { method: 'POST', url: `/api/auth/${path}`, payload: JSON.stringify(body) } as const
        const cookie = [...owner.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
        const headers = { origin: ADDRESS, 'content-type': 'application/json', cookie }
        const { statusCode } = await app.inject({ ...sent, headers, remoteAddress: `192.0.2.${n}` })
        expect([path, body, statusCode]).toEqual([path, body, expect.toSatisfy((s: number) => s >= 400 && s < 500)])
      }
  })
})

describe('one-time links', () => {
  const link = () => signInLink(db, { address: ADDRESS, email, now: clock.now })

  it('sign in once', async () => {
    const address = (await link())!
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:4080\/sign-in#[\w-]{43}$/)
    const browser = new Browser(app)
    expect((await browser.follow(address)).status).toBe(200)
    expect((await browser.get('/api/v1/me')).status).toBe(200)
    const again = new Browser(app)
    expect(await again.follow(address)).toMatchObject({ status: 410, body: { code: 'link-spent' } })
    expect((await again.get('/api/v1/me')).status).toBe(401)
  })

  it('sign in one of two who follow them at the same moment', async () => {
    const address = (await link())!
    const both = await Promise.all([new Browser(app).follow(address), new Browser(app).follow(address)])
    expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
  })

  it('expire after half an hour, and when a newer one is made', async () => {
    const older = (await link())!
    const newer = (await link())!
    expect((await new Browser(app).follow(older)).status).toBe(410)
    clock.now = '2026-05-01T12:30:00.000Z' as Instant
    expect((await new Browser(app).follow(newer)).status).toBe(410)
    clock.now = NOON
  })

  it('are not used up by whoever opens their page', async () => {
    const address = (await link())!
    const page = await app.inject({ url: new URL(address).pathname })
    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect((await app.inject({ url: '/sign-in.js' })).headers['content-type']).toMatch('text/javascript')
    expect((await new Browser(app).follow(address)).status).toBe(200)
  })

  it('keep nothing of themselves in the database', async () => {
    const token = (await link())!.split('#')[1]!
    const { rows } = await sql<{
      all: string
    }>`select l::text as all from auth.link l`.execute(db)
    expect(rows.length).toBeGreaterThan(0)
    expect(rows.some((row) => row.all.includes(token))).toBe(false)
  })

  it('are for people who have an account, and ask for a password of some length', async () => {
    expect(await signInLink(db, { address: ADDRESS, email: 'nobody@a.example', now: clock.now })).toBeUndefined()
    const short = await new Browser(app).follow((await link())!, 'short')
    expect(short).toMatchObject({ status: 400, body: { code: 'bad-input', field: 'password' } })
  })
})

describe('the second factor', () => {
  it('is asked for after the password, and no link goes round it', async () => {
    const person = await ownerOf(db, app, 'totp')
    const mail = 'owner@totp.example'
    const enabled = await person.post('/api/auth/two-factor/enable', { password: PASSWORD })
    expect(enabled.status).toBe(200)
    const before = (await signInLink(db, { address: ADDRESS, email: mail, now: NOON }))!
    const secret = new URL(enabled.body.totpURI).searchParams.get('secret')!
    expect((await person.post('/api/auth/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200)

    const browser = from('203.0.113.6')
    const first = await browser.signIn(mail)
    expect(first).toMatchObject({ status: 200, body: { twoFactorRedirect: true } })
    expect((await browser.get('/api/v1/me')).status).toBe(401)
    const wrong = String((Number(totp(secret)) + 1) % 1_000_000).padStart(6, '0')
    expect((await browser.post('/api/auth/two-factor/verify-totp', { code: wrong })).status).toBe(401)
    expect((await browser.get('/api/v1/me')).status).toBe(401)
    expect((await browser.post('/api/auth/two-factor/verify-totp', { code: totp(secret) })).status).toBe(200)
    expect((await browser.get('/api/v1/me')).status).toBe(200)
    expect(await signInLink(db, { address: ADDRESS, email: mail, now: NOON })).toBeUndefined()
    expect((await new Browser(app).follow(before)).status).toBe(410)
  })
})

/** RFC 6238: six digits from the HMAC-SHA-1 of the count of half minutes. */
function totp(base32: string): string {
  const bits = [...base32]
    .map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(c).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)))
  const mac = createHmac('sha1', key).update(counter).digest()
  const at = mac[19]! & 0xf
  return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0')
}
