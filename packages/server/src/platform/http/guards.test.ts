import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { makeOrganisation, person, testHouse } from '../../../test/support/test-house.ts'
import { type AppOptions, buildApp } from '../../app.ts'
import type { House } from '../../house.ts'
import { readyChecks } from '../../start/ready.ts'
import type { Actor } from '../commands/actor.ts'
import { makeLogger } from '../log/logger.ts'
import { databaseReadings } from '../metrics/readings.ts'

let house: House
beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  house = testHouse(db, { now: '2026-05-01T08:00:00.000Z' as Instant })
})

const lin = person('a', 'Lin', 'selection')
const zhou = person('a', 'Zhou', 'sourcing')
const as = (actor: Actor) => ({ 'x-actor': encodeURIComponent(JSON.stringify(actor)) })
const app = (more: Partial<AppOptions>) =>
  buildApp({
    house,
    authenticate: async ({ headers }) =>
      typeof headers['x-actor'] === 'string' ? JSON.parse(decodeURIComponent(headers['x-actor'])) : undefined,
    ...more,
  })

describe('limits', () => {
  it('hold for each person, whatever others do', async () => {
    const served = await app({ perMinute: 3 })
    const ask = (actor: Actor) => served.inject({ url: '/api/v1/projects', headers: as(actor) })
    for (let i = 0; i < 3; i++) expect((await ask(lin)).statusCode).toBe(200)
    const refused = await ask(lin)
    expect(refused.statusCode).toBe(429)
    expect(refused.json()).toMatchObject({ code: 'too-many' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect((await ask(zhou)).statusCode).toBe(200)
  })

  it('hold for an address before anyone is known, five times as wide, also where there is nothing', async () => {
    const served = await app({ perMinute: 2 })
    const ask = () => served.inject({ url: '/nowhere', remoteAddress: '192.0.2.1' })
    for (let i = 0; i < 10; i++) expect((await ask()).statusCode).toBe(404)
    expect((await ask()).statusCode).toBe(429)
    expect((await served.inject({ url: '/nowhere', remoteAddress: '192.0.2.2' })).statusCode).toBe(404)
  })

  it('take the address from a proxy that is trusted and from no one else', async () => {
    const ask = async (trustedProxies: string[]) => {
      const served = await app({ perMinute: 1, trustedProxies })
      const statuses: number[] = []
      for (let i = 0; i < 6; i++)
        statuses.push(
          (
            await served.inject({
              url: '/x',
              remoteAddress: '192.0.2.9',
              headers: { 'x-forwarded-for': `198.51.100.${i}` },
            })
          ).statusCode,
        )
      return statuses.at(-1)
    }
    expect(await ask([])).toBe(429)
    expect(await ask(['192.0.2.9'])).toBe(404)
  })

  it('refuse a body that is too long', async () => {
    const served = await app({})
    const reply = await served.inject({
      method: 'POST',
      url: '/api/v1/projects',
      headers: { ...as(lin), 'idempotency-key': 'too-long-1', 'content-type': 'application/json' },
      payload: `{"theme":"${'x'.repeat(3 * 1024 * 1024)}"}`,
    })
    expect([reply.statusCode, reply.json().code]).toEqual([413, 'too-large'])
  })
})

describe('request ids', () => {
  it.each([
    ['probe-2026.05.01_a', true],
    ['short', false],
    ['x'.repeat(129), false],
    ['two words here', false],
    ['<script>alert(1)</script>', false],
  ])('%s: kept is %s', async (given, kept) => {
    const reply = await (await app({})).inject({ url: '/nowhere', headers: { 'x-request-id': given } })
    const id = reply.headers['x-request-id'] as string
    expect(id === given).toBe(kept)
    expect(reply.json().instance).toBe(id)
  })
})

describe('/health/ready', () => {
  it('holds while the database answers and is of this version', async () => {
    const reply = await (await app({ ready: await readyChecks(house.db) })).inject({ url: '/health/ready' })
    expect([reply.statusCode, reply.json()]).toEqual([200, { ready: true, database: true, migrations: true }])
  })

  it('says what does not hold, and that the process lives all the same', async () => {
    const served = await app({
      ready: { database: () => Promise.reject(new Error('away')), worker: async () => false, rest: async () => true },
    })
    const reply = await served.inject({ url: '/health/ready' })
    expect([reply.statusCode, reply.json()]).toEqual([
      503,
      { ready: false, database: false, worker: false, rest: true },
    ])
    expect((await served.inject({ url: '/health/live' })).json()).toEqual({ live: true })
  })
})

describe('/metrics', () => {
  const token = 'a token of the tests'
  const none = () => ({ open: 1, idle: 1, waiting: 0 })

  it('counts commands by name and outcome, and what waits to be sealed', async () => {
    const served = await app({ metrics: { token: undefined, readings: databaseReadings(house.db, none) } })
    const body = { id: 'counted', theme: '雨季', markets: ['sg'], date: '2099-06-06', language: 'zh', slots: 4 }
    for (const key of ['counted-01', 'counted-02'])
      await served.inject({
        method: 'POST',
        url: '/api/v1/projects',
        headers: { ...as(lin), 'idempotency-key': key },
        payload: body,
      })
    const { body: text } = await served.inject({ url: '/metrics' })
    expect(text).toContain('haixuan_commands_total{command="project.create",outcome="done"} 1')
    expect(text).toContain('haixuan_commands_total{command="project.create",outcome="refused"} 1')
    expect(text).toContain('haixuan_http_requests_total{method="POST",route="/api/v1/projects",status="201"} 1')
    expect(text).toMatch(/haixuan_http_request_seconds_bucket\{le="10",method="POST",route="\/api\/v1\/projects"\} 2/)
    // the plan and the decision on it
    expect(text).toContain('haixuan_log_events_unsealed 2')
    expect(text).toMatch(/nodejs_eventloop_lag_p99_seconds \d/)
  })

  it.each([
    [undefined, {}, '127.0.0.1', 200],
    [undefined, {}, '::1', 200],
    [undefined, {}, '192.0.2.1', 404],
    [undefined, { 'x-forwarded-for': '127.0.0.1' }, '127.0.0.1', 404],
    [undefined, { authorization: `Bearer ${token}` }, '192.0.2.1', 404],
    [token, {}, '127.0.0.1', 404],
    [token, { authorization: `Bearer ${token}` }, '192.0.2.1', 200],
    [token, { authorization: 'Bearer another' }, '192.0.2.1', 404],
  ] as const)('with token %s, asked with %o from %s: %i', async (set, headers, remoteAddress, status) => {
    const served = await app({ metrics: { token: set, readings: [] } })
    expect((await served.inject({ url: '/metrics', headers, remoteAddress })).statusCode).toBe(status)
  })
})

it('what people send and who they are stands in no line of the log', async () => {
  let text = ''
  const log = makeLogger({
    level: 'debug',
    form: 'json',
    to: {
      write: (line) => {
        text += line
      },
    },
  })
  const secret = 'Zq7-very-secret-value'
  const served = await app({
    log,
    house: {
      ...house,
      clock: () => {
        throw new Error(`clock of wang@people.example, password=${secret}`)
      },
    },
  })
  const reply = await served.inject({
    method: 'POST',
    url: `/api/v1/projects?token=${secret}`,
    headers: {
      ...as(lin),
      authorization: `Bearer ${secret}`,
      cookie: `haixuan.session_token=${secret}`,
      'idempotency-key': secret,
      'user-agent': secret,
    },
    payload: { theme: secret, markets: ['sg'], date: '2099-06-06', language: 'zh', slots: 4 },
  })
  expect([reply.statusCode, reply.json().detail]).toEqual([500, undefined])
  expect(text).toContain('"route":"/api/v1/projects"')
  expect(text).toContain('"msg":"unexpected"')
  for (const private_ of [secret, 'wang@people', 'Lin', '127.0.0.1']) expect(text).not.toContain(private_)
})

it('pages load nothing from elsewhere and stand in no frame', async () => {
  const policyOf = async (secure: boolean) => (await (await app({ secure })).inject({ url: '/health/live' })).headers
  const headers = await policyOf(false)
  const policy = headers['content-security-policy'] as string
  expect(policy).toContain("default-src 'self'")
  // WebAssembly may run, nothing that is made of text
  expect(policy).toMatch(/script-src 'self' 'wasm-unsafe-eval'(;|$)/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(headers['x-content-type-options']).toBe('nosniff')
  // on plain http a browser would be told to ask where nothing answers
  expect(headers['strict-transport-security']).toBeUndefined()
  expect(policy).not.toContain('upgrade-insecure-requests')
  expect((await policyOf(true))['strict-transport-security']).toMatch(/^max-age=/)
})
