import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

const owner = person('a', 'Zhou', 'owner')
const lin = person('a', 'Lin', 'selection')

let as: ReturnType<typeof asking>
beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  as = asking(await testApp(testHouse(db, { now: '2026-05-01T08:00:00.000Z' as Instant })))
})

it('keeps the name, time zone and reminders of an organisation, by its owner, on top of what was seen', async () => {
  expect((await as(lin).get('/settings/organisation')).body).toEqual({
    id: 'a',
    name: 'a',
    zone: 'Asia/Shanghai',
    remindDays: [7, 3, 1],
    version: 0,
  })
  const wanted = { name: '海选示例', zone: 'Europe/Berlin', remindDays: [1, 5, 5] }
  expect((await as(lin).put('/settings/organisation', wanted)).status).toBe(403)
  expect((await as(owner).put('/settings/organisation', { ...wanted, zone: 'Mars/Base' })).body.field).toBe('zone')
  expect((await as(owner).put('/settings/organisation', wanted)).body).toEqual({ version: 1 })
  expect((await as(owner).put('/settings/organisation', wanted)).body).toEqual({ version: 2 })
  expect((await as(owner).put('/settings/organisation', wanted, { version: 1 })).status).toBe(412)
  expect((await as(lin).get('/settings/organisation')).body).toMatchObject({ ...wanted, remindDays: [5, 1] })
})

it('tells how much is kept', async () => {
  await projectWith(as, lin, 'rain', [umbrella('P-1', '折叠伞'), umbrella('P-2', '长柄伞')])
  const { body } = await as(owner).get('/settings/storage')
  expect(body.records).toMatchObject({ project: 1, product: 2, case: 0 })
  expect(body.log).toMatchObject({ sealed: 0, root: null })
  expect((await as(lin).get('/settings/storage')).status).toBe(403)
})
