import type { Instant } from '@haixuan/domain/kernel/day'
import type { FastifyInstance } from 'fastify'
import { beforeAll, describe, expect, it } from 'vitest'
import { projectWith, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'

const lin = person('a', 'Lin', 'owner')
let app: FastifyInstance
const get = async (url: string) => (await asking(app)(lin).get(url)).body
type Row = { kind: string; project: string; subject: string; title: string; due: string; finding: { check: string } }

/** All rows of a list, page by page. */
async function paged(asked: string, limit: number): Promise<{ rows: Row[]; total: number }> {
  const rows: Row[] = []
  for (let cursor = ''; ; ) {
    const page = await get(`/work?${asked}&limit=${limit}${cursor}`)
    rows.push(...page.rows)
    if (page.next === null) return { rows, total: page.total }
    cursor = `&cursor=${page.next}`
  }
}

beforeAll(async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  app = await testApp(testHouse(db, { now: '2026-05-01T08:00:00.000Z' as Instant }))
  for (const project of ['rain', 'sun'])
    await projectWith(
      asking(app),
      lin,
      project,
      Array.from({ length: 7 }, (_, i) => umbrella(`${project}-${i % 2 ? i : `${i} b`}`, i % 3 ? '折叠伞' : `伞 ${i}`)),
    )
})

describe('what is owed', () => {
  it.each(['due', '-due', 'title', '-title'])('comes page by page in the order of %s, each row once', async (sort) => {
    const all = await paged(`sort=${sort}`, 200)
    const by = sort.replace('-', '') as 'due' | 'title'
    expect(all.rows.length).toBeGreaterThan(40)
    expect(all.total).toBe(all.rows.length)
    const values = all.rows.map((r) => r[by])
    const sorted = values.toSorted((a, b) => (a < b ? -1 : a > b ? 1 : 0))
    if (by === 'due') expect(values).toEqual(sort === by ? sorted : sorted.reverse())
    for (const limit of [1, 3, 50])
      if (limit > 1 || by === 'due') expect((await paged(`sort=${sort}`, limit)).rows).toEqual(all.rows)
  })

  it('tells of each product exactly the findings that hold it', async () => {
    const { rows } = await paged('kind=product&project=rain', 200)
    for (const id of new Set(rows.map((r) => r.subject))) {
      const { findings } = await get(`/projects/rain/products/${encodeURIComponent(id)}`)
      const holding = findings.filter((f: { severity: string; waived?: object }) => f.severity === 'block' && !f.waived)
      expect(rows.filter((r) => r.subject === id).map((r) => r.finding)).toEqual(expect.arrayContaining(holding))
      expect(rows.filter((r) => r.subject === id)).toHaveLength(holding.length)
    }
  })

  it('is found by a part of a title, and counted so', async () => {
    const found = await paged('q=伞 3', 2)
    expect(found.rows.length).toBe(found.total)
    expect(new Set(found.rows.map((r) => r.title))).toEqual(new Set(['伞 3']))
  })
})
