import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import type { Db } from '../../platform/database/open-database.ts'

const lin = person('a', 'Lin', 'selection')
const zhou = person('a', 'Zhou', 'sourcing')
const wang = person('a', 'Wang', 'legal')
const [qian, sun] = [person('a', 'Qian', 'finance'), person('a', 'Sun', 'finance')]
const ren = person('a', 'Ren', 'quality')

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

let db: Db
let as: ReturnType<typeof asking>
beforeAll(async () => {
  db = (await testDatabase()).db
  await makeOrganisation(db, 'a')
  as = asking(await testApp(testHouse(db, { now: '2026-05-20T08:00:00.000Z' as Instant })))
  await projectWith(as, lin, 'june', [umbrella('U-1', '折叠伞')])
})

const deviations = async () => (await as(lin).get('/projects/june/products/U-1')).body.offer.contract.deviations

describe('a deviation from the clause library', () => {
  it('does not come with the terms, approved by whoever they name', async () => {
    const signed = { ...deviation, 'asked-by': 'Zhou', 'approved-by': 'Wang' }
    const smuggled = await as(zhou).put(OFFER, { ...terms, contract: { ...contract, deviations: [signed] } })
    expect(smuggled).toMatchObject({ status: 400, body: { code: 'bad-input', field: 'contract.deviations' } })
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

describe('who is paid', () => {
  const paid = { ...terms, settlement: { ...terms.settlement, payee: { holder: 'Example Umbrellas Ltd' } } }
  const payeeNow = async () => (await as(lin).get('/projects/june/products/U-1')).body.offer.settlement.payee
  const verify = (by: typeof lin, holder = 'Example Umbrellas Ltd') => as(by).post(`${OFFER}/verify-payee`, { holder })

  it('does not come verified with the terms', async () => {
    const payee = { holder: 'Example Umbrellas Ltd', 'verified-by': 'Qian' }
    const smuggled = await as(zhou).put(OFFER, { ...terms, settlement: { ...terms.settlement, payee } })
    expect(smuggled).toMatchObject({ status: 400, body: { code: 'bad-input', field: 'settlement.payee.verified-by' } })
  })

  it('is verified in finance by someone other than who recorded them, and stays so until another is named', async () => {
    expect((await as(qian).put(OFFER, paid)).status).toBe(200)
    expect((await verify(zhou)).status).toBe(403)
    expect(await verify(qian)).toMatchObject({ status: 409, body: { clause: 'I8' } })
    expect((await verify(sun, 'Someone else')).status).toBe(400)
    expect((await verify(sun)).status).toBe(200)
    const verified = { 'recorded-by': 'Qian', 'verified-by': 'Sun', 'verified-on': '2026-05-20' }
    expect(await payeeNow()).toEqual({ holder: 'Example Umbrellas Ltd', ...verified })
    await as(zhou).put(OFFER, { ...paid, quantity: 300 })
    expect(await payeeNow()).toMatchObject(verified)
    const other = { ...terms.settlement, payee: { holder: 'Another Ltd' } }
    await as(zhou).put(OFFER, { ...terms, settlement: other })
    expect(await payeeNow()).toEqual({ holder: 'Another Ltd', 'recorded-by': 'Zhou' })
  })
})

describe('restricted goods', () => {
  const acknowledgedNow = async () =>
    (await as(lin).get('/projects/june/products/U-1')).body.offer.delivery.acknowledged
  const acknowledge = (by: typeof lin, restriction: string) =>
    as(by).post(`${OFFER}/acknowledge-restriction`, { restriction, evidence: 'SDS of 3 May' })

  it('are acknowledged by quality, for the mode they go in, never by the terms', async () => {
    const { restrictions } = testHouse(db, { now: '2026-05-20T08:00:00.000Z' as Instant }).standard.delivery
    const [may, never] = (['conditional', 'forbidden'] as const).map((outcome) =>
      restrictions.find((r) => r.outcome === outcome && r.modes.includes('direct-mail-9610')),
    )
    const acknowledged = [{ restriction: may!.id, evidence: 'SDS of 3 May', by: 'Ren' }]
    const smuggled = await as(zhou).put(OFFER, { ...terms, delivery: { ...terms.delivery, acknowledged } })
    expect(smuggled).toMatchObject({ status: 400, body: { code: 'bad-input', field: 'delivery.acknowledged' } })
    expect((await acknowledge(zhou, may!.id)).status).toBe(403)
    expect((await acknowledge(ren, 'no-such-thing')).status).toBe(400)
    if (never) expect(await acknowledge(ren, never.id)).toMatchObject({ status: 409, body: { clause: 'I7' } })
    expect((await acknowledge(ren, may!.id)).status).toBe(200)
    await as(zhou).put(OFFER, { ...terms, quantity: 400 })
    expect(await acknowledgedNow()).toEqual(acknowledged)
    await as(zhou).put(OFFER, { ...terms, delivery: { mode: 'drop-shipping' } })
    expect(await acknowledgedNow()).toEqual([])
  })
})
