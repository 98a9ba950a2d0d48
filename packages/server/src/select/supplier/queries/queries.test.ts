import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../../test/support/released-project.ts'
import { testDatabase } from '../../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../../test/support/test-house.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'owner')
const NAME = '示例伞业有限公司'

let as: ReturnType<typeof asking>
beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  as = asking(await testApp(testHouse(db, clock)))
  await as(lin).post('/suppliers', {
    id: 'S-1',
    name: NAME,
    country: 'CN',
    kind: 'manufacturer',
    numbers: [{ country: 'cn', kind: 'uscc', number: '910000000000000018' }],
    brands: [{ brand: 'Lumen', owner: 'Lumen GmbH' }],
  })
  await as(lin).post('/suppliers', { id: 'S-2', name: 'Lumen Trading', country: 'DE', kind: 'trader' })
  await projectWith(as, lin, 'june', [umbrella('U-1', '折叠伞'), umbrella('U-2', '长柄伞')])
  await as(lin).post('/suppliers/S-1/add-authorisation', {
    brand: 'Lumen',
    from: 'Lumen GmbH',
    to: 'Asia Lumen Pte Ltd',
    territory: ['world'],
    channels: ['all'],
    'valid-from': '2026-01-01',
    sublicence: true,
    evidence: 'letter.pdf',
  })
  await as(lin).post('/suppliers/S-1/add-document', {
    type: 'cn-business-licence',
    expires: '2026-06-05',
    says: { name: '另一名称有限公司' },
  })
})
const ids = async (query: string) =>
  (await as(lin).get(`/suppliers?${query}`)).body.rows.map((r: { id: string }) => r.id)

it.each([
  ['q=Lumen', ['S-2']],
  ['country=CN', ['S-1']],
  ['kind=trader', ['S-2']],
  ['decision=none', ['S-2', 'S-1']],
  ['project=june', ['S-1']],
  ['state=open', ['S-1']],
  ['state=passed', []],
  ['owes=supplier', ['S-1']],
  ['lapses-before=2026-06-06', ['S-1']],
  ['lapses-before=2026-06-05', []],
  ['sort=papers', ['S-1', 'S-2']],
])('the list by %s', async (query, expected) => {
  expect(await ids(query)).toEqual(expected)
})

it('a page ends where the next one begins, also by a day that some do not have', async () => {
  const { rows, next } = (await as(lin).get('/suppliers?sort=papers&limit=1')).body
  const { rows: rest } = (await as(lin).get(`/suppliers?sort=papers&limit=1&cursor=${next}`)).body
  expect([...rows, ...rest].map((r: { id: string }) => r.id)).toEqual(['S-1', 'S-2'])
})

it('the review works out numbers, says what lapses before which stream, what differs, and where a chain breaks', async () => {
  const { body } = await as(lin).get('/suppliers/S-1/review')
  // 31 − (40 mod 31) = 22, which is N
  expect(body.numbers).toMatchObject([
    { kind: 'cn uscc', valid: false, digit: { expected: 'N', given: '8' }, computed: { total: '40', remainder: 9 } },
  ])
  // the stream is on 2026-06-06, a day after the licence ends
  expect(body.papers).toMatchObject([
    { kind: 'document', id: 'cn-business-licence', until: '2026-06-05', left: 35, lapsesBefore: ['june'] },
  ])
  expect(body.inconsistencies).toMatchObject([{ field: 'name', found: '另一名称有限公司', expected: NAME }])
  expect(body.chains).toMatchObject([
    {
      brand: 'Lumen',
      market: 'sg',
      project: 'june',
      ok: false,
      links: [{ to: 'Asia Lumen Pte Ltd' }],
      broken: { from: 'Asia Lumen Pte Ltd', to: NAME, fault: 'no-link' },
    },
  ])
  expect(body.decision).toMatchObject({ result: 'rejected' })
  const asOf = (await as(lin).get('/suppliers/S-1/review?project=june')).body
  expect(asOf).toMatchObject({ day: '2026-06-06', documents: [{ state: 'expired', until: '2026-06-05' }] })
})

it('a number is worked out before it is recorded', async () => {
  const { body } = await as(lin).get(
    `/identity-check?${new URLSearchParams({ kind: 'int gtin', number: '6291041500213' })}`,
  )
  expect(body).toMatchObject({ valid: true, computed: { total: '57', modulus: 10, remainder: 7, expected: '3' } })
  expect((await as(lin).get('/identity-check?kind=xx+none&number=1')).status).toBe(400)
})

it('the scorecard adds up what came back, judges lots by their plans, and counts cases by kind', async () => {
  const results = (product: string, counts: object) =>
    as(lin).post('/projects/june/results', { rows: [{ product, counts }] })
  expect((await results('U-1', { orders: 300, returns: 90 })).status).toBe(200)
  await results('U-2', { orders: 100, returns: 10, 'not-as-described': 4 })
  // ISO 2859-1, level II, 500 units: letter H, sample of 50, AQL 2.5: accept 3, refuse 4
  for (const [id, found] of [
    ['L-1', [3]],
    ['L-2', [4]],
    ['L-3', []],
  ])
    await as(lin).post('/projects/june/products/U-1/inspect-lot', { id, units: 500, found })
  const opened = await as(lin).post('/cases', {
    market: 'sg',
    project: 'june',
    product: 'U-1',
    order: { day: '2026-05-01', currency: 'SGD', lines: [{ id: '1', quantity: 1, price: '19.90' }] },
    case: { kind: 'not-as-described', requested: '2026-05-01' },
    buyer: { email: 'buyer@people.example' },
  })
  expect(opened.status).toBe(201)
  const { body } = await as(lin).get('/suppliers/S-1/scorecard')
  expect(body.projects).toMatchObject([
    { project: 'june', products: 2, counts: { orders: 400, returns: 100, 'not-as-described': 4 } },
  ])
  const [returns] = body.indicators.filter((i: { id: string }) => i.id === 'return-rate')
  // Wilson at 95 %: 100 of 400 lies between 0.2101 and 0.2947 (E. B. Wilson 1927), above the hold of 0.20
  expect(returns).toMatchObject({ events: 100, trials: 400, alert: 0.1, hold: 0.2, state: 'hold' })
  expect([returns.low, returns.high].map((n) => n.toFixed(4))).toEqual(['0.2101', '0.2947'])
  expect(body.lots.map((l: { lot: string; verdict: string }) => [l.lot, l.verdict])).toEqual([
    ['L-1', 'accepted'],
    ['L-2', 'refused'],
    ['L-3', 'waiting'],
  ])
  expect(body.cases).toEqual([{ kind: 'not-as-described', count: 1 }])
})
