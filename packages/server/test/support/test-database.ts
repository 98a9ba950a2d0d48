import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { EVENT_WORDS } from '@haixuan/domain/kernel/event-words'
import { expect, inject } from 'vitest'
import { type Connection, connect } from '../../src/platform/database/connection.ts'
import { type Db, openDatabase } from '../../src/platform/database/open-database.ts'
import { afterFile } from './after-file.ts'
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
  afterFile(async () => {
    if (!empty) await expectWords(connection)
    await db.destroy()
    await drop(client, name)
    await client.end()
  })
  return { db, connection }
}

/** Waits while PostgreSQL itself is at work in it: its autovacuum is a superuser's, and may not be ended by force. */
async function drop(client: Awaited<ReturnType<typeof connect>>, name: string, tries = 100): Promise<void> {
  try {
    await client.query(`drop database if exists ${name} with (force)`)
  } catch (error) {
    if ((error as { code?: string }).code !== '42501' || tries === 0) throw error
    await setTimeout(200)
    await drop(client, name, tries - 1)
  }
}

/** Whatever a test made happen has a name that people read, in both languages. */
async function expectWords(connection: Connection): Promise<void> {
  const client = await connect(connection, 'haixuan test')
  const { rows } = await client.query<{ type: string }>(`select distinct type from event where type not like 'test.%'`)
  await client.end()
  expect(rows.map(({ type }) => type).filter((type) => !(type in EVENT_WORDS))).toEqual([])
}
