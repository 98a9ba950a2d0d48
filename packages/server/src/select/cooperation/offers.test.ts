import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

const lin = person('a', 'Lin', 'selection')
const zhou = person('a', 'Zhou', 'sourcing')
const [qian, sun] = [person('a', 'Qian', 'finance'), person('a', 'Sun', 'finance')]
const sgd = (amount: string) => ({ amount, currency: 'SGD' })
const terms = {
  markets: ['sg'],
  quantity: 100,
  pricing: { type: 'fixed', price: sgd('19.90') },
  delivery: { mode: 'overseas-warehouse-9810', customs: { origin: 'CN', hs: '660191' } },
  settlement: {
    mode: 'commission',
    instrument: 'tt',
    currency: 'CNY',
    'cycle-days': 30,
    invoice: 'commercial',
    'commission-rate': '0.20',
  },
  costs: { 'unit-cost': sgd('6.00') },
  rates: [{ from: 'SGD', to: 'CNY', rate: '5.40', day: '2026-05-18', source: 'the bank' }],
  contract: { 'governing-law': 'cn', text: '本合同最终解释权归乙方所有。' },
}
const at = (sku: string) => `/projects/june/products/${sku}/offer`

type Rung = { price: { minor: number }; margin: { minor: number } }
let as: ReturnType<typeof asking>
beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  as = asking(await testApp(testHouse(db, { now: '2026-05-20T08:00:00.000Z' as Instant })))
  await projectWith(as, lin, 'june', [umbrella('U-1', '折叠伞'), umbrella('U-2', '直柄伞'), umbrella('U-3', '遮阳伞')])
  await as(zhou).put(at('U-1'), terms)
  await as(zhou).put(at('U-2'), { ...terms, pricing: { type: 'flash', price: sgd('7.00') } })
})
const offer = async (sku: string) => (await as(lin).get(at(sku))).body

describe('an offer', () => {
  it('is worked out line by line, each with its arithmetic, those of the law with rule and source', async () => {
    const { markets, day } = await offer('U-1')
    // 19.90 ÷ 1.09 = 18.2569 → 18.26, tax 1.64; 20 % of 19.90 = 3.98; 6.00 + 1.64 + 3.98 = 11.62; 19.90 − 11.62 = 8.28
    const { lines, total, margin, marginRate, floorPrice } = markets[0].cost
    expect(lines.map((l: { id: string; amount: { minor: number } }) => [l.id, l.amount.minor])).toEqual([
      ['goods', 600],
      ['duty', 0],
      ['vat', 164],
      ['commission', 398],
    ])
    expect([total.minor, margin.minor, marginRate]).toEqual([1162, 828, (8.28 / 18.26).toFixed(4)])
    // a price p with p ÷ 1.09 − 0.2 p = 6.00 is 8.3632: 8.36 is left with 7.67 − 1.67 − 6.00 = 0.00, 8.35 with 7.66 − 1.67 − 6.00 < 0
    expect(floorPrice.minor).toBe(836)
    expect(lines[2]).toMatchObject({ rule: 'sg.gst.rate', formula: 'SGD 19.90 − SGD 19.90 ÷ 1.09' })
    expect([day, lines[2].source.length > 0]).toEqual(['2026-06-06', true])
  })

  it('is weighed while it is written: cost, floor and what its type asks for, and nothing is recorded', async () => {
    const weigh = async (more: object) =>
      (await as(zhou).get(`${at('U-1')}/weigh?terms=${encodeURIComponent(JSON.stringify(more))}`)).body
    const before = await offer('U-1')
    const pricing = { type: 'tiered', price: sgd('19.90'), tiers: [{ from: 2, price: sgd('8.30') }] }
    const told = await weigh({ pricing })
    // the floor of these costs is 8.36, as worked out above: a tier at 8.30 is below it
    expect(told.markets[0].cost.floorPrice.minor).toBe(836)
    expect(told.markets[0].findings.map((f: { rule: string }) => f.rule)).toContain('pricing.tier-below-floor')
    expect((await weigh({ pricing: { type: 'tiered' } })).lacks).toMatchObject({ field: 'pricing.price' })
    expect((await weigh([] as object)).lacks.field).toBe('terms')
    expect(await offer('U-1')).toEqual(before)
  })

  it('shows the margin at prices around it, the ways of delivery beside each other, and whose rate of exchange counts', async () => {
    const { markets, fx } = await offer('U-1')
    const [{ ladder, deliveries, cost }] = markets
    const margin = (minor: number) => ladder.find((r: Rung) => r.price.minor === minor)?.margin.minor
    expect([margin(836), margin(1990)]).toEqual([0, 828])
    expect(ladder[0].price.minor).toBeLessThan(836)
    expect(deliveries).toHaveLength(6)
    const chosen = deliveries.find((d: { chosen: boolean }) => d.chosen)
    expect(chosen).toMatchObject({ mode: 'overseas-warehouse-9810', total: cost.total })
    // bonded import is into China alone
    const bonded = deliveries.find((d: { mode: string }) => d.mode === 'bonded-import-1210')
    expect(bonded.findings.map((f: { rule: string }) => f.rule)).toContain('delivery.mode-market')
    expect(fx).toMatchObject({ from: 'SGD', to: 'CNY', day: 'statement', rate: 'SGD→CNY 5.40', given: '2026-05-18' })
  })

  it('has its contract read clause by clause, with fair words for what is unfair or missing', async () => {
    const { clauses } = await offer('U-1')
    const unfair = clauses.filter((c: { state: string }) => c.state === 'unfair')
    expect(unfair.map((c: { id: string }) => c.id)).toEqual(['terms.final-interpretation'])
    expect(unfair[0].spans[0].words).toContain('最终解释权')
    const missing = clauses.filter((c: { state: string }) => c.state === 'missing')
    expect(missing.length).toBeGreaterThan(5)
    expect([...unfair, ...missing].every((c) => c.wording.zh.length > 10 && c.source.length > 0)).toBe(true)
  })

  it('can be tried by other terms, which records nothing', async () => {
    // 25.00 ÷ 1.09 = 22.9358 → 22.94, tax 2.06; 10 % of 25.00 = 2.50; 25.00 − 6.00 − 2.06 − 2.50 = 14.44
    const { status, body } = await as(lin).get(`${at('U-1')}/what-if?price=25.00&commission-rate=0.10`)
    expect([status, body.cost.margin.minor, body.cost.price.minor]).toEqual([200, 1444, 2500])
    expect((await as(lin).get(`${at('U-1')}/what-if?price=8.00`)).body.findings).toContainEqual(
      expect.objectContaining({ rule: 'pricing.below-floor' }),
    )
    expect((await offer('U-1')).markets[0].cost.margin.minor).toBe(828)
    expect((await as(lin).get(`${at('U-1')}/what-if?market=de`)).status).toBe(400)
    expect((await as(lin).get(`${at('U-3')}/what-if`)).status).toBe(404)
  })
})

