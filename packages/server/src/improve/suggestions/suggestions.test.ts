import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

const clock = { now: '2026-06-08T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection')
const he = person('a', 'He', 'quality')

let as: ReturnType<typeof asking>
beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  as = asking(await testApp(testHouse(db, clock)))
  for (const [id, date] of [
    ['june', '2026-06-06'],
    ['july', '2026-07-04'],
    ['august', '2026-08-01'],
  ] as const)
    await projectWith(as, lin, id, [umbrella('U-1', '折叠伞')], { date })
})
const back = (project: string, orders: number, returns: number) =>
  as(lin).post(`/projects/${project}/results`, { rows: [{ product: 'U-1', counts: { orders, returns } }] })

describe('a suggestion', () => {
  it('is decided by another person and measured on what came back before and after', async () => {
    await back('june', 200, 60)
    const made = await as(lin).post('/projects/june/suggestions', {
      about: 'product',
      what: '改用加粗伞骨的批次',
      why: '退货多因伞骨断裂',
      indicator: 'return-rate',
      product: 'U-1',
    })
    const path = `/suggestions/${made.body.id}`
    const decide = (who: typeof lin) =>
      as(who).post(
        `${path}/decide`,
        { decision: 'accepted', reason: '有数据支持', owner: 'Zhou', due: '2026-06-20' },
        { version: 1 },
      )
    expect((await decide(lin)).body).toMatchObject({ code: 'refused', clause: 'T3' })
    expect((await decide(he)).body.version).toBe(2)

    // nothing has come back yet
    const measure = (project: string, version: number) => as(he).post(`${path}/follow-up`, { project }, { version })
    expect((await measure('june', 2)).body.field).toBe('project')
    expect((await measure('july', 2)).body).toMatchObject({ verdict: 'not-clear', change: null })
    // 30 % → 10 %: Newcombe's interval is −27.5 … −12.3 points
    await back('july', 200, 20)
    expect((await measure('july', 3)).body).toMatchObject({ verdict: 'better', change: expect.closeTo(-0.2, 10) })
    const [row] = (await as(lin).get('/suggestions?state=effective')).body.rows
    expect(row.record).toMatchObject({
      before: { events: 60, trials: 200 },
      effect: { after: { events: 20, trials: 200 }, project: 'july' },
    })
    // and it does not last
    await back('august', 200, 90)
    expect((await measure('august', 4)).body.verdict).toBe('worse')
  })

  it('names an indicator of the register', async () => {
    const bad = { about: 'other', what: '其他', why: '原因', indicator: 'moon-phase' }
    expect((await as(lin).post('/projects/june/suggestions', bad)).body).toMatchObject({
      code: 'bad-input',
      field: 'indicator',
    })
  })
})
