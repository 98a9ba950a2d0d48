import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection')
const chen = person('a', 'Chen', 'quality')
const channels = [
  { id: 'fair', kind: 'fair', name: '供货会' },
  { id: 'keys', kind: 'api', name: '接口' },
]
let as: ReturnType<typeof asking>

beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  as = asking(await testApp(testHouse(db, clock)))
  await projectWith(
    as,
    lin,
    'june',
    [
      umbrella('U-1', '晴雨两用折叠伞'),
      umbrella('U-2', '全网最低价的折叠伞', { price: { minor: 990, currency: 'SGD' } }),
      umbrella('U-3', '维生素软糖', { category: ['食品'], price: { minor: 2_990, currency: 'SGD' } }),
    ],
    { channels, markets: ['sg', 'de'] },
  )
}, 60_000)

const ids = async (asked: string) =>
  (await as(lin).get(`/projects/june/products?${asked}`)).body.rows.map((r: { id: string }) => r.id)
const product = async (id: string) => (await as(lin).get(`/projects/june/products/${id}`)).body
const send = (actor: typeof lin, id: string, verb: string, body: object, version?: number) =>
  as(actor).post(`/projects/june/products/${id}/${verb}`, body, version === undefined ? {} : { version })

it('R4 · a listing with a card number is not nominated, its field named; one with a long code is', async () => {
  const nominate = (...listings: object[]) => as(lin).post('/projects/june/products', { listings })
  const card = '4111 1111 1111 1111'
  const refused = await nominate(
    umbrella('4111111111111111', '伞'),
    umbrella('P-2', '伞', { description: `付款 ${card}` }),
  )
  expect(refused).toMatchObject({ status: 400, body: { field: 'listings[1].description', clause: 'R4' } })
  expect((await as(lin).get('/projects/june/products/P-2')).status).toBe(404)
})

describe('the list of candidates', () => {
  it('is sorted and paged by price, either way', async () => {
    expect(await ids('sort=price')).toEqual(['U-2', 'U-1', 'U-3'])
    const first = (await as(lin).get('/projects/june/products?sort=-price&limit=2')).body
    expect(first.rows.map((r: { id: string }) => r.id)).toEqual(['U-3', 'U-1'])
    expect(await ids(`sort=-price&limit=2&cursor=${first.next}`)).toEqual(['U-2'])
    for (const sort of ['themeFit', '-themeFit', 'margin', '-margin', '-added', 'state'])
      expect((await ids(`sort=${sort}`)).toSorted()).toEqual(['U-1', 'U-2', 'U-3'])
  })

  it('is narrowed by price, claims and market, and counted so', async () => {
    const asked = {
      'currency=SGD&priceFrom=10&priceTo=20.00': ['U-1'],
      'claims=with': ['U-2'],
      'role=none': ['U-1', 'U-2', 'U-3'],
      'channel=none': ['U-1', 'U-2', 'U-3'],
      'channel=fair': [],
      'q=软糖': ['U-3'],
    }
    for (const [filter, expected] of Object.entries(asked)) {
      expect([filter, (await ids(filter)).toSorted()]).toEqual([filter, expected])
      expect((await as(lin).get(`/projects/june/product-count?${filter}`)).body).toEqual({
        count: expected.length,
        more: false,
      })
    }
    const states = ['passed', 'conditional', 'open'] as const
    const counts = await Promise.all(
      states.map(async (s) => (await ids(`market=de&marketState=${s}`)).length as number),
    )
    expect(counts.reduce((a, b) => a + b)).toBe(3)
    expect((await as(lin).get('/projects/june/product-count')).body).toEqual({ count: 3, more: false })
  })

  it('finds by words only what whoever asks may see', async () => {
    const find = async (actor: typeof lin) => (await as(actor).get('/projects/june/products?q=折叠伞')).body.rows.length
    const { supplier } = await product('U-1')
    const of = (id: string) => ({ ...person('a', 'S', 'supplier'), supplier: id })
    expect([await find(lin), await find(of(supplier)), await find(of('S-other'))]).toEqual([2, 2, 0])
    expect(await find(person('b', 'Eve', 'owner'))).toBe(0)
  })

  it('asks for the currency of a price', async () => {
    expect(await as(lin).get('/projects/june/products?priceFrom=10')).toMatchObject({
      status: 400,
      body: { field: 'currency' },
    })
  })

  it('takes a class with its narrower ones', async () => {
    const found = (await product('U-1')).class as string
    expect(await ids(`class=${found.split('.')[0]}`)).toContain('U-1')
    expect(await ids('class=none')).not.toContain('U-1')
  })
})

