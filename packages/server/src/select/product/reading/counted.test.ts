import type { Instant } from '@haixuan/domain/kernel/day'
import fc from 'fast-check'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { projectWith, umbrella } from '../../../../test/support/released-project.ts'
import { testDatabase } from '../../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../../test/support/test-house.ts'

const lin = person('a', 'Lin', 'owner')
type Row = {
  id: string
  class: string | null
  supplier: string
  channel: string | null
  state: string
  owes: string[]
  price: { currency: string } | null
}

test('whatever a list is narrowed down by, it shows, and counts, the products that are so and no other', async () => {
  const { db } = await testDatabase()
  await makeOrganisation(db, 'a')
  const by = asking(await testApp(testHouse(db, { now: '2026-05-01T08:00:00.000Z' as Instant })))
  const as = by(lin)
  const goods = [
    ...Array.from({ length: 9 }, (_, i) =>
      umbrella(`U-${i}`, i % 2 ? '折叠伞' : '全网最低价的折叠伞', {
        seller: ['伞业', '雨衣厂', '伞业二'][i % 3],
        ...(i % 4 ? { price: { minor: 100 + i, currency: i % 4 === 1 ? 'CNY' : 'EUR' } } : {}),
      }),
    ),
    umbrella('F-1', '维生素软糖', { category: ['食品'] }),
    umbrella('L-1', 'LED desk lamp'),
  ]
  await projectWith(by, lin, 'june', goods)
  await as.post('/suppliers', { id: 'S-1', name: '伞业', country: 'CN', kind: 'trader', channel: 'fair' })
  await sql`update candidate set facts = coalesce(facts, '{}') || '{"channel": "house"}' where id in ('U-1', 'U-2', 'L-1')`.execute(
    db,
  )
  const all = ((await as.get('/projects/june/products?limit=200')).body.rows as Row[]).toSorted((a, b) =>
    a.id < b.id ? -1 : 1,
  )
  expect(all).toHaveLength(goods.length)
  const suppliers = new Map<string, string | undefined>([['S-1', 'fair']])
  const cameBy = (row: Row) => row.channel ?? suppliers.get(row.supplier) ?? 'none'
  const meets: Record<string, (row: Row, value: string) => boolean> = {
    class: (row, v) =>
      v === 'none' ? row.class === null : row.class === v || (row.class?.startsWith(`${v}.`) ?? false),
    supplier: (row, v) => row.supplier === v,
    state: (row, v) => row.state === v,
    currency: (row, v) => row.price?.currency === v,
    channel: (row, v) => cameBy(row) === v,
    owes: (row, v) => row.owes.includes(v),
  }
  const values: Record<string, readonly string[]> = {
    class: ['none', 'pet', ...new Set(all.flatMap((r) => r.class ?? []))],
    supplier: ['nobody', ...new Set(all.map((r) => r.supplier))],
    state: ['open', 'conditional', 'passed'],
    currency: ['CNY', 'EUR', 'USD'],
    channel: ['none', 'fair', 'house', 'friend'],
    owes: ['supplier', 'quality', 'host'],
  }
  const filters = fc.record(
    Object.fromEntries(Object.entries(values).map(([name, of]) => [name, fc.constantFrom(...of)])),
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(filters, fc.constantFrom('title', '-added', 'state', 'price'), async (asked, sort) => {
      const query = new URLSearchParams(asked as Record<string, string>).toString()
      const wanted = all.filter((row) => Object.entries(asked).every(([name, v]) => meets[name]!(row, v as string)))
      const listed = (await as.get(`/projects/june/products?${query}&sort=${sort}`)).body.rows as Row[]
      expect(listed.map((r) => r.id).sort()).toEqual(wanted.map((r) => r.id))
      const counted = (await as.get(`/projects/june/product-count?${query}`)).body
      expect(counted).toEqual({ count: wanted.length, more: false })
    }),
    { numRuns: 60 },
  )
})
