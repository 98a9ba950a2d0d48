import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection')

let as: ReturnType<typeof asking>

beforeAll(async () => {
  const { db } = await testDatabase()
  // its days begin and end in Shanghai
  await makeOrganisation(db, 'a')
  as = asking(await testApp(testHouse(db, clock)))
  const streams = [
    { id: 'west', time: '23:30', 'time-zone': 'America/Los_Angeles', markets: ['us'], date: '2026-05-10' },
    { id: 'east', time: '10:00', 'time-zone': 'Pacific/Auckland', markets: ['sg'], date: '2026-05-20' },
  ]
  for (const stream of streams) {
    expect(await as(lin).post('/projects', { theme: '雨季居家', language: 'en', slots: 2, ...stream })).toMatchObject({
      status: 201,
    })
    await as(lin).post(`/projects/${stream.id}/products`, { listings: [umbrella('U-1', '折叠伞')] })
  }
}, 60_000)

const seen = async (project: string) => {
  const { projects, from, work } = (await as(lin).get('/today')).body
  const { rows } = (await as(lin).get(`/work?project=${project}`)).body as { rows: { kind: string }[] }
  const { blockers, owes } = (await as(lin).get(`/projects/${project}/flow`)).body
  return {
    from,
    overdue: work.overdue,
    first: projects[0]?.id,
    owed: [...new Set(rows.map((r) => r.kind))],
    blockers: blockers.length,
    owes,
  }
}

describe('the day of a stream', () => {
  it('lasts until midnight where it is held: what blocks it is owed while Shanghai has the next day', async () => {
    // 13:00 of the 10th in Los Angeles, ten and a half hours before it begins; 04:00 of the 11th in Shanghai
    clock.now = '2026-05-10T20:00:00.000Z' as Instant
    const before = await seen('west')
    expect(before).toMatchObject({ first: 'west', from: '2026-05-10', overdue: 0, owed: ['plan'] })
    expect(before.blockers).toBeGreaterThan(0)
    // 23:59 of the 10th in Los Angeles
    clock.now = '2026-05-11T06:59:00.000Z' as Instant
    expect((await seen('west')).blockers).toBe(before.blockers)
    clock.now = '2026-05-11T07:00:00.000Z' as Instant
    // selection owes nothing before orders are back, which service owes
    expect(await seen('west')).toMatchObject({
      first: 'east',
      from: '2026-05-11',
      owed: [],
      blockers: 0,
      owes: [{ owner: 'service' }],
    })
  })

  it('is over where it is held before it is in Shanghai', async () => {
    // midnight of the 20th to the 21st in Auckland (UTC+12 in May): 20:00 of the 20th in Shanghai
    clock.now = '2026-05-20T11:59:00.000Z' as Instant
    expect((await seen('east')).blockers).toBeGreaterThan(0)
    clock.now = '2026-05-20T12:00:00.000Z' as Instant
    expect(await seen('east')).toMatchObject({ owed: [], blockers: 0, owes: [{ owner: 'service' }] })
  })
})
