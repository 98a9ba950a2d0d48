import { createSecretKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, expect, test } from 'vitest'
import { startEmbedded } from '../src/platform/database/embedded/embedded.ts'
import { openDatabase } from '../src/platform/database/open-database.ts'
import { checkLog } from '../src/platform/events/check-log.ts'
import { portFor } from '../src/start/listen.ts'
import { runFaults } from './support/fault-run.ts'
import { temporaryFolder } from './support/server-process.ts'

/** `npm run faults` runs many more. */
const rounds = Number(process.env.HAIXUAN_TEST_FAULTS ?? 5)
const seed = Number(process.env.HAIXUAN_TEST_SEED ?? 20_260_520)
const ORG = 'main'

const { folder, remove } = temporaryFolder()
afterAll(remove)

test(
  `${rounds} times killed: what was acknowledged is there once, the log holds, seed ${seed}`,
  async () => {
    const data = path.join(folder, 'data')
    const port = await portFor({ host: '127.0.0.1', port: 0 })
    const { sent, faults } = await runFaults({ data, rounds, seed, port })
    const retried = sent.filter((s) => s.tries > 1)
    console.log(`${sent.length} commands, ${retried.length} sent more than once; killed: ${faults.join(', ')}`)
    expect(faults).toHaveLength(rounds)
    expect(retried.length).toBeGreaterThan(0)
    expect(sent.filter((s) => s.acknowledged?.status !== 201)).toEqual([])

    const embedded = await startEmbedded({ folder: path.join(data, 'database'), as: 'guest', onGiveUp: () => {} })
    const db = openDatabase(embedded.connection, { max: 2 })
    try {
      const marks = (kind: string) =>
        sent
          .filter((s) => s.kind === kind)
          .map((s) => s.mark)
          .sort()
      const projects = await sql<{
        mark: string
      }>`select name as mark from project where id <> 'base'`.execute(db)
      expect(projects.rows.map((r) => r.mark).sort()).toEqual(marks('project'))
      const products = await sql<{ mark: string }>`select sku as mark from product`.execute(db)
      expect(products.rows.map((r) => r.mark).sort()).toEqual(marks('product'))
      // each record was told once, by one command
      const told = await sql<{ mark: string }>`
      select coalesce(body #>> '{listing,sku}', body #>> '{plan,name}') as mark from event
      where type in ('plan.recorded', 'product.recorded') and subject <> 'base'`.execute(db)
      expect(told.rows.map((r) => r.mark).sort()).toEqual(sent.map((s) => s.mark).sort())
      const { rows } = await sql<{ answered: number; unsealed: number }>`
      select (select count(*)::int from answered) as answered, (select count(*)::int from unsealed) as unsealed`.execute(
        db,
      )
      expect(rows).toEqual([{ answered: sent.length + 1, unsealed: 0 }])
      const key = Buffer.from(readFileSync(path.join(data, 'keys/master-key'), 'utf8').trim(), 'base64')
      expect(await checkLog(db, createSecretKey(key), ORG)).toEqual([])
    } finally {
      await db.destroy()
      await embedded.stop()
    }
  },
  60_000 + rounds * 20_000,
)
