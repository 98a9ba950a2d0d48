import type { Instant } from '@haixuan/domain/kernel/day'
import { expect, it } from 'vitest'
import { projectWith, release, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

type Steps = { step: string; done: boolean; may: boolean }[]

it('tells how far a new organisation has come, from its records, and whose the next step is', async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  await makeOrganisation(db, 'b')
  const as = asking(await testApp(testHouse(db, { now: '2026-05-01T08:00:00.000Z' as Instant })))
  const owner = person('a', 'Lin', 'owner')
  const buyer = person('a', 'He', 'sourcing')
  const steps = async (who = owner) => (await as(who).get('/today/first-steps')).body
  const done = async () => ((await steps()).steps as Steps).filter((s) => s.done).map((s) => s.step)

  expect(await done()).toEqual([])
  expect((await steps()).project).toBeNull()
  expect(((await steps()).steps as Steps).every((s) => s.may)).toBe(true)
  // who may record suppliers may bring candidates, and neither invite nor approve
  expect(((await steps(buyer)).steps as Steps).filter((s) => s.may).map((s) => s.step)).toEqual([
    'candidates',
    'supplier',
  ])

  const organisation = { name: '海选一部', zone: 'Asia/Shanghai', remindDays: [7, 1] }
  expect((await as(owner).put('/settings/organisation', organisation)).status).toBe(200)
  const invited = { name: 'He', email: 'he@a.example', roles: ['sourcing'] }
  expect((await as(owner).post('/members/invite', invited)).status).toBe(201)
  expect(await done()).toEqual(['organisation', 'people'])
  await projectWith(as, owner, 'rain', [umbrella('U-1', '折叠伞')])
  expect(await done()).toEqual(['organisation', 'people', 'project', 'candidates'])
  expect(await steps()).toMatchObject({ project: 'rain', over: false })
  // a first lineup released says more than any list of steps
  await release(db, 'a', 'rain', [{ product: 'U-1' }])
  expect(await steps()).toMatchObject({ over: true })
  // another organisation's records are not its own
  const stranger = person('b', 'Wu', 'owner')
  expect((await steps(stranger)).steps.some((s: { done: boolean }) => s.done)).toBe(false)
})