describe('a candidate (P2)', () => {
  it('keeps the channel it came by; one that the plan has not is refused by name', async () => {
    const nominate = (sku: string, channel?: string, by = lin) =>
      as(by).post('/projects/june/products', {
        listings: [umbrella(sku, `伞 ${sku}`)],
        ...(channel ? { channel } : {}),
      })
    expect((await nominate('C-1', 'fair')).status).toBe(201)
    expect((await nominate('C-2', undefined, { ...lin, scopes: ['write'] })).status).toBe(201)
    expect(await nominate('C-3', 'market stall')).toMatchObject({ status: 400, body: { field: 'channel' } })
    expect([await ids('channel=fair'), await ids('channel=keys')]).toEqual([['C-1'], ['C-2']])
    expect((await product('C-1')).facts).toMatchObject({ channel: 'fair' })
  })
})

describe('what two people overwrite', () => {
  it.each([
    ['fix-class', { class: 'household' }],
    ['fix-role', { role: 'hero' }],
    ['describe', { model: 'M-1' }],
    ['edit-listing', { title: '伞' }],
  ])('%s asks for the version that was seen, and tells what has changed since', async (verb, body) => {
    expect((await send(lin, 'U-3', verb, body)).status).toBe(428)
    const { version } = await product('U-3')
    expect((await send(lin, 'U-3', verb, body, version)).status).toBe(200)
    expect(await send(lin, 'U-3', verb, body, version)).toMatchObject({
      status: 412,
      body: { code: 'stale', version: version + 1, changes: [{ actor: 'Lin' }] },
    })
  })
})

describe('a claim (R3)', () => {
  it('stands with its place, its evidence and a fair wording; a text without it makes it no longer', async () => {
    const { claims } = (await as(lin).get('/projects/june/products/U-2/review')).body
    expect(claims[0]).toMatchObject({ field: 'title', words: '全网最低价', from: 0, to: 5 })
    expect(claims[0].held).not.toBe('held')
    expect(claims[0].softer).toEqual(expect.any(String))
    expect(Object.keys(claims[0].markets)).toEqual(['sg', 'de'])
    const { version } = await product('U-2')
    expect((await send(lin, 'U-2', 'edit-listing', { title: '折叠伞' }, version)).status).toBe(200)
    expect((await as(lin).get('/projects/june/products/U-2/review')).body.claims).toEqual([])
    expect(await ids('q=全网最低')).toEqual([])
  })
})

describe('the review of a product', () => {
  it('gives class and theme with reasons, and what each market asks with what is there', async () => {
    await send(lin, 'U-1', 'fix-class', { class: 'toys', traits: [] }, (await product('U-1')).version)
    const before = (await as(lin).get('/projects/june/products/U-1/review')).body
    expect(before.class).toMatchObject({ id: 'toys', fixed: true, reason: { zh: '由人确定' } })
    expect(before.themeFit.reasons.length).toBeGreaterThan(0)
    const de = before.markets.find((m: { market: string }) => m.market === 'de')
    // Directive 2009/48/EC: toys carry CE marking with a declaration of conformity
    const ce = de.certificates.find((c: { type: { id: string } }) => /toy|ce|declaration/.test(c.type.id))
    expect(ce).toMatchObject({ held: 'missing', by: [] })
    const paper = { type: ce.type.id, number: 'N-1', expires: '2026-12-31' }
    expect((await send(chen, 'U-1', 'add-certificate', paper)).status).toBe(200)
    const after = (await as(lin).get('/projects/june/products/U-1/review')).body
    const same = (c: { rule: string }) => c.rule === ce.rule
    expect(after.markets.find((m: { market: string }) => m.market === 'de').certificates.find(same)).toMatchObject({
      held: 'held',
      by: [0],
    })
    const labels = de.labels.flatMap((l: { statements: object[] }) => l.statements)
    expect(labels.length).toBeGreaterThan(0)
    expect(labels.every((s: { held: boolean }) => s.held === false)).toBe(true)
  })

  it('puts bulk goods beside the sealed sample (R1)', async () => {
    for (const step of [
      { state: 'requested' },
      { state: 'shipped' },
      { state: 'received' },
      { state: 'examined' },
      {
        state: 'sealed',
        'seal-number': 'F-9',
        measured: [
          { attribute: '伞重', value: 200, unit: 'g' },
          { attribute: '颜色', value: '藏青' },
        ],
      },
    ])
      expect((await send(chen, 'U-1', 'hand-over-sample', { sample: 'S1', ...step })).status).toBe(200)
    const measured = [{ attribute: '伞重', value: 180, unit: 'g' }]
    expect((await send(chen, 'U-1', 'inspect-lot', { id: 'L1', units: 500, measured })).status).toBe(200)
    const { compared, tolerance } = (await as(lin).get('/projects/june/products/U-1/review')).body
    expect(tolerance).toBe(0.05)
    // 20 g of 200 g are 10 %
    expect(compared).toEqual([
      {
        sample: 'S1',
        seal: 'F-9',
        lot: 'L1',
        attributes: [
          { attribute: '伞重', sealed: '200 g', bulk: '180 g', off: 0.1, differs: true },
          { attribute: '颜色', sealed: '藏青', bulk: '', off: null, differs: true },
        ],
      },
    ])
  })
})

