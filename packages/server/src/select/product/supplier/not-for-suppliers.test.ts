import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../../test/support/released-project.ts'
import { testDatabase } from '../../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../../test/support/test-house.ts'
import type { Actor } from '../../../platform/commands/actor.ts'

const lin = person('a', 'Lin', 'selection')
const zhou = person('a', 'Zhou', 'sourcing')
const terms = {
  markets: ['sg'],
  quantity: 100,
  pricing: { type: 'fixed', price: { amount: '19.90', currency: 'SGD' } },
  delivery: { mode: 'direct-mail-9610' },
  settlement: { mode: 'commission', instrument: 'tt', currency: 'SGD', 'cycle-days': 30, invoice: 'commercial' },
  costs: { 'unit-cost': { amount: '6.00', currency: 'SGD' }, 'host-commission-rate': '0.08', 'ad-share': '0.05' },
}
const AT = '/projects/june/products'

let as: ReturnType<typeof asking>
let seller: Actor

beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  as = asking(await testApp(testHouse(db, { now: '2026-05-20T08:00:00.000Z' as Instant })))
  await projectWith(as, lin, 'june', [umbrella('U-1', '折叠伞'), umbrella('U-2', '长柄伞')])
  await as(zhou).put(`${AT}/U-1/offer`, terms)
  const { supplier } = (await as(lin).get(`${AT}/U-1`)).body
  seller = { ...person('a', 'Seller', 'supplier'), supplier }
})

describe('what the house reckons for itself', () => {
  it('is seen by the house', async () => {
    const { offer, margin } = (await as(lin).get(`${AT}/U-1`)).body
    expect(offer.costs['host-commission-rate']).toBe('0.08')
    expect(margin).toBeGreaterThan(0)
  })

  it('is not told to the supplier whose product it is, in no form', async () => {
    const product = await as(seller).get(`${AT}/U-1`)
    expect(product).toMatchObject({ status: 200, body: { id: 'U-1', offer: null, margin: null } })
    for (const f of product.body.findings) expect([f.gate === 'cooperation', f.owner]).not.toEqual([true, 'sourcing'])
    for (const path of [AT, `${AT}?q=U-1`, `${AT}?sort=state`]) {
      const { body } = await as(seller).get(path)
      expect(body.rows.length, path).toBeGreaterThan(0)
      for (const row of body.rows) expect(row.margin, path).toBeNull()
    }
    const { rows } = (await as(seller).get('/projects/june/eligibility')).body
    for (const { first } of rows.flatMap((r: { markets: object }) => Object.values(r.markets)))
      expect([first?.gate === 'cooperation', first?.owner]).not.toEqual([true, 'sourcing'])
    expect((await as(seller).get(`${AT}?sort=-margin`)).status).toBe(403)
    for (const { gates } of [product.body, ...(await as(seller).get(AT)).body.rows]) {
      expect(gates).toHaveProperty('product')
      expect(gates).not.toHaveProperty('cooperation')
    }
    expect((await as(seller).get(`${AT}/U-1/suggested-role`)).status).toBe(403)
  })

  it('nor the role a person has fixed for it', async () => {
    const { version } = (await as(lin).get(`${AT}/U-2`)).body
    const fixed = await as(lin).post(`${AT}/U-2/fix-role`, { role: 'profit' }, { version })
    expect(fixed.status).toBe(200)
    expect((await as(lin).get(`${AT}/U-2`)).body).toMatchObject({ role: 'profit', facts: { role: { by: 'Lin' } } })
    const { role, facts } = (await as(seller).get(`${AT}/U-2`)).body
    expect([role, facts.product, facts.role]).toEqual([null, 'U-2', undefined])
  })

  it('is not told by what a filter leaves either', async () => {
    const filters = [
      'check=offer.price.above-floor',
      'gate=cooperation&gateState=open',
      'clause=I6',
      'owner=finance',
      'owes=sourcing',
      'role=profit',
    ]
    for (const filter of filters)
      for (const path of [AT, '/projects/june/product-count', '/projects/june/eligibility']) {
        expect([path, filter, (await as(seller).get(`${path}?${filter}`)).status]).toEqual([path, filter, 403])
        expect((await as(lin).get(`${path}?${filter}`)).status).toBe(200)
      }
    for (const own of ['check=product.sample.sealed', 'owes=supplier', 'gate=product&gateState=open', 'clause=I4'])
      expect([own, (await as(seller).get(`${AT}?${own}`)).status]).toEqual([own, 200])
  })
})
