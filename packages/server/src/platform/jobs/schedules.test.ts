import { PgBoss } from 'pg-boss'
import { expect, test } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { clientConfig } from '../database/connection.ts'
import { startSchedules } from './schedules.ts'

test('what comes round by the clock is done by one of the servers, and a fault in it does not end it', async () => {
  const { connection } = await testDatabase()
  const faults: unknown[] = []
  let turns = 0
  const recheck = {
    name: 'recheck',
    cron: '0 * * * *',
    run: async () => {
      turns += 1
      if (turns === 1) throw new Error('the first turn fails')
    },
  }
  // two servers
  const stops = [
    await startSchedules(connection, [recheck], (error) => faults.push(error)),
    await startSchedules(connection, [recheck], (error) => faults.push(error)),
  ]
  const boss = new PgBoss(clientConfig(connection, 'test') as never)
  await boss.start()
  expect(await boss.getSchedules()).toMatchObject([{ name: 'recheck', cron: '0 * * * *' }])
  await boss.send('recheck')
  await expect.poll(() => turns, { timeout: 20_000 }).toBe(1)
  // the turn before is over when the next one may be queued
  await expect.poll(() => boss.send('recheck'), { timeout: 20_000 }).not.toBeNull()
  await expect.poll(() => turns, { timeout: 20_000 }).toBe(2)
  expect(faults).toMatchObject([{ message: 'the first turn fails' }])
  await boss.stop()
  for (const stop of stops) await stop()
}, 60_000)
