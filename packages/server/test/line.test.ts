import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from './support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from './support/test-house.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection')
const wang = person('a', 'Wang', 'selection', 'legal')
const zhou = person('a', 'Zhou', 'sourcing')
const he = person('a', 'He', 'quality')

const plan = {
  id: 'june',
  theme: '雨季居家护理',
  markets: ['sg'],
  date: '2026-06-06',
  language: 'zh',
  slots: 4,
  platform: '示例平台',
  time: '20:00',
  'time-zone': 'Asia/Singapore',
  audience: '22–40',
  goals: { orders: 100 },
  host: { name: '沈知夏', born: '1994-03-12', verified: true },
}
const listing = {
  row: 1,
  sku: 'U-1',
  title: '晴雨两用折叠伞',
  description: '八骨，涤纶伞面。',
  price: { minor: 1990, currency: 'SGD' },
  images: ['https://shop.example/u1.jpg'],
  category: ['居家', '雨具'],
  seller: '示例伞业有限公司',
  variants: [],
  attributes: [],
  language: 'zh',
}

let as: ReturnType<typeof asking>
beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  await makeOrganisation(db, 'b')
  as = asking(await testApp(testHouse(db, clock)))
})

describe('from a plan to a product, through the API', () => {
  it('creates a plan, which a second person approves', async () => {
    const created = await as(lin).post('/projects', plan)
    expect(created).toMatchObject({ status: 201, body: { id: 'june', version: 1, state: 'conditional' }, etag: '"1"' })
    const own = await as(lin).post('/projects/june/approve', {}, { version: 1 })
    expect(own).toMatchObject({ status: 409, body: { code: 'refused', clause: 'P5' } })
    const approved = await as(wang).post('/projects/june/approve', { remark: '同意' }, { version: 1 })
    expect(approved).toMatchObject({ status: 200, body: { version: 2 } })
  })

  it('answers a retry without carrying it out again, and refuses the key for anything else', async () => {
    const key = 'retry-channel-1'
    const channel = { id: 'fair', kind: 'fair', name: '广交会' }
    const first = await as(zhou).post('/projects/june/add-channel', channel, { key })
    expect(await as(zhou).post('/projects/june/add-channel', channel, { key })).toEqual(first)
    const other = await as(zhou).post('/projects/june/add-channel', { ...channel, name: '义乌' }, { key })
    expect(other).toMatchObject({ status: 422, body: { code: 'key-reused' } })
    const got = await as(lin).get('/projects/june')
    expect(got.body.plan.channels).toEqual([channel])
  })

  it('refuses a change on top of a version that is not the newest, and says what changed', async () => {
    const stale = await as(lin).post('/projects/june/revise', { ...plan, id: undefined }, { version: 1 })
    expect(stale).toMatchObject({ status: 412, body: { code: 'stale', version: 3, seen: 1 } })
    expect(stale.body.changes[0]).toMatchObject({ type: 'plan.recorded', actor: 'Zhou' })
  })

  it('nominates a product, decides its gates, and finds it by Chinese words', async () => {
    const done = await as(zhou).post('/projects/june/products', { listings: [listing] })
    expect(done).toMatchObject({ status: 201, body: { added: ['U-1'], present: [] } })
    const again = await as(zhou).post('/projects/june/products', { listings: [listing] })
    expect(again).toMatchObject({ status: 200, body: { added: [], present: ['U-1'] } })
    for (const q of ['折叠伞', 'u-1', '伞业'])
      expect((await as(lin).get(`/projects/june/products?q=${encodeURIComponent(q)}`)).body.rows).toHaveLength(1)
    expect((await as(lin).get(`/projects/june/products?q=${encodeURIComponent('手机')}`)).body.rows).toEqual([])
    const { body } = await as(lin).get('/projects/june/products/U-1')
    expect(body.state).toBe('conditional')
    expect(body.findings.length).toBeGreaterThan(0)
  })

  it('records a supplier and decides its gate where its products stand', async () => {
    const created = await as(zhou).post('/suppliers', {
      id: 'S-1',
      name: '示例伞业有限公司',
      country: 'CN',
      kind: 'manufacturer',
    })
    expect(created).toMatchObject({ status: 201, body: { id: 'S-1', version: 1 } })
    const seen = await as(he).get('/suppliers/S-1')
    expect(seen.body.gates).toMatchObject([{ project: 'june', state: expect.any(String) }])
    expect((await as(lin).get('/projects/june/products/U-1')).body.supplier).toBe('S-1')
  })

  it('seals a sample step by step, and refuses a step out of turn', async () => {
    const hand = (state: string, more = {}) =>
      as(he).post('/projects/june/products/U-1/hand-over-sample', { sample: 'A', state, ...more })
    expect((await hand('sealed', { 'seal-number': 'Z1' })).status).toBe(404)
    for (const state of ['requested', 'shipped', 'received', 'examined']) expect((await hand(state)).status).toBe(200)
    expect(await hand('returned')).toMatchObject({ status: 200 })
    expect(await hand('sealed', { 'seal-number': 'Z1' })).toMatchObject({ status: 409, body: { clause: 'I4' } })
  })

  it('shows the flow, the work of a role, and the log', async () => {
    const flow = await as(lin).get('/projects/june/flow')
    expect(flow.body.stages.map((s: { stage: string }) => s.stage)).toEqual(['plan', 'select', 'supervise', 'improve'])
    const work = await as(he).get('/work')
    expect(work.body.rows.every((r: { finding: { owner: string } }) => r.finding.owner === 'quality')).toBe(true)
    const log = await as(lin).get('/events?subject=june')
    expect(log.body.rows.at(-1)).toMatchObject({ type: 'plan.recorded', actor: 'Lin', clause: 'P5' })
  })

  it('tells nothing to another organisation, to a role without the right, or to nobody', async () => {
    const other = person('b', 'Mallory', 'owner')
    expect((await as(other).get('/projects/june')).status).toBe(404)
    expect((await as(other).get('/projects/june/products')).body.rows).toEqual([])
    expect((await as(other).post('/projects/june/products', { listings: [listing] })).status).toBe(404)
    expect(
      (await as(person('a', 'Au', 'auditor')).post('/projects/june/add-channel', { id: 'x', kind: 'api', name: 'x' }))
        .status,
    ).toBe(403)
    expect((await as(undefined).get('/projects')).status).toBe(401)
  })

  it('names the field of bad input, and leaves nothing behind', async () => {
    const bad = await as(lin).post('/projects', { ...plan, id: 'bad', date: '2026-02-30' })
    expect(bad).toMatchObject({ status: 400, body: { code: 'bad-input', field: 'date' } })
    const market = await as(lin).post('/projects', { ...plan, id: 'bad', markets: ['zz'] })
    expect(market).toMatchObject({ status: 400, body: { field: 'markets' } })
    expect((await as(lin).get('/projects/bad')).status).toBe(404)
    const keyless = await as(lin).post('/projects', plan, { key: 'x' })
    expect(keyless.status).toBe(400)
  })
})
