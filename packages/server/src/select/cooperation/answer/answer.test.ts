import { createHash } from 'node:crypto'
import type { Instant } from '@haixuan/domain/kernel/day'
import { canonicalJson } from '@haixuan/domain/kernel/log/canonical-json'
import { beforeAll, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../../test/support/released-project.ts'
import { testDatabase } from '../../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../../test/support/test-house.ts'
import type { Actor } from '../../../platform/commands/actor.ts'
import { asSystem } from '../../../platform/database/scope.ts'

const lin = person('a', 'Lin', 'selection')
const zhou = person('a', 'Zhou', 'sourcing')
const sgd = (amount: string) => ({ amount, currency: 'SGD' })
const terms = {
  markets: ['sg'],
  quantity: 100,
  pricing: {
    type: 'cost-plus',
    price: sgd('19.90'),
    'cost-plus': { markup: '1.31' },
    parallel: [{ channel: 'HOUSE-RESEARCH', price: sgd('18.10'), day: '2026-05-01' }],
  },
  delivery: {
    mode: 'direct-mail-9610',
    'lead-days': { min: 3, max: 8 },
    costs: [{ id: 'storage', amount: sgd('0.77') }],
  },
  settlement: {
    mode: 'commission',
    instrument: 'tt',
    currency: 'SGD',
    'cycle-days': 30,
    invoice: 'commercial',
    'commission-rate': '0.20',
  },
  costs: { 'unit-cost': sgd('6.17'), 'host-commission-rate': '0.083', 'ad-share': '0.057' },
  'target-margin': '0.271',
  rates: [{ from: 'SGD', to: 'CNY', rate: '5.4321', day: '2026-05-18', source: 'the bank' }],
  contract: { 'governing-law': 'cn', text: '一方违约的，应当赔偿。' },
}
const AT = '/projects/june/products'
const answerTo = (sku: string) => `${AT}/${sku}/offer/answer`

let as: ReturnType<typeof asking>
let seller: Actor
let other: Actor
const clock = { now: '2026-05-20T08:00:00.000Z' as Instant }

beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  const member = {
    org_id: 'a',
    user_id: zhou.user,
    name: zhou.name,
    email: 'zhou@people.example',
    roles: [...zhou.roles],
  }
  await asSystem(db, (tx) => tx.insertInto('member').values(member).execute())
  as = asking(await testApp(testHouse(db, clock)))
  await projectWith(as, lin, 'june', [
    umbrella('U-1', '折叠伞'),
    umbrella('U-2', '长柄伞'),
    umbrella('U-3', '直柄伞'),
    umbrella('B-1', '雨靴', { seller: '鞋厂' }),
  ])
  for (const sku of ['U-1', 'U-2', 'U-3', 'B-1']) await as(zhou).put(`${AT}/${sku}/offer`, terms)
  const accountFor = async (sku: string, name: string) => ({
    ...person('a', name, 'supplier'),
    supplier: (await as(lin).get(`${AT}/${sku}`)).body.supplier,
  })
  seller = await accountFor('U-1', 'Seller')
  other = await accountFor('B-1', 'Other')
})

const shown = async (sku: string) => (await as(seller).get(`${AT}/${sku}/offer/terms`)).body.offered
const said = async () =>
  (await as(lin).get('/events?type=offer.answered&limit=200')).body.rows as { subject: string; body: object }[]
const ofOffers = async (state: string) =>
  (await as(seller).get(`/suppliers/${seller.supplier}/offers?state=${state}`)).body.rows.map(
    (r: { product: string }) => r.product,
  )
const told = async () =>
  (await as(zhou).get('/notifications')).body.rows.filter((n: { kind: string }) => n.kind === 'terms-declined')

it('shows the supplier the terms, and none of what the house reckons for itself', async () => {
  const seen = await shown('U-1')
  expect(seen.terms).toMatchObject({
    pricing: { type: 'cost-plus', price: sgd('19.90') },
    delivery: { mode: 'direct-mail-9610', 'lead-days': { min: 3, max: 8 } },
    settlement: { 'commission-rate': '0.20', 'cycle-days': 30 },
    contract: { 'governing-law': 'cn', text: '一方违约的，应当赔偿。' },
  })
  // unit cost, host, advertising, margin, markup, storage, exchange, prices elsewhere
  for (const own of ['6.17', '0.083', '0.057', '0.271', '1.31', '0.77', '5.4321', 'HOUSE-RESEARCH', '18.10'])
    expect(JSON.stringify(seen), own).not.toContain(own)
  expect(seen.hash).toBe(createHash('sha256').update(canonicalJson(seen.terms)).digest('hex'))
})

