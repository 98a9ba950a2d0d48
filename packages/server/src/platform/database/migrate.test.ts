import { randomUUID } from 'node:crypto'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { connect } from './connection.ts'
import { migrate } from './migrate.ts'

const { connection } = await testDatabase({ empty: true })
let folder: string

beforeEach(async () => {
  folder = path.join(tmpdir(), `haixuan-migrate-${randomUUID()}`)
  await mkdir(folder)
  await write('0001-first.sql', 'create table first (n int);\ninsert into first values (1);')
  await write('0002-second.sql', 'alter table first add m int;')
})
afterEach(async () => {
  await rm(folder, { recursive: true })
  await ask('drop schema if exists haixuan cascade; drop schema public cascade; create schema public')
})

const write = (name: string, sql: string) => writeFile(path.join(folder, name), sql)

async function ask(statement: string): Promise<object[]> {
  const client = await connect(connection, 'haixuan test')
  try {
    return (await client.query(statement)).rows
  } finally {
    await client.end()
  }
}

test('applies each file once, in order', async () => {
  expect(await migrate(connection, folder)).toEqual(['0001-first', '0002-second'])
  expect(await migrate(connection, folder)).toEqual([])
  await write('0003-third.sql', 'update first set m = 3;')
  expect(await migrate(connection, folder)).toEqual(['0003-third'])
  expect(await ask('select * from first')).toEqual([{ n: 1, m: 3 }])
})

test('many at once apply each file once', async () => {
  const applied = await Promise.all(Array.from({ length: 5 }, () => migrate(connection, folder)))
  expect(applied.flat()).toEqual(['0001-first', '0002-second'])
  expect(await ask('select * from first')).toEqual([{ n: 1, m: null }])
})

test('a file that fails leaves nothing of it, names its line, and is tried again', async () => {
  await write('0002-second.sql', 'alter table first add m int;\n\nselect from nowhere;')
  await expect(migrate(connection, folder)).rejects.toThrow('0002-second.sql:3: relation "nowhere" does not exist')
  expect(await ask('select * from first')).toEqual([{ n: 1 }])
  await write('0002-second.sql', 'alter table first add m int;')
  expect(await migrate(connection, folder)).toEqual(['0002-second'])
})

test('a file changed after it was applied is refused', async () => {
  await migrate(connection, folder)
  await write('0001-first.sql', 'create table first (n bigint);')
  await write('0003-third.sql', 'drop table first;')
  await expect(migrate(connection, folder)).rejects.toThrow('0001-first.sql: was changed after it had been applied')
  expect(await ask('select * from first')).toEqual([{ n: 1, m: null }])
})

test('a database newer than the program is refused', async () => {
  await migrate(connection, folder)
  await rm(path.join(folder, '0002-second.sql'))
  await expect(migrate(connection, folder)).rejects.toThrow('database: is newer than this program (it has 0002-second)')
})

test('a database with another past is refused', async () => {
  await migrate(connection, folder)
  await rm(path.join(folder, '0002-second.sql'))
  await write('0002-other.sql', 'drop table first;')
  await expect(migrate(connection, folder)).rejects.toThrow('it has 0002-second where this one has 0002-other')
})

test('a gap in the numbers is a fault of the program', async () => {
  await write('0004-fourth.sql', '')
  await expect(migrate(connection, folder)).rejects.toThrow('0004-fourth.sql: the file in place 3 is named 0003-….sql')
})

test('an address that is none is refused', async () => {
  for (const url of ['localhost/haixuan', 'mysql://localhost/haixuan'])
    await expect(migrate({ url }, folder), url).rejects.toThrow('DATABASE_URL: is not an address such as postgres://')
})
