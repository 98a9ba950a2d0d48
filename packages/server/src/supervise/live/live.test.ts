import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, release, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import type { Db } from '../../platform/database/open-database.ts'
import { asSystem } from '../../platform/database/scope.ts'

const clock = { now: '2026-06-06T12:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection')
const control = person('a', 'Kong', 'live-control')
const host = person('a', 'Shen', 'host')
const quality = person('a', 'He', 'quality')

let as: ReturnType<typeof asking>
let db: Db
beforeAll(async () => {
  db = (await testDatabase()).db
  await makeOrganisation(db, 'a')
  await makeOrganisation(db, 'b')
  as = asking(await testApp(testHouse(db, clock)))
  const listings = ['U-1', 'U-2', 'U-3', 'U-4'].map((sku) => umbrella(sku, `折叠伞 ${sku} 全网最低价`))
  await projectWith(as, lin, 'june', listings)
  await as(host).post('/projects/june/write-script', {
    product: 'U-1',
    language: 'zh',
    text: '这把伞八骨，全网最低价。',
  })
}, 60_000)

const live = '/projects/june/live'
const show = async () => (await as(control).get(live)).body
const eventsOf = async (type: string) => (await as(lin).get(`/events?project=june&type=${type}`)).body.rows

describe('a stream on air', () => {
  it('starts by a released lineup only, and once', async () => {
    expect(await as(control).post(`${live}/start`, {})).toMatchObject({ status: 409, body: { clause: 'I9' } })
    await release(db, 'a', 'june', [
      { product: 'U-1', substitute: 'U-4' },
      { product: 'U-2' },
      { product: null },
      { product: 'U-3' },
    ])
    expect((await as(host).post(`${live}/start`, {})).status).toBe(403)
    expect(await as(control).post(`${live}/start`, {})).toMatchObject({
      status: 201,
      body: { version: 1, onAir: null, next: { slot: 1, product: 'U-1' } },
      etag: '"1"',
    })
    expect(await as(control).post(`${live}/start`, {})).toMatchObject({ status: 409, body: { code: 'already-exists' } })
  })

  it('keeps its lineup as it was released', async () => {
    const refused = { status: 409, body: { code: 'refused', clause: 'S3' } }
    const lineup = '/projects/june/lineup'
    expect(await as(lin).post(`${lineup}/propose`, {})).toMatchObject(refused)
    expect(await as(lin).post(`${lineup}/lock`, { slot: 2, product: 'U-2' })).toMatchObject(refused)
    const { version } = (await as(lin).get(lineup)).body
    const puts = [{ slot: 2, product: null }]
    expect(await as(lin).post(`${lineup}/put`, { puts }, { version })).toMatchObject(refused)
    expect((await as(lin).get(lineup)).body).toMatchObject({ aired: true, version })
  })

  it('goes on for one of two desks that press at once', async () => {
    const pressed = await Promise.all([control, host].map((who) => as(who).post(`${live}/next`, {}, { version: 1 })))
    expect(pressed.map((p) => p.status).sort()).toEqual([200, 412])
    expect((await show()).onAir.id).toBe('U-1')
    expect((await as(host).post(`${live}/next`, {})).status).toBe(428)
  })

  it('shows the clock of the stream, the script with its claims, and what to avoid', async () => {
    clock.now = '2026-06-06T12:03:00.000Z' as Instant
    const desk = await show()
    expect(desk.clock).toEqual({
      now: '2026-06-06T12:03:00.000Z',
      day: '2026-06-06',
      zone: 'Asia/Singapore',
      offset: 480,
      planned: '2026-06-06T12:00:00.000Z',
      started: '2026-06-06T12:00:00.000Z',
      ended: null,
    })
    expect(desk.onAir).toMatchObject({ id: 'U-1', price: { minor: 1990, currency: 'SGD' } })
    expect(desk.onAir.scripts[0].claims.map((c: { words: string }) => c.words)).toContain('全网最低价')
    expect(desk.onAir.avoid.map((c: { words: string }) => c.words)).toContain('全网最低价')
    expect(desk.next.id).toBe('U-2')
    expect(desk.log.map((e: { kind: string }) => e.kind).sort()).toEqual(['moved', 'started'])
  })

  it('tells the price that the stream asks, not the one of the listing', async () => {
    const body = { pricing: { type: 'fixed', price: { amount: '15.90', currency: 'SGD' } } }
    const at = { created_at: clock.now, updated_at: clock.now, version: 1, body: JSON.stringify(body) }
    const of = { org_id: 'a', project_id: 'june', product_id: 'U-1', supplier_id: 'S' }
    await asSystem(db, (tx) =>
      tx
        .insertInto('offer')
        .values({ id: 'O-U-1', ...of, ...at })
        .execute(),
    )
    expect((await show()).onAir).toMatchObject({ id: 'U-1', price: { minor: 1590, currency: 'SGD' } })
    await asSystem(db, (tx) => tx.deleteFrom('offer').where('id', '=', 'O-U-1').execute())
  })

  it('gives a desk what claims are found by, once', async () => {
    const first = await as(host).get('/claim-lexicon')
    expect(first.body.lexicons.map((l: { language: string }) => l.language)).toContain('zh')
    expect(await as(host).get('/claim-lexicon', { 'if-none-match': String(first.etag) })).toMatchObject({ status: 304 })
  })

  it('finds the claims in what is said, and keeps both', async () => {
    const said = await as(host).post(`${live}/say`, { text: '姐妹们，全网最低价！', recognised: true })
    expect(said).toMatchObject({ status: 201, body: { product: 'U-1', mayBeSaid: false } })
    expect(said.body.claims[0]).toMatchObject({ words: '全网最低价', severity: 'block', carried: false })
    const fine = await as(host).post(`${live}/say`, { text: '这把伞有八骨。' })
    expect(fine.body).toMatchObject({ claims: [], mayBeSaid: true })
    const [, first] = await eventsOf('live.said')
    expect(first).toMatchObject({ actor: 'Shen', clause: 'S3', body: { product: 'U-1', 'may-be-said': false } })
  })

  it('pulls the product on air, puts the substitute in its place and holds it, in one action', async () => {
    const body = { product: 'U-1', reason: '观众反映伞骨断裂' }
    const [one, two] = await Promise.all([quality, control].map((who) => as(who).post(`${live}/pull`, body)))
    expect([one?.status, two?.status]).toEqual([200, 200])
    expect([one, two].map((p) => p?.body.onAir.product)).toEqual(['U-4', 'U-4'])
    expect([one, two].map((p) => p?.body.replacedBy).filter(Boolean)).toEqual(['U-4'])
    expect(await eventsOf('live.pulled')).toHaveLength(1)
    const held = (await as(lin).get('/projects/june')).body.plan.holds
    expect(held).toMatchObject([{ product: 'U-1', reason: body.reason, from: '2026-06-06' }])
    const product = (await as(lin).get('/projects/june/products/U-1')).body
    expect(product.state).toBe('open')
    expect(product.findings.map((f: { check: string }) => f.check)).toContain('product.held')
    expect((await show()).slots[0]).toMatchObject({
      product: 'U-4',
      state: 'on-air',
      pulled: ['U-1'],
      substitute: null,
    })
  })

  it('skips a product that was held meanwhile, and leaves a slot empty that nothing can take', async () => {
    await as(quality).post('/projects/june/hold', { product: 'U-2', reason: '待复检' })
    const { title } = (await as(quality).get('/projects/june/products/U-2')).body
    expect((await as(quality).get('/projects/june')).body.named).toMatchObject({ 'U-2': title })
    expect((await as(lin).get('/projects/june/products/U-2')).body.state).toBe('open')
    const before = await show()
    expect(before.slots.map((s: { mayAir: boolean }) => s.mayAir)).toEqual([true, false, true])
    const next = await as(host).post(`${live}/next`, {}, { version: before.version })
    expect(next.body.onAir).toEqual({ slot: 4, product: 'U-3' })
    const bad = await as(control).post(`${live}/pull`, { product: 'U-3', reason: '标签有误', instead: 'U-2' })
    expect(bad).toMatchObject({ status: 400, body: { field: 'instead' } })
    const pulled = await as(control).post(`${live}/pull`, { product: 'U-3', reason: '标签有误' })
    expect(pulled.body).toMatchObject({ onAir: null, next: null, replacedBy: null })
    expect((await as(host).post(`${live}/next`, {}, { version: pulled.body.version })).body).toMatchObject({
      clause: 'S3',
    })
    expect((await as(control).post(`${live}/pull`, { product: 'U-9', reason: 'x' })).status).toBe(404)
  })

  it('records incidents, ends, and takes nothing more', async () => {
    const incident = { kind: 'technical', severity: 'minor', what: '音画不同步', product: 'U-4' }
    expect((await as(host).post(`${live}/incident`, incident)).status).toBe(201)
    const { version } = await show()
    const ended = await as(control).post(`${live}/end`, { remark: '顺利' }, { version })
    expect(ended.body).toMatchObject({ shown: 1, pulled: 2, skipped: 1 })
    expect((await show()).state).toBe('ended')
    expect((await as(host).post(`${live}/say`, { text: '再见' })).body).toMatchObject({ code: 'refused', clause: 'S3' })
    const log = await as(lin).get(`${live}/log?kind=pulled&limit=1`)
    expect(log.body.rows).toHaveLength(1)
    // it is told by its name also when it stands in no slot any more
    expect(log.body.rows[0].title).toEqual(expect.stringMatching(/\S/))
    expect(log.body.rows[0].title).not.toBe(log.body.rows[0].product)
    expect((await as(lin).get(`${live}/log?kind=pulled&limit=1&cursor=${log.body.next}`)).body.rows).toHaveLength(1)
  })

  it('is nothing to another organisation', async () => {
    const other = person('b', 'Mallory', 'owner')
    expect((await as(other).get(live)).status).toBe(404)
    expect((await as(other).post(`${live}/pull`, { product: 'U-4', reason: 'x' })).status).toBe(404)
  })
})
