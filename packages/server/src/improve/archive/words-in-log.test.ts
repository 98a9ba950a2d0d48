import type { Instant } from '@haixuan/domain/kernel/day'
import { expect, test } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

const lin = person('a', 'Lin', 'owner')
type Event = {
  id: number
  type: string
  subject: string
  body: { about?: string; decisions?: { products: string[] }[] }
}

test('a decision on several products is found by the name of each of them, and by no other', async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  const as = asking(await testApp(testHouse(db, { now: '2026-05-01T08:00:00.000Z' as Instant })))
  await projectWith(as, lin, 'june', [
    umbrella('U-1', '晴雨两用折叠伞'),
    umbrella('U-2', '透明长柄伞'),
    umbrella('B-1', '防水鞋套', { seller: '鞋厂' }),
    umbrella('B-2', '儿童雨靴', { seller: '鞋厂' }),
  ])
  const found = async (q: string) =>
    ((await as(lin).get(`/events?q=${encodeURIComponent(q)}&limit=200`)).body.rows as Event[]).flatMap(
      ({ type, body }) =>
        type === 'gate.decided' && body.about === 'products' ? [body.decisions!.flatMap((d) => d.products).sort()] : [],
    )
  expect(await found('长柄')).toEqual([['U-1', 'U-2']])
  expect(await found('U-1')).toEqual([['U-1', 'U-2']])
  expect(await found('雨靴')).toEqual([['B-1', 'B-2']])
  expect(await found('雨靴 长柄')).toEqual([])
  expect(await found('雪橇')).toEqual([])
})

test('the filters of the log offer each type, clause and person it has, once', async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  await makeOrganisation(db, 'b')
  const as = asking(await testApp(testHouse(db, { now: '2026-05-01T08:00:00.000Z' as Instant })))
  await projectWith(as, lin, 'june', [umbrella('U-1', '折叠伞')])
  await projectWith(as, person('b', 'Wu', 'owner'), 'june', [umbrella('U-1', '折叠伞')])
  const { rows } = (await as(lin).get('/events?limit=200')).body as {
    rows: (Event & { clause: string; actor: string })[]
  }
  const each = (key: 'type' | 'clause' | 'actor') =>
    [...new Set(rows.map((r) => r[key]))].sort().map((value) => ({ [key]: value }))
  expect((await as(lin).get('/events/kinds')).body).toEqual({
    types: each('type'),
    clauses: each('clause'),
    actors: each('actor'),
  })
})
