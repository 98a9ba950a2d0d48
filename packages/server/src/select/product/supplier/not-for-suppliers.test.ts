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
    expect((await as(seller).get(`${AT}/U-1/suggested-role`)).status).toBe(403)
  })
})
