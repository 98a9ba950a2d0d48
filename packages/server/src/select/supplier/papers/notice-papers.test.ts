import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../../test/support/released-project.ts'
import { testDatabase } from '../../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../../test/support/test-house.ts'
import type { House } from '../../../house.ts'
import type { Actor } from '../../../platform/commands/actor.ts'
import type { Db } from '../../../platform/database/open-database.ts'
import { noticePapers } from './notice-papers.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const owner = person('a', 'Lin', 'owner')
const ofS1: Actor = { ...person('a', 'Sun', 'supplier'), supplier: 'S-1' }
const ofS2: Actor = { ...person('a', 'Ma', 'supplier'), supplier: 'S-2' }

let db: Db
let house: House
let as: ReturnType<typeof asking>
const faults: unknown[] = []
beforeAll(async () => {
  db = (await testDatabase()).db
  house = testHouse(db, clock)
  as = asking(await testApp(house))
  await makeOrganisation(db, 'a')
  await makeOrganisation(db, 'b')
  for (const [id, name] of [
    ['S-1', '示例伞业有限公司'],
    ['S-2', '另一伞厂'],
  ])
    await as(owner).post('/suppliers', { id, name, country: 'CN', kind: 'manufacturer' })
  await projectWith(as, owner, 'june', [umbrella('U-1', '晴雨两用折叠伞', { seller: '示例伞业有限公司' })])
  // thresholds of the standard: 60, 30, 7 and 1 days before
  await as(owner).post('/suppliers/S-1/add-document', { type: 'iso-9001', number: 'Q1', expires: '2026-08-31' })
})
const on = async (day: string) => {
  clock.now = `${day}T03:00:00.000Z` as Instant
  return noticePapers(house, (error) => faults.push(error))
}
const told = async (who: Actor = owner) =>
  (await as(who).get('/paper-notices')).body.rows.map((r: Record<string, unknown>) => [
    r.supplier,
    r.kind,
    r.until,
    r.threshold,
    r.left,
  ])

describe('a certificate that holds through 31 August', () => {
  it('is not told of while it is far off', async () => {
    expect(await on('2026-07-01')).toBe(0)
  })

  it('is told of 60 days before, and once', async () => {
    expect(await on('2026-07-02')).toBe(1)
    expect(await on('2026-07-02')).toBe(0)
    expect(await on('2026-07-20')).toBe(0)
    expect(await told()).toEqual([['S-1', 'document', '2026-08-31', 60, 42]])
  })

  it('is told of again at the next threshold, also when the days between were missed', async () => {
    expect(await on('2026-08-28')).toBe(1)
    expect(await told()).toEqual([['S-1', 'document', '2026-08-31', 7, 3]])
    const { rows } = (await as(owner).get('/events?type=paper.expiring')).body
    expect(rows.map((r: { body: object }) => r.body)).toMatchObject([
      { kind: 'document', paper: 'iso-9001', until: '2026-08-31', threshold: 7, left: 3 },
      { threshold: 60, left: 60 },
    ])
    expect(rows[0]).toMatchObject({ subject: 'S-1', actor: 'haixuan', clause: 'S2' })
  })

  it('is told of a last time when it has lapsed', async () => {
    expect([await on('2026-08-31'), await on('2026-09-01'), await on('2026-09-02')]).toEqual([1, 1, 0])
    expect(await told()).toEqual([['S-1', 'document', '2026-08-31', 0, -2]])
  })

  it('is seen by its supplier, and by no other', async () => {
    expect(await told(ofS1)).toHaveLength(1)
    expect(await told(ofS2)).toEqual([])
  })

  it('begins anew when it was renewed', async () => {
    await as(owner).post('/suppliers/S-1/add-document', { type: 'iso-9001', number: 'Q2', expires: '2026-10-31' })
    expect(await on('2026-09-03')).toBe(1)
    expect(await told()).toContainEqual(['S-1', 'document', '2026-10-31', 60, 58])
  })
})

it('certificates of products in open projects are told of, with their project', async () => {
  await as(owner).post('/projects/june/products/U-1/add-certificate', {
    type: 'test-report',
    number: 'T1',
    expires: '2026-09-30',
  })
  expect(await on('2026-09-04')).toBe(1)
  const { rows } = (await as(ofS1).get('/paper-notices?kind=certificate')).body
  expect(rows).toMatchObject([{ supplier: 'S-1', project: 'june', product: 'U-1', until: '2026-09-30', threshold: 30 }])
  expect(faults).toEqual([])
})

it('lists say of every supplier when its first paper lapses', async () => {
  const { rows } = (await as(owner).get('/suppliers?lapses-before=2026-11-01')).body
  expect(rows).toMatchObject([{ id: 'S-1', paperUntil: '2026-10-31' }])
})
