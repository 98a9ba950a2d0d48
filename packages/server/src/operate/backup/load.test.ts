import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../test/support/test-database.ts'
import { migrate } from '../../platform/database/migrate.ts'
import { readMigrations } from '../../platform/database/migrations.ts'
import { copyDatabase } from './copy-database.ts'
import { load } from './load.ts'
import { type Manifest, partsOf } from './manifest.ts'

/** Migrations of the version that the backup is of: before events had their places in a table of their own. */
const OLDER = 31

let folder: string
let from: TestDatabase
let to: TestDatabase
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'haixuan-load-'))
  ;[from, to] = [await testDatabase({ empty: true }), await testDatabase({ empty: true })]
})
afterAll(() => rm(folder, { recursive: true }))

test('a backup of an older version is loaded as it was and brought up to this one', async () => {
  const all = await readMigrations()
  const before = path.join(folder, 'before')
  await mkdir(before)
  for (const { name, sql: text } of all.slice(0, OLDER)) await writeFile(path.join(before, `${name}.sql`), text)
  await migrate(from.connection, before)
  // what text formats trip over
  const name = 'tab\t newline\n backslash \\N "quote" 海选 \u{1F9FA}'
  await sql`insert into organisation (id, name) values ('a', ${name})`.execute(from.db)
  await sql`insert into event (org_id, seq, committed, at, type, actor, subject, clause, body) values
    ('a', 0, '{plan}', '2026-05-20T12:00:00.123456Z', 'x.y', 'Lin', 's', 'T2', ${JSON.stringify({ name, n: 1e21 })}),
    ('a', null, null, '2026-05-20T12:00:00.123457Z', 'x.y', 'Lin', 's', 'T2', '{}')`.execute(from.db)
  await sql`insert into leaf (org_id, seq, hash) values ('a', 0, '\\x00')`.execute(from.db)

  const taken = path.join(folder, 'taken')
  await mkdir(taken)
  const database = await copyDatabase(from.connection, partsOf(taken).tables, () => {})
  expect(database.migrations).toHaveLength(OLDER)
  const manifest: Manifest = { format: 1, made: new Date().toISOString(), ...database, files: [], keys: false }
  await load(to.connection, { manifest, folder: taken, older: true, progress: () => {} })

  const rows = async ({ db }: TestDatabase) => [
    (await sql`select id, name, created_at from organisation`.execute(db)).rows,
    (await sql`select id, seq, committed, at, body::text from event order by id`.execute(db)).rows,
  ]
  expect(await rows(to)).toEqual(await rows(from))
  expect(await migrate(to.connection)).toEqual([])
  // numbers go on after the last one
  const next = await sql<{ id: number }>`insert into happening (org_id, at, type, actor, subject, clause, body)
    values ('a', now(), 'x.y', 'Lin', 's', 'T2', '{}') returning id`.execute(to.db)
  expect(next.rows[0]!.id).toBe(3)
  expect((await sql`select event_id from unsealed`.execute(to.db)).rows).toEqual([{ event_id: 2 }])

  await expect(load(to.connection, { manifest, folder: taken, older: true, progress: () => {} })).rejects.toThrow(
    'database: is not empty',
  )
})