describe('the offers of a project', () => {
  const listed = async (query = '') =>
    (await as(lin).get(`/projects/june/offers${query}`)).body.rows.map((r: { product: string }) => r.product)

  it('stand with the poorest margin first, and are found by words, state, mode, floor and margin', async () => {
    expect(await listed()).toEqual(['U-2', 'U-1'])
    expect(await listed('?sort=-margin')).toEqual(['U-1', 'U-2'])
    expect(await listed('?q=直柄')).toEqual(['U-2'])
    expect(await listed('?pricing=flash')).toEqual(['U-2'])
    expect(await listed('?delivery=direct-mail-9610')).toEqual([])
    expect(await listed('?belowFloor=true')).toEqual(['U-2'])
    expect(await listed('?belowMargin=0.5')).toEqual(['U-2', 'U-1'])
    expect(await listed('?state=open')).toEqual(['U-2', 'U-1'])
    expect(await listed('?recorded=false')).toEqual(['U-3'])
  })

  it('come page by page', async () => {
    const first = (await as(lin).get('/projects/june/offers?limit=1')).body
    expect(first.rows[0]).toMatchObject({
      product: 'U-2',
      supplierName: '示例伞业有限公司',
      least: { market: 'sg', price: { minor: 700 }, floor: { minor: 836 } },
    })
    expect(await listed(`?limit=1&cursor=${first.next}`)).toEqual(['U-1'])
  })
})

