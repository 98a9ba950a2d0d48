import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

const clock = { now: '2026-06-06T12:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection')
const control = person('a', 'Kong', 'live-control')
const host = person('a', 'Shen', 'host')
const desks = { control: crypto.randomUUID(), host: crypto.randomUUID(), tablet: crypto.randomUUID() }

let as: ReturnType<typeof asking>
beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  await makeOrganisation(db, 'b')
  as = asking(await testApp(testHouse(db, clock)))
  await projectWith(as, lin, 'june', [umbrella('U-1', '折叠伞')])
})
const attend = (who: typeof lin, desk: string, view: string) =>
  as(who).post('/projects/june/live/attend', { desk, view })

it('S3 · tells each desk who else is there, by view, until it is heard no more', async () => {
  expect((await attend(control, desks.control, 'control')).body).toEqual({
    there: [{ name: 'Kong', view: 'control', desks: 1 }],
  })
  await attend(host, desks.host, 'host')
  await attend(host, desks.tablet, 'host')
  clock.now = '2026-06-06T12:00:10.000Z' as Instant
  expect((await attend(control, desks.control, 'control')).body.there).toEqual([
    { name: 'Kong', view: 'control', desks: 1 },
    { name: 'Shen', view: 'host', desks: 2 },
  ])
  // one of the host's has no network any more, the other was turned into a control desk
  clock.now = '2026-06-06T12:00:16.000Z' as Instant
  expect((await attend(host, desks.tablet, 'control')).body.there).toEqual([
    { name: 'Kong', view: 'control', desks: 1 },
    { name: 'Shen', view: 'control', desks: 1 },
  ])
  expect((await as(lin).get('/events?project=june&type=live.attended')).body.rows).toEqual([])
})

it('S3 · is for those who work the stream, and of their organisation alone', async () => {
  expect((await attend(person('a', 'Eve', 'auditor'), crypto.randomUUID(), 'control')).status).toBe(403)
  expect((await attend(person('b', 'Bo', 'live-control'), crypto.randomUUID(), 'control')).status).toBe(404)
  // a desk is whose it is
  expect((await attend(lin, desks.tablet, 'host')).status).toBe(404)
  expect((await attend(lin, 'desk-1', 'host')).body).toMatchObject({ code: 'bad-input', field: 'desk' })
})
