import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, expect, it } from 'vitest'
import { testDatabase } from '../../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../../test/support/test-house.ts'
import type { Actor } from '../../../platform/commands/actor.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const finance = person('a', 'He', 'finance')
const second = person('a', 'Lin', 'legal')
const ofS1: Actor = { ...person('a', 'Sun', 'supplier'), supplier: 'S-1' }
const first = { holder: '示例贸易有限公司', bank: '某银行', account: '****1111', country: 'CN' }
const changed = { ...first, account: 'DE89370400440532013000', country: 'DE' }

let as: ReturnType<typeof asking>
beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  as = asking(await testApp(testHouse(db, clock)))
  await as(person('a', 'Zhou', 'sourcing')).post('/suppliers', {
    id: 'S-1',
    name: first.holder,
    country: 'CN',
    kind: 'trader',
  })
})
const command = (who: Actor, verb: string, input: object) => as(who).post(`/suppliers/S-1/${verb}`, input)
const verify = (who: Actor, account: string, spoke = '原留座机 0571-0000，财务王女士') =>
  command(who, 'verify-bank-account', { account, how: 'call-back', spoke, evidence: 'a'.repeat(64) })
const bank = async () => (await as(finance).get('/suppliers/S-1/review')).body.bank
const faults = async () => (await bank()).faults.map((f: { fault: string }) => f.fault)

it('an account is proposed by the supplier and verified by two others, who say whom they called', async () => {
  expect((await command(ofS1, 'propose-bank-account', first)).status).toBe(200)
  expect(await faults()).toEqual(['verifiers'])
  expect(
    (await command(finance, 'verify-bank-account', { account: first.account, how: 'call-back' })).body,
  ).toMatchObject({ code: 'bad-input', field: 'spoke' })
  expect((await verify(finance, first.account)).status).toBe(200)
  expect((await verify(finance, first.account)).body).toMatchObject({ code: 'refused', clause: 'R4' })
  expect((await verify(second, first.account)).status).toBe(200)
  expect(await faults()).toEqual([])
})

it('an IBAN with wrong check digits is refused when it is proposed', async () => {
  // ISO 13616 asks 89 for this account
  const { body } = await command(ofS1, 'propose-bank-account', { ...changed, account: 'DE88370400440532013000' })
  expect(body).toMatchObject({ code: 'refused', clause: 'R4', remedy: { zh: '请核对账号：校验位应为 89' } })
})

it('a change puts the former account out of use, and cools off after it was verified', async () => {
  clock.now = '2026-06-01T08:00:00.000Z' as Instant
  await command(finance, 'propose-bank-account', changed)
  expect((await verify(finance, changed.account)).body).toMatchObject({ code: 'refused' })
  expect(await faults()).toEqual(['verifiers'])
})

it('a change that does not stand up is rejected by another, and the former account is in use again', async () => {
  const reason = '回拨原留电话，对方未提出变更'
  const no = { account: changed.account, reason }
  expect((await command(finance, 'reject-bank-account', no)).body).toMatchObject({ code: 'refused' })
  expect((await command(ofS1, 'reject-bank-account', no)).status).toBe(403)
  expect((await command(second, 'reject-bank-account', no)).status).toBe(200)
  expect(await bank()).toMatchObject({ account: first.account, faults: [] })
  const { record } = (await as(finance).get('/suppliers/S-1')).body
  expect(record['bank-accounts']).toMatchObject([
    { account: first.account, verifications: [{ by: 'He' }, { by: 'Lin' }] },
    { account: changed.account, rejected: { by: 'Lin', reason } },
  ])
})
