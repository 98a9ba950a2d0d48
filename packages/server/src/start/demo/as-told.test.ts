import path from 'node:path'
import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, testApp, testHouse } from '../../../test/support/test-house.ts'
import type { Actor } from '../../platform/commands/actor.ts'
import type { Db } from '../../platform/database/open-database.ts'
import { loadDemo } from './load-demo.ts'
import { DEMO } from './members.ts'

const EXAMPLES = path.resolve(import.meta.dirname, '../../../../../examples')
// a Sunday: the stream told of on Saturday 6 June 2026 lies eight days back, on 30 May
const clock = { now: '2026-06-07T08:00:00.000Z' as Instant }
const owner: Actor = { org: DEMO.id, user: 'owner', name: '周望舒', roles: ['owner'] }
const P = '/projects/southeast-asia-beauty-home'

let db: Db
let get: (url: string) => Promise<{ rows: Record<string, string>[]; plan: { date: string } }>
const load = async () => loadDemo(testHouse(db, clock), EXAMPLES)
beforeAll(async () => {
  db = (await testDatabase()).db
  const house = testHouse(db, clock)
  // the server ends in the middle of it; what was done is kept, and the next start goes on
  let moments = 0
  const breaking = () => {
    moments += 1
    if (moments === 30) throw new Error('ended')
    return clock.now
  }
  await expect(loadDemo({ ...house, clock: breaking }, EXAMPLES)).rejects.toThrow('ended')
  expect(await load()).toEqual([])
  const as = asking(await testApp(house))
  get = async (url) => (await as(owner).get(url)).body
}, 120_000)

describe('what people did on and after the stream of an example', () => {
  it('was released by someone who had no hand in it, and streamed at its time', async () => {
    // 24 slots of six minutes from 20:00 in Singapore, which is noon in UTC; released the evening before
    const lineup = (await get(`${P}/lineup`)) as unknown as Record<string, unknown>
    expect(lineup).toMatchObject({
      filled: 24,
      released: 24,
      proposedBy: '邱禾',
      proposedAt: '2026-05-28T02:00:00.000Z',
      releasedBy: '顾立',
      releasedAt: '2026-05-29T10:30:00.000Z',
    })
    const { project } = (await get(`${P}/flow`)) as unknown as { project: object }
    expect(project).toMatchObject({ startedAt: '2026-05-30T11:58:00.000Z', endedAt: '2026-05-30T14:24:00.000Z' })
    const { rows } = await get(`${P}/live/log?limit=50`)
    // begun, 24 products, one incident, ended
    expect(rows).toHaveLength(27)
    const there = await get('/projects/germany-electronics/lineup')
    expect(there).toMatchObject({ filled: 16, releasedAt: null })
  })

  it('brings back the totals that the plan of the example tells, order by order', async () => {
    const { plan } = await get(P)
    expect(plan.date).toBe('2026-05-30')
    // examples/southeast-asia-beauty-home/project.yaml
    expect(plan).toMatchObject({
      results: { orders: 2412, returns: 96, 'not-as-described': 7, complaints: 9, ratings: 860, 'low-ratings': 21 },
    })
    const { rows } = await get(`${P}/results?limit=50`)
    expect(rows.length).toBe(24)
  })

  it('raises the alerts whose lower bound is above the threshold, one of them taken on, one closed', async () => {
    // Wilson, 95 %: 21 of 118 → 11.9 %, above 10 %; 5 of 118 → 1.8 %, above 1 %; 14 of 96 → 8.9 %, above 5 %
    const { rows } = await get(`/alerts?project=southeast-asia-beauty-home`)
    const told = rows.map((a) => [a.product, a.indicator, a.state])
    expect(told.toSorted()).toEqual([
      ['QY-103', 'not-as-described-rate', 'acknowledged'],
      ['QY-103', 'return-rate', 'open'],
      ['RB-302', 'late-delivery-rate', 'closed'],
    ])
  })

  it('has cases at every stage, under the law of the market, and what the supplier owes for them', async () => {
    const { rows } = await get('/cases')
    expect(rows.map((c) => [c.market, c.state]).toSorted()).toEqual([
      ['my', 'open'],
      ['my', 'refunded'],
      ['my', 'to-mend'],
      ['sg', 'refund-asked'],
      ['sg', 'refused'],
      ['th', 'closed'],
    ])
  })

  it('has rules with who has still to acknowledge them, a nonconformity half way, and suggestions', async () => {
    const { rows: rules } = await get('/management-rules')
    expect(rules.length).toBe(2)
    expect((await get('/breaches')).rows.map((b) => b.state)).toEqual(['appealed'])
    expect((await get('/nonconformities')).rows.map((n) => n.next)).toEqual(['cause'])
    const { rows } = await get('/suggestions')
    expect(rows.map((s) => s.state).toSorted()).toEqual(['accepted', 'made', 'rejected'])
  })

  it('is done once', async () => {
    const count = async () =>
      (
        await db
          .selectFrom('event')
          .select((e) => e.fn.countAll<number>().as('n'))
          .executeTakeFirstOrThrow()
      ).n
    const before = await count()
    expect(await load()).toEqual([])
    expect(await count()).toBe(before)
  })
})
