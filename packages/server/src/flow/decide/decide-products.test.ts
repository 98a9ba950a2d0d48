import type { Instant } from '@haixuan/domain/kernel/day'
import { productFacts } from '@haixuan/domain/select/product/product'
import { sql } from 'kysely'
import { Client } from 'pg'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import { clientConfig } from '../../platform/database/connection.ts'

const owner = person('a', 'Lin', 'owner')
const listing = {
  row: 1,
  sku: 'U-1',
  title: 'X 100',
  description: '',
  images: [],
  category: [],
  seller: '伞业',
  variants: [],
  attributes: [],
  language: 'en',
}

test('a decision on all products of a supplier waits for what is being recorded of one, and reads it', async () => {
  const { db, connection } = await testDatabase()
  await makeOrganisation(db, 'a')
  const as = asking(await testApp(testHouse(db, { now: '2026-05-01T08:00:00.000Z' as Instant })))(owner)
  const plan = { id: 'june', theme: '雨具', markets: ['sg'], date: '2026-06-06', language: 'zh', slots: 1 }
  await as.post('/projects', plan)
  await as.post('/projects/june/products', { listings: [listing] })
  await as.post('/suppliers', { id: 'S-1', name: '伞业', country: 'CN', kind: 'trader' })
  const classed = async () => (await db.selectFrom('product').select('class').executeTakeFirstOrThrow()).class
  expect(await classed()).toBeNull()

  const other = new Client(clientConfig(connection, 'other'))
  await other.connect()
  await other.query('begin')
  const facts = productFacts.parse({ product: 'U-1', class: 'household' })
  await other.query('update candidate set facts = $1', [JSON.stringify(facts)])
  const changed = as.post('/suppliers/S-1/add-document', { type: 'cn-business-licence', number: 'L-1' })
  const waiting = () => sql<{ n: number }>`select count(*)::int as n from pg_locks where not granted`.execute(db)
  await expect.poll(async () => (await waiting()).rows[0]?.n, { timeout: 10_000 }).toBeGreaterThan(0)
  await other.query('commit')
  await other.end()

  expect((await changed).status).toBe(200)
  expect(await classed()).toBe('household')
})
