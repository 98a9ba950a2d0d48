import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { KEPT_FOR_PEOPLE_MS, openDatabase, type PoolCounts } from './open-database.ts'

test('connections that nobody uses are kept as long as is asked, for people longer than a pause', async () => {
  const { connection } = await testDatabase()
  const opened = (idleMs: number) => {
    let pool: () => PoolCounts = () => ({ open: 0, idle: 0, waiting: 0 })
    const onPool = (counts: typeof pool) => {
      pool = counts
    }
    return { db: openDatabase(connection, { max: 6, idleMs, onPool }), pool: () => pool() }
  }
  const [short, long] = [opened(20), opened(KEPT_FOR_PEOPLE_MS)]
  // as many at once as it may have
  for (const { db } of [short, long])
    await Promise.all(Array.from({ length: 6 }, () => sql`select pg_sleep(0.05)`.execute(db)))
  await expect.poll(() => short.pool().open, { timeout: 10_000 }).toBeLessThanOrEqual(4)
  expect(long.pool()).toEqual({ open: 6, idle: 6, waiting: 0 })
  for (const { db } of [short, long]) await db.destroy()
})
