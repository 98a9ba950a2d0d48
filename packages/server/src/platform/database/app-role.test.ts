import { randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Client } from 'pg'
import { afterAll, expect, test } from 'vitest'
import { ensureAppRole } from './app-role.ts'
import { connect } from './connection.ts'
import { startEmbedded } from './embedded/embedded.ts'

// a cluster of its own: roles belong to all databases of one
const folder = path.join(tmpdir(), `haixuan-role-${randomUUID()}`)
const embedded = await startEmbedded({ folder, as: 'guest', onGiveUp: () => {} })
const clients: Client[] = []
afterAll(async () => {
  for (const client of clients) await client.end()
  await embedded.stop()
  await rm(embedded.folder, { recursive: true, force: true })
})

async function to(database: string, user: string): Promise<Client> {
  const client = await connect({ ...embedded.connection, database, user }, 'haixuan test')
  clients.push(client)
  return client
}

test('databases of one cluster that ask at once all get the role', async () => {
  const names = ['one', 'two', 'three', 'four']
  const owner = await to('haixuan', 'haixuan')
  for (const name of names) await owner.query(`create database ${name}`)
  const all = await Promise.all([...names, ...names].map((name) => to(name, 'haixuan')))
  await Promise.all(all.map(ensureAppRole))
  for (const client of all) {
    await client.query('set role haixuan_app')
    expect((await client.query('select current_user as me')).rows).toEqual([{ me: 'haixuan_app' }])
    await client.query('reset role')
  }
})

test('a login that may neither make the role nor take it on is told what an administrator runs', async () => {
  const admin = await to('haixuan', 'postgres')
  await admin.query('create role plain login')
  await expect(ensureAppRole(await to('haixuan', 'plain'))).rejects.toThrow(
    'CREATE ROLE haixuan_app NOLOGIN; GRANT haixuan_app TO plain',
  )
  await admin.query('grant haixuan_app to plain')
  await ensureAppRole(await to('haixuan', 'plain'))
})

test('a role with a way round row-level security is refused', async () => {
  const admin = await to('haixuan', 'postgres')
  const owner = await to('haixuan', 'haixuan')
  for (const [given, taken] of [
    ['alter role haixuan_app bypassrls', 'alter role haixuan_app nobypassrls'],
    ['grant haixuan to haixuan_app', 'revoke haixuan from haixuan_app'],
    ['grant pg_write_all_data to haixuan_app', 'revoke pg_write_all_data from haixuan_app'],
    ['create table own (); alter table own owner to haixuan_app', 'drop table own'],
  ] as const) {
    // a role cannot be a member of its own member
    if (given.startsWith('grant haixuan ')) await admin.query('revoke haixuan_app from haixuan cascade')
    await admin.query(given)
    await expect(ensureAppRole(given.startsWith('grant haixuan ') ? admin : owner), given).rejects.toThrow(
      'role haixuan_app: could pass by row-level security',
    )
    await admin.query(taken)
    await admin.query('grant haixuan_app to haixuan')
  }
  await ensureAppRole(owner)
})
