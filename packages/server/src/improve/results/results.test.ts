import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, expect, test } from 'vitest'
import { projectWith, release, umbrella } from '../../../test/support/released-project.ts'
import { standIn } from '../../../test/support/standing-in.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import type { Db } from '../../platform/database/open-database.ts'
import { asSystem } from '../../platform/database/scope.ts'

const lin = person('a', 'Lin', 'selection')

let db: Db
let as: ReturnType<typeof asking>
beforeAll(async () => {
  db = (await testDatabase()).db
  await makeOrganisation(db, 'a')
  as = asking(await testApp(testHouse(db, { now: '2026-06-08T08:00:00.000Z' as Instant })))
  const products = ['U-1', 'U-2', 'U-3', 'U-4'].map((sku) => umbrella(sku, `伞 ${sku}`))
  await projectWith(as, lin, 'june', products)
  await release(db, 'a', 'june', [{ product: 'U-1' }, { product: 'U-2' }, { product: 'U-3' }])
}, 60_000)
const get = async (url: string) => (await as(lin).get(`/projects/june${url}`)).body

test('orders come back as the shop exports them: added up, amounts kept, nothing of the buyers', async () => {
  const csv =
    'Order ID,Order Status,Seller SKU,Quantity,SKU Subtotal After Discount,Recipient,Phone #\n' +
    'A,Completed,U-1,2,SGD 39.80,Tan Mei,91234567\nB,Completed,U-1,1,SGD 19.90,Lee Kai,98765432\nC,Completed,X-9,1,SGD 1.00,Lee Kai,98765432\n'
  const { status, body } = await as(lin).post('/projects/june/results', { csv })
  expect(status, JSON.stringify(body)).toBe(200)
  expect(body).toMatchObject({
    imported: 1,
    personal: ['Recipient', 'Phone #'],
    rejected: [{ row: 4, field: 'product' }],
    totals: { orders: 2, units: 3, returns: 0, cancelled: 0 },
  })
  const { rows } = await get('/results')
  // 39.80 + 19.90
  expect(rows).toMatchObject([{ product: 'U-1', slot: 1, sales: { minor: 5970, currency: 'SGD' } }])
  const { rows: events } = (await as(lin).get('/events?type=results.imported')).body
  expect(JSON.stringify(events)).not.toMatch(/Tan Mei|91234567/)
})

test('what sold is told by product and slot, each against all the others', async () => {
  const rows = [
    { product: 'U-1', counts: { orders: 200, clicks: 1000 } },
    { product: 'U-2', counts: { orders: 20, clicks: 1000 } },
    { product: 'U-3', counts: { orders: 1, clicks: 10 } },
  ]
  await as(lin).post('/projects/june/results', { rows })
  const { groups, totals, conversion, sales } = await get('/results/groups?by=product')
  expect(conversion).toEqual(['orders', 'clicks'])
  expect(totals).toMatchObject({ orders: 221, clicks: 2010 })
  expect(sales).toEqual([{ minor: 5970, currency: 'SGD' }])
  // 200 of 1000 against 21 of 1010
  expect(groups[0]).toMatchObject({ key: 'U-1', compared: { share: 0.2, rest: 21 / 1010, verdict: 'better' } })
  expect(groups[1].compared.verdict).toBe('worse')
  expect(groups[2].compared.verdict).toBe('not-clear')
  const slots = await get('/results/groups?by=slot')
  expect(slots.groups.map((g: { key: string }) => g.key)).toEqual(['1', '2', '3'])
  expect((await get('/results?slot=2')).rows).toMatchObject([{ product: 'U-2' }])
})

test('the next lineup keeps, rests and tries within the limit', async () => {
  await asSystem(db, (tx) => standIn(tx, 'open', { org: 'a', project: 'june', ids: ['U-3'] }))
  const next = await get('/suggestions/next-lineup')
  // four slots: a fifth of them is none
  expect(next).toMatchObject({ trials: 0, of: ['orders', 'clicks'], whole: { events: 221, trials: 2010 } })
  expect(next.proposed.map((p: { product: string; proposal: string }) => [p.product, p.proposal])).toEqual([
    // a gate of it is open
    ['U-3', 'stop'],
    ['U-1', 'keep'],
    ['U-2', 'rest'],
  ])
  expect(next.uplift.change).toBeCloseTo(0.18, 10)
})
