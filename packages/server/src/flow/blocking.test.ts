import type { Judged } from '@haixuan/domain/gate/gate'
import type { Instant } from '@haixuan/domain/kernel/day'
import { beforeAll, expect, test } from 'vitest'
import { projectWith, umbrella } from '../../test/support/released-project.ts'
import { testDatabase } from '../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../test/support/test-house.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection')

let as: ReturnType<typeof asking>
let findings: Map<string, Judged[]>
beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  as = asking(await testApp(testHouse(db, clock)))
  await projectWith(as, lin, 'june', [
    umbrella('U-1', '晴雨两用折叠伞'),
    umbrella('U-2', '全网最低价的折叠伞', { description: '根治一切。', images: [] }),
    umbrella('U-3', '维生素软糖', { category: ['食品'] }),
  ])
  findings = new Map()
  for (const id of ['U-1', 'U-2', 'U-3'])
    findings.set(id, (await as(lin).get(`/projects/june/products/${id}`)).body.findings)
}, 60_000)

const listed = async (query: string) =>
  (await as(lin).get(`/projects/june/products?${query}`)).body.rows.map((r: { id: string }) => r.id).sort()
const with_ = (asked: (f: Judged) => boolean) =>
  [...findings].filter(([, all]) => all.some((f) => f.severity === 'block' && !f.waived && asked(f))).map(([id]) => id)

test('products are listed by clause, check and owner of what holds them, all of it in one finding', async () => {
  const seen = [...findings.values()].flat().filter((f) => f.severity === 'block')
  expect(seen.length).toBeGreaterThan(3)
  for (const { clause, check, owner } of seen) {
    expect(await listed(`clause=${clause}`)).toEqual(with_((f) => f.clause === clause))
    expect(await listed(`check=${check}&owner=${owner}`)).toEqual(with_((f) => f.check === check && f.owner === owner))
  }
  expect(await listed('check=product.class.sure&owner=host')).toEqual([])
})

test('what is no clause, check or owner is refused by name', async () => {
  for (const field of ['clause', 'check', 'owner'])
    expect(await as(lin).get(`/projects/june/products?${field}=x"y`)).toMatchObject({ status: 400, body: { field } })
})
