import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, release, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

const clock = { now: '2026-06-08T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection')
const he = person('a', 'He', 'quality')
const fa = person('a', 'Fa', 'legal')
const qin = person('a', 'Qin', 'service')
const kong = person('a', 'Kong', 'live-control')

let as: ReturnType<typeof asking>
beforeAll(async () => {
  const { db } = await testDatabase()
  for (const org of ['a', 'b']) await makeOrganisation(db, org)
  as = asking(await testApp(testHouse(db, clock)))
  const listings = ['U-1', 'U-2', 'U-3'].map((sku) => umbrella(sku, `折叠伞 ${sku}`))
  await projectWith(as, lin, 'june', listings)
  await projectWith(as, lin, 'july', [umbrella('U-1', '折叠伞'), umbrella('U-4', '长柄伞')], { date: '2026-07-04' })
  await release(db, 'a', 'july', [{ product: 'U-1', substitute: 'U-4' }])
  await as(kong).post('/projects/july/live/start', {})
  await as(kong).post('/projects/july/live/next', {}, { version: 1 })
}, 60_000)

const back = (rows: object[]) => as(qin).post('/projects/june/results', { rows })
const alerts = async (query = '') => (await as(he).get(`/alerts?${query}`)).body.rows
/** 60 of 200 come back: Wilson's bounds at 95 % are 24.07 and 36.68 %, beyond the 20 % that call for a hold. */
const U1 = { product: 'U-1', counts: { orders: 200, returns: 60, ratings: 50, 'low-ratings': 2 } }
/** 1 of 3: 6.15 to 79.2 %, which says nothing yet. */
const U2 = { product: 'U-2', counts: { orders: 3, returns: 1 } }

describe('what comes back from a stream', () => {
  it('is added up for the project, told by product, and opens alerts where it is loud', async () => {
    const done = await back([U1, U2, { product: 'U-9', counts: { orders: 1 } }])
    expect(done.body).toMatchObject({
      imported: 2,
      rejected: [{ row: 3, field: 'product' }],
      totals: { orders: 203, returns: 61, ratings: 50, 'low-ratings': 2 },
      alerts: 2,
    })
    const [one] = (await as(lin).get('/projects/june/results?sort=-orders')).body.rows
    const reading = one.indicators.find((i: { id: string }) => i.id === 'return-rate')
    expect(reading).toMatchObject({ state: 'hold', events: 60, trials: 200, low: expect.closeTo(0.2407, 3) })
    expect((await as(lin).get('/projects/june')).body.plan.results).toEqual(done.body.totals)
    const open = await alerts('state=open')
    expect(open.map((a: { product: string | null }) => a.product).sort()).toEqual(['U-1', null])
    expect(open[0]).toMatchObject({ indicator: 'return-rate', level: 'hold', owner: 'service', due: '2026-06-08' })
  })

  it('opens no alert twice, and a new one once the first is closed', async () => {
    expect((await back([U1])).body.alerts).toBe(0)
    const [one] = await alerts('product=U-1')
    expect((await alerts(`id=${one.id}`)).map((a: { id: string }) => a.id)).toEqual([one.id])
    const { version } = (await as(he).post(`/alerts/${one.id}/acknowledge`, {})).body
    expect((await as(he).post(`/alerts/${one.id}/close`, { reason: '短' }, { version })).status).toBe(400)
    const reason = '伞骨供应批次不良，已退回并复检'
    expect((await as(he).post(`/alerts/${one.id}/close`, { reason }, { version })).status).toBe(200)
    expect((await as(he).post(`/alerts/${one.id}/acknowledge`, {})).body.code).toBe('refused')
    expect((await back([U1])).body.alerts).toBe(1)
  })

  it('reads a list as a shop system writes it, and names the rows that are wrong', async () => {
    const csv = '货号,支付订单数,退货数,差评数,评价数\nU-3,"1,000",20,1,9\nU-2,x,1,0,0\nU-3,5,1,0,0\nU-1,10,11,0,0\n'
    const { body } = await as(lin).post('/projects/june/results', { csv })
    expect(body).toMatchObject({ imported: 1, ignored: [], totals: { orders: 1203 } })
    expect(body.rejected.map((r: { row: number; field: string }) => [r.row, r.field])).toEqual([
      [3, 'orders'],
      [4, 'product'],
      [5, 'returns'],
    ])
    const none = await as(lin).post('/projects/june/results', { csv: '货号,订单数\nX,1\n' })
    expect(none).toMatchObject({ status: 400, body: { field: 'csv' } })
  })

  it('counts a case at once, where the organisation warns earlier than the standard', async () => {
    const set = (value: object) =>
      as(person('a', 'Zhou', 'owner')).put('/settings/limits/risk', {
        value,
        from: clock.now.slice(0, 10),
        reason: '首月从严',
      })
    expect((await set({ 'return-rate': { alert: '0.5' } })).body).toMatchObject({
      code: 'bad-input',
      field: 'return-rate.alert',
    })
    expect((await set({ 'not-as-described-rate': { alert: '0', hold: '0.03' } })).status).toBe(200)
    const order = {
      day: '2026-06-06',
      delivered: '2026-06-07',
      currency: 'SGD',
      lines: [{ id: '1', quantity: 1, price: '19.90' }],
    }
    const opened = await as(qin).post('/cases', {
      market: 'sg',
      project: 'june',
      product: 'U-3',
      order,
      case: { kind: 'not-as-described', requested: '2026-06-08' },
      buyer: { email: 'tan@people.example' },
    })
    expect(opened.status, JSON.stringify(opened.body)).toBe(201)
    expect((await alerts('product=U-3'))[0]).toMatchObject({
      indicator: 'not-as-described-rate',
      level: 'alert',
      reading: { events: 1, trials: 1000 },
      due: '2026-06-11',
    })
  })
})

