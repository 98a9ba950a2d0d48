import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/released-project.ts'
import { testDatabase } from '../../../test/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/test-house.ts'

const lin = person('a', 'Lin', 'selection')
const zhou = person('a', 'Zhou', 'sourcing')
const wang = person('a', 'Wang', 'legal')

const contract = { 'governing-law': 'sg', text: 'Risk passes to the operator on dispatch.' }
const terms = {
  markets: ['sg'],
  quantity: 100,
  pricing: { type: 'fixed', price: { amount: '19.90', currency: 'SGD' } },
  delivery: { mode: 'direct-mail-9610' },
  settlement: { mode: 'commission', instrument: 'tt', currency: 'SGD', 'cycle-days': 30, invoice: 'commercial' },
  costs: { 'unit-cost': { amount: '6.00', currency: 'SGD' } },
  contract,
}
const deviation = { clause: 'risk.passing', reason: 'the supplier insures the way' }
const OFFER = '/projects/june/products/U-1/offer'

let as: ReturnType<typeof asking>
beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  as = asking(await testApp(testHouse(db, { now: '2026-05-20T08:00:00.000Z' as Instant })))
  await projectWith(as, lin, 'june', [umbrella('U-1', '折叠伞')])
})

const deviations = async () => (await as(lin).get('/projects/june/products/U-1')).body.offer.contract.deviations

describe('a deviation from the clause library', () => {
  it('does not come with the terms, approved by whoever they name', async () => {
    const signed = { ...deviation, 'asked-by': 'Zhou', 'approved-by': 'Wang' }
    const smuggled = await as(zhou).put(OFFER, { ...terms, contract: { ...contract, deviations: [signed] } })
    expect(smuggled).toMatchObject({ status: 400, body: { code: 'bad-input', field: 'contract' } })
    expect((await as(zhou).put(OFFER, terms)).status).toBe(201)
    expect(await deviations()).toEqual([])
  })

  it('is asked for by one person, approved by another, and stays when terms are recorded anew', async () => {
    await as(wang).post(`${OFFER}/ask-deviation`, deviation)
    expect(await as(wang).post(`${OFFER}/approve-deviation`, { clause: deviation.clause })).toMatchObject({
      status: 409,
    })
    await as(zhou).post(`${OFFER}/ask-deviation`, deviation)
    expect((await as(wang).post(`${OFFER}/approve-deviation`, { clause: deviation.clause })).status).toBe(200)
    expect((await as(zhou).put(OFFER, { ...terms, quantity: 200 })).status).toBe(200)
    expect(await deviations()).toEqual([{ ...deviation, 'asked-by': 'Zhou', 'approved-by': 'Wang', day: '2026-05-20' }])
  })
})
