import { generateKeyPairSync, sign } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ADDRESS, Browser, joined, ownerOf, signInApp } from '../../../test/support/test-auth.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.ts'

/** A provider that says of everyone what it is told to say. */
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const said = { sub: 'corp-1', email: 'lin@people.example', email_verified: true, name: 'Lin', nonce: '' }
let provider: Server
let issuer: string

const base64url = (part: object) => Buffer.from(JSON.stringify(part)).toString('base64url')
function idToken(): string {
  const now = Math.floor(Date.now() / 1000)
  const claims = { iss: issuer, aud: 'haixuan', iat: now, exp: now + 300, ...said }
  const signed = `${base64url({ alg: 'RS256', kid: '1', typ: 'JWT' })}.${base64url(claims)}`
  return `${signed}.${sign('sha256', Buffer.from(signed), privateKey).toString('base64url')}`
}
const answers: Record<string, () => object> = {
  '/.well-known/openid-configuration': () => ({
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    id_token_signing_alg_values_supported: ['RS256'],
  }),
  '/jwks': () => ({ keys: [{ ...publicKey.export({ format: 'jwk' }), kid: '1', alg: 'RS256', use: 'sig' }] }),
  '/token': () => ({ access_token: 'at', token_type: 'Bearer', expires_in: 300, id_token: idToken() }),
  '/userinfo': () => said,
}

let db: TestDatabase['db']
let owner: Browser
let lin: Browser
beforeAll(async () => {
  provider = createServer((request, response) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify(answers[request.url ?? '']?.() ?? {}))
  })
  await new Promise<void>((ready) => provider.listen(0, '127.0.0.1', ready))
  issuer = `http://127.0.0.1:${(provider.address() as AddressInfo).port}`
  db = (await testDatabase()).db
  const discoveryUrl = `${issuer}/.well-known/openid-configuration`
  const { app } = await signInApp(db, {
    oidc: [{ id: 'corp', discoveryUrl, clientId: 'haixuan', clientSecret: 'between us' }],
  })
  owner = await ownerOf(db, app, 'a')
  lin = await joined(owner, 'Lin', ['selection'])
})
afterAll(() => provider?.close())

/** Goes to the provider and comes back as whom it says. */
async function through(browser: Browser, path: 'sign-in/social' | 'link-social'): Promise<string> {
  const { status, body } = await browser.post(`/api/auth/${path}`, { provider: 'corp', callbackURL: '/' })
  expect(status).toBe(200)
  const asked = new URL(body.url).searchParams
  expect(Object.fromEntries(asked)).toMatchObject({
    client_id: 'haixuan',
    redirect_uri: `${ADDRESS}/api/auth/callback/corp`,
    code_challenge_method: 'S256',
  })
  said.nonce = asked.get('nonce') ?? ''
  const { reply } = await browser.app
    .inject({
      url: `/api/auth/callback/corp?code=c&state=${asked.get('state')}`,
      headers: { cookie: [...browser.cookies].map(([k, v]) => `${k}=${v}`).join('; ') },
    })
    .then((reply) => ({ reply }))
  expect(reply.statusCode).toBe(302)
  for (const { name, value } of reply.cookies) browser.cookies.set(name, encodeURIComponent(value))
  return reply.headers.location as string
}

describe('a provider of the organisation', () => {
  it('signs nobody in who has not linked it, though it vouches for the address', async () => {
    const browser = new Browser(owner.app)
    expect(await through(browser, 'sign-in/social')).toMatch(/error=/)
    expect((await browser.get('/api/v1/me')).status).toBe(401)
  })

  it('signs in who has linked it', async () => {
    expect(await through(lin, 'link-social')).not.toMatch(/error=/)
    const browser = new Browser(owner.app)
    expect(await through(browser, 'sign-in/social')).not.toMatch(/error=/)
    expect((await browser.get('/api/v1/me')).body).toMatchObject({ name: 'Lin', roles: ['selection'] })
  })

  it('makes no accounts', async () => {
    const accounts = async () => (await sql`select from auth."user"`.execute(db)).rows.length
    const before = await accounts()
    Object.assign(said, { sub: 'corp-2', email: 'stranger@people.example' })
    const browser = new Browser(owner.app)
    expect(await through(browser, 'sign-in/social')).toMatch(/error=signup_disabled/)
    expect((await browser.get('/api/v1/me')).status).toBe(401)
    expect(await accounts()).toBe(before)
  })
})
