import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { umbrella } from '../../../test/support/released-project.ts'
import { standIn } from '../../../test/support/standing-in.ts'
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import { asSystem } from '../../platform/database/scope.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection')
const wang = person('a', 'Wang', 'selection', 'legal')

const plan = {
  theme: '雨季居家护理',
  markets: ['sg'],
  date: '2026-06-06',
  language: 'zh',
  slots: 4,
  channels: [
    { id: 'fair', kind: 'fair', name: '广交会' },
    { id: 'referral', kind: 'referral', name: '老客户推荐' },
  ],
}

let db: TestDatabase['db']
let as: ReturnType<typeof asking>
beforeAll(async () => {
  db = (await testDatabase()).db
  await makeOrganisation(db, 'a')
  as = asking(await testApp(testHouse(db, clock)))
  expect((await as(lin).post('/projects', { ...plan, id: 'june' })).status).toBe(201)
}, 60_000)

describe('versions of a plan', () => {
  it('are kept, and two are laid side by side with the gates the change bears on', async () => {
    await as(wang).post('/projects/june/approve', { remark: '同意' }, { version: 1 })
    const revised = { ...plan, markets: ['sg', 'my'], audience: '22–40', changes: ['增加马来西亚市场'] }
    expect((await as(lin).post('/projects/june/revise', revised, { version: 2 })).status).toBe(200)
    const { body } = await as(lin).get('/projects/june/versions?revisions=true')
    expect(body.rows).toMatchObject([
      { by: 'Lin', command: 'project.revise', version: { version: 2, changes: ['增加马来西亚市场'] } },
      { by: 'Wang', command: 'project.approve', version: { version: 1, approved: { by: 'Wang', remark: '同意' } } },
      { by: 'Lin', command: 'project.create', version: { version: 1 } },
    ])
    const [to, , from] = body.rows.map((r: { id: number }) => r.id)
    const compared = await as(lin).get(`/projects/june/compare?from=${from}&to=${to}`)
    // requirements.md, P5: a change re-opens exactly the gates it touches. Markets touch all, the audience the plan alone.
    expect(compared.body).toMatchObject({
      from: { by: 'Lin', version: { version: 1 } },
      to: { by: 'Lin', version: { version: 2 } },
      parts: [
        { part: 'audience', before: null, after: '22–40', reopens: ['plan'] },
        { part: 'markets', before: ['sg'], after: ['sg', 'my'] },
      ],
      reopens: ['plan', 'supplier', 'product', 'cooperation', 'on-air', 'closure'],
    })
    expect((await as(lin).get(`/projects/june/compare?from=${from}&to=999999`)).status).toBe(404)
  })

  it('say who may approve, and why a waiver has no effect', async () => {
    const asked = {
      check: 'product.sample.sealed',
      subject: 'U-1',
      reason: '样品已在途，下周可到',
      until: '2026-12-31',
    }
    await as(lin).post('/projects/june/ask-waiver', asked)
    expect((await as(lin).get('/projects/june')).body).toMatchObject({
      approval: { mine: true, may: false },
      waivers: [{ fault: 'not-granted', mayGrant: false }],
    })
    expect((await as(wang).get('/projects/june')).body).toMatchObject({
      approval: { mine: false, may: true },
      waivers: [{ fault: 'not-granted', mayGrant: true }],
    })
  })

  it('name the duties of the law that a stream confirms', async () => {
    const { duties } = (await as(wang).get('/projects/june')).body
    const { confirm } = duties.find((d: { confirm: string | null }) => d.confirm !== null)
    const { body } = await as(wang).post('/projects/june/confirm-duty', { duty: confirm })
    expect(body.version).toBe(5)
    const after = (await as(wang).get('/projects/june')).body.duties
    expect(after.find((d: { confirm: string }) => d.confirm === confirm).confirmed).toEqual({
      by: 'Wang',
      on: '2026-05-01',
    })
  })
})

