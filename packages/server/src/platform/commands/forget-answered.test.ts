import type { Instant } from '@haixuan/domain/kernel/day'
import { expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import { forgetAnswered } from './forget-answered.ts'

const lin = person('a', 'Lin', 'owner')
const supplier = (id: string) => ({ id, name: `${id} 商行`, country: 'CN', kind: 'trader' })
const DAY_MS = 86_400_000

it('answers a command that is sent again for thirty days, then forgets it', async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  const as = asking(await testApp(testHouse(db, { now: '2026-05-01T08:00:00.000Z' as Instant })))
  const record = () => as(lin).post('/suppliers', supplier('S-1'), { key: 'supplier-one' })
  // rows are kept by the clock of the database
  const days = (n: number) => new Date(Date.now() + n * DAY_MS).toISOString() as Instant
  const first = await record()
  expect(first.status).toBe(201)
  expect(await forgetAnswered(db, days(29))).toBe(0)
  expect(await record()).toMatchObject({ status: 201, body: first.body })
  expect(await forgetAnswered(db, days(31))).toBe(1)
  expect((await record()).body).toMatchObject({ code: 'already-exists' })
})