describe('a statement', () => {
  const settle = (by: typeof lin, body: object) => as(by).post(`${at('U-1')}/settle`, body)
  const order = (id: string, day: string) => ({ id, day, quantity: 1, paid: sgd('19.90') })
  const june = { from: '2026-06-01', until: '2026-07-01', orders: [order('A', '2026-06-06'), order('B', '2026-06-07')] }
  const shown = async (number: number) => (await as(lin).get(`${at('U-1')}/settlement?number=${number}`)).body

  it('is worked out from orders and refunds, at the rate of its day, and held against the payer’s', async () => {
    const theirs = [
      { kind: 'commission', order: 'A', amount: sgd('3.98') },
      { kind: 'commission', order: 'B', amount: sgd('3.00') },
    ]
    expect((await settle(zhou, june)).status).toBe(403)
    // 20 % of 19.90 = 3.98, twice 7.96; × 5.40 = 42.984 → 42.98; the cycle of 30 days runs from 30 June
    expect(await settle(qian, { ...june, theirs })).toMatchObject({
      status: 201,
      body: {
        number: 1,
        state: 'differs',
        total: { minor: 796 },
        due: { minor: 4298, currency: 'CNY' },
        dueDay: '2026-07-30',
      },
    })
    const { reconciliation, statement } = await shown(1)
    expect(statement.rate).toBe('SGD→CNY 5.40 (2026-05-18, the bank)')
    expect(reconciliation).toMatchObject({ agrees: false, difference: { minor: -98 } })
    expect(reconciliation.lines.map((l: { state: string }) => l.state)).toEqual(['same', 'differs'])
  })

  it('knows the orders of former periods when they are refunded, and covers no day twice', async () => {
    const refunds = [{ order: 'A', day: '2026-07-03', amount: sgd('19.90') }]
    expect(await settle(qian, { ...june, orders: [] })).toMatchObject({ status: 409, body: { clause: 'I8' } })
    const july = { from: '2026-07-01', until: '2026-08-01', refunds }
    expect(await settle(qian, july)).toMatchObject({ status: 201, body: { number: 2, total: { minor: -398 } } })
    expect(
      (await settle(qian, { from: '2026-08-01', until: '2026-09-01', refunds: [{ ...refunds[0], day: '2026-08-02' }] }))
        .status,
    ).toBe(400)
    expect(
      (await settle(qian, { from: '2026-08-01', until: '2026-09-01', orders: [order('C', '2026-09-09')] })).status,
    ).toBe(400)
  })

  it('counts the orders that were imported into the project, and what went back of them', async () => {
    const csv = `Order ID,Order Status,Seller SKU,Quantity,Deal Price,Currency,Created Time,Return Status,Recipient
E,Completed,U-1,2,39.80,SGD,2026-05-18 20:10,,Tan Mei
F,Completed,U-1,1,19.90,SGD,2026-05-18 20:12,Return/Refund,Lee Kai
G,Canceled,U-1,1,19.90,SGD,2026-05-18 20:13,Cancel,Lee Kai
H,Completed,U-2,1,7.00,SGD,2026-05-18 20:14,,Tan Mei
`
    expect((await as(lin).post('/projects/june/results', { csv })).status).toBe(200)
    const may = { from: '2026-05-01', until: '2026-06-01' }
    const { body } = await as(qian).get(`${at('U-1')}/orders?from=${may.from}&until=${may.until}`)
    expect(body.orders.map((o: { id: string; quantity: number }) => [o.id, o.quantity])).toEqual([
      ['E', 2],
      ['F', 1],
    ])
    // told on the day of the import
    expect(body.refunds).toEqual([{ order: 'F', day: '2026-05-20', amount: { minor: 1990, currency: 'SGD' } }])
    expect(JSON.stringify(body)).not.toMatch(/Tan Mei|Lee Kai/)
    // 20 % of 39.80 = 7.96 and of 19.90 = 3.98, which goes back with its order
    expect(await settle(qian, { ...may, imported: true })).toMatchObject({
      status: 201,
      body: { total: { minor: 796 } },
    })
  })

  it('is agreed by someone else in finance, with a reason where the payer states another sum', async () => {
    const agree = (by: typeof lin, more: object = {}) =>
      as(by).post(`${at('U-1')}/agree-settlement`, { number: 1, ...more })
    expect((await agree(qian)).status).toBe(409)
    expect((await agree(sun)).status).toBe(409)
    expect((await agree(sun, { reason: '差额为平台活动扣点' })).status).toBe(200)
    expect((await agree(sun)).status).toBe(409)
    const { rows } = (await as(lin).get('/projects/june/settlements?state=agreed')).body
    expect(rows).toMatchObject([{ product: 'U-1', number: 1, agreedBy: 'Sun', payee: 'operator' }])
    expect((await as(lin).get('/projects/june/settlements')).body.rows).toHaveLength(3)
  })
})