it('takes the agreement of the supplier once, to exactly what it saw, and tells the house who agreed when', async () => {
  expect(await ofOffers('waiting')).toEqual(['U-1', 'U-2', 'U-3'])
  const { parts, hash } = await shown('U-1')
  const state = async () => (await as(lin).get(`${AT}/U-1/offer`)).body
  const before = await state()
  expect(before.answer).toBeNull()
  const yes = await as(seller).post(answerTo('U-1'), { parts, agrees: true })
  expect(yes).toMatchObject({ status: 200, body: { agrees: true, by: 'Seller', at: clock.now, hash, stands: true } })
  expect((await as(seller).post(answerTo('U-1'), { parts, agrees: true })).body).toEqual(yes.body)
  expect((await said()).filter((e) => e.subject === 'U-1')).toMatchObject([{ body: { agrees: true, terms: hash } }])
  const after = await state()
  expect(after.answer).toEqual(yes.body)
  // the gates take the terms as they do when the house records them
  expect({ ...after, answer: null }).toEqual(before)
  expect(await ofOffers('agreed')).toEqual(['U-1'])
  // an agreement is not taken back by one side
  expect((await as(seller).post(answerTo('U-1'), { parts, agrees: false, note: '价格太低' })).status).toBe(409)
})

it('refuses an answer to terms that have changed, and names what changed; sums of the house change nothing', async () => {
  const { parts } = await shown('U-2')
  await as(zhou).put(`${AT}/U-2/offer`, { ...terms, costs: { 'unit-cost': sgd('5.99') } })
  expect((await shown('U-2')).parts).toEqual(parts)
  const cheaper = { ...terms, pricing: { ...terms.pricing, price: sgd('17.90') }, quantity: 200 }
  await as(zhou).put(`${AT}/U-2/offer`, cheaper)
  const refused = await as(seller).post(answerTo('U-2'), { parts, agrees: true })
  expect([refused.status, refused.body.changed]).toEqual([412, ['quantity', 'pricing']])
  expect(refused.body.reasons[0].text.zh).toContain('预计销量、定价')
  expect((await said()).some((e) => e.subject === 'U-2')).toBe(false)
  // agreed now; when the terms change again, the answer is to others, and it is asked for anew
  await as(seller).post(answerTo('U-2'), { parts: (await shown('U-2')).parts, agrees: true })
  await as(zhou).put(`${AT}/U-2/offer`, terms)
  expect((await as(zhou).get(`${AT}/U-2/offer`)).body.answer).toMatchObject({ agrees: true, stands: false })
  expect(await ofOffers('waiting')).toContain('U-2')
})

it('takes a no with its reason, and tells sourcing of it', async () => {
  const { parts } = await shown('U-3')
  const bare = await as(seller).post(answerTo('U-3'), { parts, agrees: false })
  expect([bare.status, bare.body.field]).toEqual([400, 'note'])
  const no = await as(seller).post(answerTo('U-3'), { parts, agrees: false, note: '佣金率过高' })
  expect(no.body).toMatchObject({ agrees: false, note: '佣金率过高', stands: true })
  expect(await ofOffers('declined')).toEqual(['U-3'])
  expect(await told()).toMatchObject([
    { about: { kind: 'offer', id: 'U-3', project: 'june' }, text: { zh: expect.stringContaining('佣金率过高') } },
  ])
  // and may be turned into a yes to the same terms
  expect((await as(seller).post(answerTo('U-3'), { parts, agrees: true })).body.agrees).toBe(true)
})

it('is the answer of no one but the supplier of the offer', async () => {
  const { parts } = await shown('U-1')
  const order = { parts, agrees: true }
  expect((await as(other).post(answerTo('U-1'), order)).status).toBe(404)
  expect((await as(other).get(`${AT}/U-1/offer/terms`)).status).toBe(404)
  expect((await as(other).get(`/suppliers/${seller.supplier}/offers`)).body.rows).toEqual([])
  expect((await as(zhou).post(answerTo('U-1'), order)).status).toBe(403)
  expect((await as(person('a', 'Wu', 'owner')).post(answerTo('U-1'), order)).status).toBe(403)
  expect((await as(seller).get(`${AT}/U-1/offer`)).status).toBe(403)
})
