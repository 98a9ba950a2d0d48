import type { Day, Instant } from '@haixuan/domain/kernel/day'
import { expect, test } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

const lin = person('a', 'Lin', 'owner')
type Finding = Record<'check' | 'clause' | 'owner' | 'severity' | 'state', string> & {
  readonly what: object
  readonly remedy: object
  readonly due?: Day
  readonly waived?: object
}
type Product = { readonly id: string; readonly title: string; readonly findings: readonly Finding[] }

test('what a supplier owes of its products is what each of them tells, in its own words, gathered one by one', async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  const by = asking(await testApp(testHouse(db, { now: '2026-05-01T08:00:00.000Z' as Instant })))
  const as = by(lin)
  // some are alike but for the words they claim, of two streams, and one number is in both
  const titles = [
    'LED desk lamp',
    '全网最低价的 LED desk lamp',
    '销量第一 LED desk lamp',
    '长柄伞',
    '国家级折叠伞',
    '最好的 LED desk lamp',
  ]
  const goods = (from: number) => titles.map((title, i) => umbrella(`U-${from + i}`, title, { seller: '伞业' }))
  await projectWith(by, lin, 'june', goods(0))
  await projectWith(by, lin, 'july', goods(5))
  const products: (Product & { project: string; supplier: string })[] = []
  for (const project of ['june', 'july'])
    for (const { id } of (await as.get(`/projects/${project}/products?limit=200`)).body.rows)
      products.push({ project, ...(await as.get(`/projects/${project}/products/${id}`)).body })
  expect(products).toHaveLength(12)

  const owed = products.flatMap(({ findings, project, id, title }) =>
    findings
      .filter((f) => f.owner === 'supplier' && f.severity === 'block' && !f.waived)
      .map(({ check, clause, what, remedy, state }) => ({
        key: { check, clause, what, remedy },
        state,
        project,
        id,
        title,
      })),
  )
  const wanted = [...Map.groupBy(owed, ({ key }) => JSON.stringify(key)).values()].map((all) => ({
    ...all[0]!.key,
    state: all.map(({ state }) => state).toSorted()[0],
    count: new Set(all.map(({ id }) => id)).size,
    streams: [...new Set(all.map(({ project }) => project))].toSorted(),
    subjects: [...new Map(all.map(({ project, id, title }) => [`${id} ${project}`, { project, id, title }])).entries()]
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .slice(0, 3)
      .map(([, subject]) => subject),
  }))
  const ownWords = wanted.filter(({ what }) => JSON.stringify(what).includes('“'))
  expect(ownWords.length).toBeGreaterThan(1)
  expect(wanted.filter(({ count, streams }) => count > 5 && streams.length === 2).length).toBeGreaterThan(0)

  const { body } = await as.get(`/suppliers/${encodeURIComponent(products[0]!.supplier)}/owes`)
  const told = (body.rows as (Finding & { kind: string; streams: { id: string }[] })[])
    .filter(({ kind }) => kind === 'product')
    .map(({ kind: _, due: __, streams, ...row }) => ({ ...row, streams: streams.map(({ id }) => id).toSorted() }))
  const inOrder = (rows: readonly object[]) =>
    rows.toSorted((a, b) =>
      JSON.stringify(Object.entries(a).sort()) < JSON.stringify(Object.entries(b).sort()) ? -1 : 1,
    )
  expect(inOrder(told)).toEqual(inOrder(wanted))
})