describe('what a plan may not say', () => {
  it.each([
    ['markets', { markets: ['zz'] }],
    ['theme-classes', { 'theme-classes': ['no-such-class'] }],
    ['contract-requirements', { 'contract-requirements': ['no.such-clause'] }],
    ['time-zone', { 'time-zone': 'Mars/Olympus' }],
    // qualification.yaml: screening-days 90
    ['screening-days', { 'qualification-tightening': { 'screening-days': 120 } }],
    ['qualification-tightening', { 'qualification-tightening': { documents: [{ 'any-of': ['none'], need: 'must' }] } }],
  ])('%s', async (field, more) => {
    expect(await as(lin).post('/projects', { ...plan, ...more })).toMatchObject({ status: 400, body: { field } })
    expect(await as(lin).post('/projects/june/revise', { ...plan, ...more }, { version: 5 })).toMatchObject({
      status: 400,
      body: { field },
    })
  })

  it('anything new while its stream is on air', async () => {
    await asSystem(db, (tx) =>
      tx
        .insertInto('live_show')
        .values({
          org_id: 'a',
          project_id: 'june',
          version: 1,
          slots: '{}',
          started_by: 'Lin',
          started_at: clock.now,
          ended_at: null,
        })
        .execute(),
    )
    const refused = await as(lin).post('/projects/june/revise', plan, { version: 5 })
    expect(refused).toMatchObject({ status: 409, body: { clause: 'P5' } })
    expect((await as(lin).get('/projects/june')).body.onAir).toBe(true)
  })
})

describe('what a plan asks of suppliers and channels', () => {
  it('is the matrix, tightened', async () => {
    const tightened = { 'qualification-tightening': { 'screening-days': 30, 'should-is-must': true } }
    await as(lin).post('/projects', { ...plan, ...tightened, id: 'strict' })
    const { body } = await as(lin).get('/projects/strict/requirements?country=CN&kind=manufacturer')
    expect(body.screeningDays).toBe(30)
    expect(body.documents.map((d: { need: string }) => d.need)).not.toContain('should')
    const plain = await as(lin).get('/projects/june/requirements?country=CN&kind=manufacturer')
    expect(plain.body.screeningDays).toBe(90)
    // qualification.yaml, row cn
    expect(plain.body.numbers).toContainEqual({
      anyOf: [expect.objectContaining({ id: 'cn uscc' })],
      need: 'must',
      row: 'cn',
    })
  })

  it('a channel is measured by the products that came by it, through their supplier or themselves', async () => {
    await as(lin).post('/suppliers', {
      id: 'S-1',
      name: '示例伞业有限公司',
      country: 'CN',
      kind: 'manufacturer',
      channel: 'fair',
    })
    const listings = [umbrella('U-1', '折叠伞'), umbrella('U-2', '长柄伞'), umbrella('U-3', '雨衣', { seller: '别家' })]
    await as(lin).post('/projects/strict/products', { listings })
    await asSystem(db, async (tx) => {
      const of = (id: string) =>
        tx.updateTable('candidate').where('org_id', '=', 'a').where('project_id', '=', 'strict').where('id', '=', id)
      await standIn(tx, 'passed', { org: 'a', project: 'strict', ids: ['U-1'] })
      await of('U-3')
        .set({ facts: JSON.stringify({ product: 'U-3', channel: 'referral' }) })
        .execute()
      const counts = JSON.stringify({ orders: 200, returns: 9, 'not-as-described': 3 })
      const result = { org_id: 'a', project_id: 'strict', product_id: 'U-1', counts, updated_at: clock.now }
      await tx.insertInto('product_result').values(result).execute()
    })
    const { rows } = (await as(lin).get('/projects/strict/channels')).body
    // one of two products passed; 3 of 200 orders not as described
    expect(rows).toMatchObject([
      { id: 'fair', products: 2, passed: 1, suppliers: 1, orders: 200, yield: 0.5, defects: 0.015 },
      { id: 'referral', products: 1, passed: 0, yield: 0, defects: null },
    ])
    for (const { id, products } of rows)
      expect((await as(lin).get(`/projects/strict/products?channel=${id}`)).body.rows).toHaveLength(products)
  })
})