describe('several products at once', () => {
  const each = (...some: string[]) => some.map((id) => ({ product: id }))

  it('are asked for samples, once each', async () => {
    const ask = () =>
      as(lin).post('/projects/june/products/request-sample', { each: each('U-1', 'U-2', 'U-3'), input: {} })
    const first = (await ask()).body
    // U-1 has a sealed sample
    expect([first.done, first.refused].map((l) => l.map((r: { id: string }) => r.id))).toEqual([
      ['U-2', 'U-3'],
      ['U-1'],
    ])
    expect((await ask()).status).toBe(409)
    expect((await product('U-2')).facts.samples[0].history).toMatchObject([{ state: 'requested', by: 'Lin' }])
  })

  it('are held', async () => {
    const answer = await as(lin).post('/projects/june/products/hold', {
      each: each('U-2', 'U-3'),
      input: { reason: '待查' },
    })
    expect(answer.body.done.map((r: { answer: { state: string } }) => r.answer.state)).toEqual(['open', 'open'])
    expect((await ids('check=product.held')).toSorted()).toEqual(['U-2', 'U-3'])
  })
})

it('a price that changes stays on record, with the lowest of the 30 days before the stream (I3, I6)', async () => {
  const change = async (at: string, minor: number) => {
    clock.now = at as Instant
    const { version } = await product('U-1')
    const done = await send(lin, 'U-1', 'edit-listing', { price: { minor, currency: 'EUR' } }, version)
    expect(done.status).toBe(200)
  }
  await change('2026-05-02T08:00:00.000Z', 1_200)
  await change('2026-05-20T08:00:00.000Z', 1_500)
  const { listing, lowest } = (await as(lin).get('/projects/june/products/U-1/prices')).body
  expect(listing).toEqual([
    { from: '2026-05-01T08:00:00.000Z', until: '2026-05-02T08:00:00.000Z', price: { minor: 1_990, currency: 'SGD' } },
    { from: '2026-05-02T08:00:00.000Z', until: '2026-05-20T08:00:00.000Z', price: { minor: 1_200, currency: 'EUR' } },
    { from: '2026-05-20T08:00:00.000Z', until: null, price: { minor: 1_500, currency: 'EUR' } },
  ])
  // the stream is on 6 June: 30 days before are from 7 May, when 12.00 stood
  expect(lowest.find((l: { market: string }) => l.market === 'de')).toMatchObject({
    of: 'listing',
    days: 30,
    since: '2026-05-07',
    price: { minor: 1_200, currency: 'EUR' },
    whole: true,
  })
})

it('a role is suggested from figures, with reasons (I5)', async () => {
  const { role, reason, scores, compared } = (await as(lin).get('/projects/june/products/U-1/suggested-role')).body
  expect(scores).toHaveLength(8)
  expect(role).toBe(scores.toSorted((a: { score: number }, b: { score: number }) => b.score - a.score)[0].role)
  expect([reason.zh.length > 3, compared]).toEqual([true, 5])
})

it('eligibility tells the state of each product in each market, and what stops it there first', async () => {
  const { rows } = (await as(lin).get('/projects/june/eligibility')).body
  for (const row of rows) {
    const { findings, markets } = await product(row.id)
    for (const [market, cell] of Object.entries<{ state: string; first: { market?: string } | null; blocks: number }>(
      row.markets,
    )) {
      expect(cell.state).toBe(markets[market])
      const holding = findings.filter(
        (f: { severity: string; market?: string }) => f.severity === 'block' && (!f.market || f.market === market),
      )
      expect(cell.blocks).toBe(holding.length)
      if (cell.first) expect(findings).toContainEqual(cell.first)
    }
  }
  expect(rows.map((r: { id: string }) => r.id).toSorted()).toEqual((await ids('limit=50')).toSorted())
})