describe('the register', () => {
  it('rates risks by the share of products and suppliers that show a sign', async () => {
    const { body } = await as(lin).get('/projects/june/risks')
    // three products and their supplier; every supplier check stands open for a seller without a record
    expect(body.subjects).toBe(4)
    const unqualified = body.risks.find((r: { id: string }) => r.id === 'unqualified-supplier')
    expect(unqualified).toMatchObject({ subjects: 1, likelihood: 4, impact: 4, score: 16, level: 'critical' })
    expect(body.indicators.find((i: { id: string }) => i.id === 'not-as-described-rate').alert).toBe('0')
    const scores = body.risks.map((r: { score: number }) => r.score)
    expect(scores).toEqual(scores.toSorted((x: number, y: number) => y - x))
  })
})

describe('a recall', () => {
  const reason = '伞骨断裂可能划伤，停止销售并召回'
  it('takes the goods off every project and stream, and lists what they touch', async () => {
    const done = await as(he).post('/recalls', { sought: { sku: 'U-1' }, reason })
    expect(done, JSON.stringify(done.body)).toMatchObject({
      status: 201,
      body: {
        products: [
          { project: 'july', product: 'U-1', held: true },
          { project: 'june', product: 'U-1', held: true },
        ],
      },
    })
    for (const project of ['june', 'july'])
      expect((await as(lin).get(`/projects/${project}/products/U-1`)).body.state).toBe('open')
    const desk = (await as(kong).get('/projects/july/live')).body
    expect(desk.slots[0]).toMatchObject({ product: 'U-4', state: 'on-air', pulled: ['U-1'] })
    const got = (await as(qin).get(`/recalls/${done.body.id}`)).body
    expect(got.products).toMatchObject([
      { project: 'july', held: true, orders: 0 },
      { project: 'june', held: true, orders: 200 },
    ])
    // why it is held is read by people: it tells no id
    const held = (await as(he).get('/holds?project=june&q=召回')).body.rows
    expect(held).toMatchObject([{ product: 'U-1', reason: `召回 recall: ${reason}` }])
    const events = (await as(lin).get('/events?type=recall.opened')).body.rows
    expect(events[0].body).toMatchObject({ sought: { sku: 'U-1' }, reason })

    const close = (who: typeof he) =>
      as(who).post(`/recalls/${done.body.id}/close`, { outcome: '已全部召回并销毁' }, { version: 1 })
    expect((await close(he)).body).toMatchObject({ code: 'refused', clause: 'S2' })
    expect((await close(fa)).status).toBe(200)
    expect((await as(fa).get('/recalls?state=open')).body.rows).toEqual([])
  })

  it('of goods that nobody has is refused, and of another organisation is not seen', async () => {
    expect((await as(he).post('/recalls', { sought: { sku: 'X' }, reason })).status).toBe(404)
    const other = person('b', 'Eve', 'owner')
    expect((await as(other).post('/recalls', { sought: { sku: 'U-1' }, reason })).status).toBe(404)
    expect((await as(other).get('/alerts')).body.rows).toEqual([])
  })
})

