import { randomBytes } from 'node:crypto'
import { EVENT_WORDS } from '@haixuan/domain/kernel/event-words'
import { afterAll, expect, inject } from 'vitest'
import { type Connection, connect } from '../src/platform/database/connection.ts'
import { type Db, openDatabase } from '../src/platform/database/open-database.ts'
import { connectionTo } from './connection-to.ts'

/** A database of the test file's own, dropped after its last test. */
export type TestDatabase = { readonly db: Db; readonly connection: Connection }

/** Makes one, with every migration applied; `empty` makes it without. Call it at the top of a test file or in a hook. */
export async function testDatabase({ empty = false }: { empty?: boolean } = {}): Promise<TestDatabase> {
  const { connection: server, template } = inject('testServer')
  const name = `haixuan_test_${randomBytes(6).toString('hex')}`
  const client = await connect(server, 'haixuan test')
  await client.query(`create database ${name} template ${empty ? 'template0' : template}`)
  const connection = connectionTo(server, name)
  const db = openDatabase(connection, { max: 5, name })
  afterAll(async () => {
    if (!empty) await expectWords(db)
    await db.destroy()
    await client.query(`drop database ${name} with (force)`)
    await client.end()
  })
  return { db, connection }
}

/** Whatever a test made happen has a name that people read, in both languages. */
async function expectWords(db: Db): Promise<void> {
  const types = await db.selectFrom('event').select('type').distinct().execute()
  expect(types.map(({ type }) => type).filter((type) => !type.startsWith('test.') && !(type in EVENT_WORDS))).toEqual(
    [],
  )
}
