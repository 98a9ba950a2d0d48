import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, it } from 'vitest'
import { type FuzzRequest, requestsTo } from './support/fuzz-request.ts'
import { type Route, routesOf } from './support/routes-of.ts'
import { supervisedRecords } from './support/supervised-records.ts'
import { type Browser, ownerOf, signInApp } from './support/test-auth.ts'
import { testDatabase } from './support/test-database.ts'

/** `npm run fuzz` sends 20,000; the seed makes the same requests again. */
const REQUESTS = Number(process.env.HAIXUAN_FUZZ ?? 1_500)
const SEED = Number(process.env.HAIXUAN_FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31))
/** what is answered before a route is reached, by every route alike */
const EVERYWHERE = [413, 415]

let app: FastifyInstance
let owner: Browser
let routes: Route[]
let known: Record<string, string>

beforeAll(async () => {
  const { db } = await testDatabase()
  app = (await signInApp(db)).app
  owner = await ownerOf(db, app, 'a')
  routes = routesOf(app.swagger())
  const made = async (path: string, body: object) => (await owner.post(`/api/v1${path}`, body)).body
  const plan = { theme: '雨季', markets: ['sg'], date: '2026-06-06', language: 'zh', slots: 4 }
  const { id: project } = await made('/projects', { ...plan, id: 'rain' })
  await made('/suppliers', { id: 'S-1', name: '示例伞业', country: 'CN', kind: 'manufacturer' })
  const listing = {
    row: 1,
    title: '折叠伞',
    description: '八骨。',
    images: [],
    category: [],
    variants: [],
    attributes: [],
    language: 'zh',
  }
  const price = { minor: 1990, currency: 'SGD' }
  await made(`/projects/${project}/products`, {
    listings: ['P-1', 'P-2'].map((sku) => ({ ...listing, sku, price, seller: '示例伞业' })),
  })
  const { id: comment } = await made('/comments', { kind: 'project', id: project, text: '一' })
  const { id: view } = await made('/views', { list: 'product.list', name: '一', query: '', shared: true })
  const at = { org: 'a', project, product: 'P-2', recalled: 'P-1' }
  const supervised = await supervisedRecords(owner, db, at)
  const { user } = (await owner.get('/api/v1/me')).body
  known = { ...supervised, project, supplier: 'S-1', product: 'P-2', comment, view, user, market: 'sg', markets: 'sg' }
}, 60_000)

it('no request whatever is answered with a fault, and every answer is one the document foresees', async () => {
  console.log(`fuzz: ${REQUESTS} requests, HAIXUAN_FUZZ_SEED=${SEED}`)
  const each = Math.ceil(REQUESTS / routes.length)
  const requests = routes.flatMap((route, n) =>
    fc.sample(requestsTo(route, known), { numRuns: each, seed: SEED + n }).map((request) => ({ route, request })),
  )
  const [order] = fc.sample(fc.shuffledSubarray(requests, { minLength: requests.length }), { numRuns: 1, seed: SEED })
  const faults: string[] = []
  const statuses = new Map<number, number>()
  for (const { route, request } of (order as typeof requests).slice(0, REQUESTS)) {
    const status = await sent(request)
    statuses.set(status, (statuses.get(status) ?? 0) + 1)
    // an answer that is not as its schema says is a fault of the server: it is sent as 500
    if (status >= 500 || !(EVERYWHERE.includes(status) || route.statuses.includes(status)))
      faults.push(
        `${status} ${request.method} ${request.url.slice(0, 300)} ${JSON.stringify(request.body)?.slice(0, 600)}`,
      )
  }
  console.log(`fuzz: answered ${[...statuses].map(([status, n]) => `${status} × ${n}`).join(', ')}`)
  expect(faults.slice(0, 20), `${faults.length} faults, HAIXUAN_FUZZ_SEED=${SEED}`).toEqual([])
  // requests that nothing admits would prove nothing
  expect(((statuses.get(200) ?? 0) + (statuses.get(201) ?? 0)) / REQUESTS).toBeGreaterThan(0.1)
}, 3_600_000)

/** Sends a request as the owner; gives the status. A body is sent as JSON whatever it is. */
async function sent({ method, url, headers, body }: FuzzRequest): Promise<number> {
  const { reply } = await owner.send(
    { method, url, ...(body === undefined ? {} : { body: JSON.stringify(body) }) },
    { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) },
  )
  return reply.statusCode
}