describe('what stands behind the register', () => {
  it('names the subjects that show a sign, each with its finding', async () => {
    const { body } = await as(lin).get('/projects/june/risks/unqualified-supplier')
    expect(new Set(body.rows.map((r: { subject: string }) => r.subject)).size).toBe(1)
    expect(body.rows[0]).toMatchObject({ kind: 'supplier', finding: { severity: 'block' } })
    expect((await as(lin).get('/projects/june/risks/moon')).status).toBe(404)
  })
  it('comes page by page, whole, each once', async () => {
    const path = '/projects/june/risks/unlike-sample'
    const whole = (await as(lin).get(path)).body.rows
    expect(whole.length).toBeGreaterThan(2)
    for (const sort of ['kind', '-title']) {
      const rows: object[] = []
      for (let cursor = ''; ; ) {
        const { body } = await as(lin).get(`${path}?limit=1&sort=${sort}${cursor}`)
        rows.push(...body.rows)
        if (body.next === null) break
        cursor = `&cursor=${body.next}`
      }
      const told = (all: object[]) => all.map((r) => JSON.stringify(r)).toSorted()
      expect(told(rows)).toEqual(told(whole))
    }
  })
  it('keeps what the indicators have read', async () => {
    const { indicators } = (await as(lin).get('/projects/june/risks')).body
    const rate = indicators.find((i: { id: string }) => i.id === 'return-rate')
    // every import reads once, all at the moment the clock stands at: one line of one point
    expect(rate.history).toMatchObject([{ events: 61, trials: 203 }])
  })
})

describe('one switch', () => {
  it('shows what it will touch, then takes the goods off every project and stream', async () => {
    const before = (await as(he).get('/recall-preview?sku=U-4')).body.products
    expect(before).toMatchObject([{ project: 'july', product: 'U-4', held: false, slots: [1], onAir: true }])
    expect((await as(qin).post('/holds', { sought: { sku: 'U-4' }, reason: '伞柄脱落，待查' })).status).toBe(403)
    const done = await as(kong).post('/holds', { sought: { sku: 'U-4' }, reason: '伞柄脱落，待查' })
    expect(done.body).toEqual({ products: [{ project: 'july', product: 'U-4', held: true }] })
    const desk = (await as(kong).get('/projects/july/live')).body
    expect(desk.slots[0]).toMatchObject({ state: 'pulled', pulled: ['U-1', 'U-4'] })
    const held = (await as(he).get('/holds?project=july')).body.rows
    expect(held.map((h: { product: string; by: string }) => [h.product, h.by])).toContainEqual(['U-4', 'Kong'])
    expect((await as(he).get('/holds?project=july&limit=1&sort=-from&q=脱落')).body).toMatchObject({
      rows: [{ product: 'U-4', reason: '伞柄脱落，待查' }],
      next: null,
    })
    expect((await as(he).get('/holds?q=nothing-such')).body.rows).toEqual([])
    expect((await as(person('b', 'Eve', 'owner')).get('/recall-preview?sku=U-4')).body.products).toEqual([])
  })
})

describe('a hold that is over', () => {
  const until = (day: string) => ({ product: 'U-2', reason: '抽查三日', until: day })
  it('is no hold any more: not listed, not told of goods to be stopped, and lifted by nobody', async () => {
    await as(he).post('/projects/june/hold', until('2026-06-08'))
    expect((await as(he).get('/holds?project=june&q=抽查')).body.rows).toEqual([])
    expect((await as(he).get('/recall-preview?sku=U-2')).body.products).toMatchObject([{ product: 'U-2', held: false }])
    expect((await as(fa).post('/projects/june/lift-hold', { product: 'U-2' })).status).toBe(404)
  })
  it('does not keep who set it from lifting the hold of another, and stays on record', async () => {
    await as(fa).post('/projects/june/hold', until('2026-06-09'))
    expect((await as(he).get('/holds?project=june&q=抽查')).body.rows).toMatchObject([{ by: 'Fa' }])
    expect((await as(he).post('/projects/june/lift-hold', { product: 'U-2' })).status).toBe(200)
    const { holds } = (await as(lin).get('/projects/june')).body.plan
    expect(holds).toContainEqual(expect.objectContaining({ product: 'U-2', by: 'He', until: '2026-06-08' }))
  })
})
