import type { Instant } from '@haixuan/domain/kernel/day'
import type { FastifyInstance } from 'fastify'
import { buildApp } from '../../src/app.ts'
import { authenticator } from '../../src/platform/auth/authenticate.ts'
import { type AuthOptions, createAuth } from '../../src/platform/auth/better-auth.ts'
import { signInLink } from '../../src/platform/auth/links.ts'
import { createOwner } from '../../src/platform/auth/members/owner.ts'
import { registerAuth } from '../../src/platform/auth/routes.ts'
import type { MemberRole } from '../../src/platform/commands/actor.ts'
import type { Db } from '../../src/platform/database/open-database.ts'
import { type TestClock, testHouse } from './test-house.ts'

export const ADDRESS = 'http://127.0.0.1:4080'
export const PASSWORD = 'correct horse battery'
export const NOON = '2026-05-01T12:00:00.000Z' as Instant

/** The application as it is served: people sign in, keys are asked for. */
export async function signInApp(db: Db, more: Partial<AuthOptions> = {}, clock: TestClock = { now: NOON }) {
  const house = testHouse(db, clock)
  const auth = createAuth({ db, address: ADDRESS, secret: 'a secret of the tests, long enough', ...more })
  const app = await buildApp({ house, authenticate: authenticator(house, auth) })
  await registerAuth(app, house, auth)
  return { app, auth, clock, house }
}

type Sent = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly url: string
  readonly body?: unknown
}

/** Those that are undefined are not sent. */
type Headers = Record<string, string | undefined>
const present = (headers: Headers) =>
  Object.fromEntries(Object.entries(headers).filter(([, value]) => value !== undefined))

/** A browser: keeps cookies, says where its pages come from; `headers` go with everything it sends. */
export class Browser {
  readonly cookies = new Map<string, string>()
  readonly app: FastifyInstance
  readonly headers: Headers
  constructor(app: FastifyInstance, headers: Headers = {}) {
    this.app = app
    this.headers = headers
  }
  async send({ method, url, body }: Sent, headers: Headers = {}) {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await this.app.inject({
      method,
      url,
      headers: present({
        origin: ADDRESS,
        'idempotency-key': crypto.randomUUID(),
        cookie: cookie || undefined,
        ...this.headers,
        ...headers,
      }),
      ...(body === undefined ? {} : { payload: body as object }),
    })
    for (const { name, value, maxAge } of reply.cookies)
      if (maxAge === 0) this.cookies.delete(name)
      else this.cookies.set(name, encodeURIComponent(value))
    return { status: reply.statusCode, body: isJson(reply.headers['content-type']) ? reply.json() : undefined, reply }
  }
  get = (url: string, headers = {}) => this.send({ method: 'GET', url }, headers)
  post = (url: string, body: unknown = {}, headers = {}) => this.send({ method: 'POST', url, body }, headers)
  /** follows a one-time link, choosing a password */
  follow = (link: string, password?: string) =>
    this.post('/api/auth/link', { token: link.split('#')[1], ...(password ? { password } : {}) })
  signIn = (email: string, password = PASSWORD) => this.post('/api/auth/sign-in/email', { email, password })
}

const isJson = (type: string | undefined) => /^application\/(problem\+)?json/.test(type ?? '')

/** An organisation with its owner, signed in. */
export async function ownerOf(db: Db, app: FastifyInstance, org: string, now = NOON): Promise<Browser> {
  const email = `owner@${org}.example`
  await createOwner(db, { org: { id: org, name: org.toUpperCase() }, name: `Owner of ${org}`, email })
  const browser = new Browser(app)
  const { status } = await browser.follow((await signInLink(db, { address: ADDRESS, email, now }))!, PASSWORD)
  if (status !== 200) throw new Error(`the link of the owner answered ${status}`)
  return browser
}

/** A member whom the owner invites and who joins with a password; signed in. */
export async function joined(
  owner: Browser,
  name: string,
  roles: readonly MemberRole[],
  supplier?: string,
): Promise<Browser> {
  const email = `${name.toLowerCase()}@people.example`
  const { status, body } = await owner.post('/api/v1/members/invite', {
    name,
    email,
    roles,
    ...(supplier ? { supplier } : {}),
  })
  if (status !== 201) throw new Error(`the invitation answered ${status} ${JSON.stringify(body)}`)
  const browser = new Browser(owner.app)
  const followed = await browser.follow(body.link, PASSWORD)
  if (followed.status !== 200) throw new Error(`the link answered ${followed.status} ${JSON.stringify(followed.body)}`)
  return browser
}
