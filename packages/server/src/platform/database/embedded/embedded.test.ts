import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { access, appendFile, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase } from '../open-database.ts'
import { type Embedded, startEmbedded } from './embedded.ts'
import type { Role } from './presence.ts'

/** A cluster that was made and shut down; copied, because making one takes longer than any test here. */
const made = path.join(tmpdir(), `haixuan-embedded-${process.pid}`)
let folder: string
let started: Embedded[]
let gaveUp: Error[]

beforeAll(async () => {
  const embedded = await startEmbedded({ folder: made, as: 'guest', onGiveUp: () => {} })
  await embedded.stop()
})
afterAll(() => rm(made, { recursive: true, force: true }))

beforeEach(async () => {
  folder = path.join(tmpdir(), `haixuan-embedded-${randomUUID()}`)
  await promisify(execFile)('cp', ['-a', made, folder])
  started = []
  gaveUp = []
})
afterEach(async () => {
  for (const embedded of started) await embedded.stop()
  await rm(folder, { recursive: true, force: true })
})

async function start(as: Role): Promise<Embedded> {
  const embedded = await startEmbedded({ folder, as, onGiveUp: (why) => gaveUp.push(why) })
  started.push(embedded)
  return embedded
}

async function leave(embedded: Embedded): Promise<void> {
  started = started.filter((other) => other !== embedded)
  await embedded.stop()
}

async function ask<T extends object>({ connection }: Embedded, question: string): Promise<T[]> {
  const client = new Client(connection)
  await client.connect()
  const { rows } = await client.query(question)
  await client.end()
  return rows
}

const postmaster = async () => Number.parseInt(await readFile(path.join(folder, 'data/postmaster.pid'), 'utf8'), 10)
/** Waits until the server holds its two locks, or gave up. */
async function supervised(server: Embedded): Promise<void> {
  const locks = `select count(*)::int as held from pg_locks where locktype = 'advisory' and granted`
  await expect
    .poll(() => gaveUp.length > 0 || ask(server, locks).catch(() => []), { timeout: 30_000 })
    .toSatisfy((found) => found === true || found[0]?.held === 2)
}

const isRunning = () =>
  access(path.join(folder, 'data/postmaster.pid')).then(
    () => true,
    () => false,
  )

test('whoever leaves last shuts it down', async () => {
  const server = await start('server')
  const running = await postmaster()
  const guest = await start('guest')
  expect(await postmaster()).toBe(running)
  await leave(server)
  expect(await ask(guest, 'select 1 as one')).toEqual([{ one: 1 }])
  await leave(guest)
  expect(await isRunning()).toBe(false)
})

test('many may make the same folder at once', async () => {
  await rm(folder, { recursive: true })
  const together = await Promise.all([start('guest'), start('server'), start('guest'), start('guest')])
  for (const each of together) expect(await ask(each, 'select current_user as me')).toEqual([{ me: 'haixuan' }])
})

test('writes to disk before it answers, listens on no network and orders text the same on every machine', async () => {
  const server = await start('server')
  const names = ['fsync', 'full_page_writes', 'listen_addresses', 'synchronous_commit']
  const found = await ask(server, `select name, setting from pg_settings where name = any('{${names}}') order by name`)
  expect(found.map((row) => Object.values(row))).toEqual([
    ['fsync', 'on'],
    ['full_page_writes', 'on'],
    ['listen_addresses', ''],
    ['synchronous_commit', 'on'],
  ])
  expect(await ask(server, `select lower('ÄÖ') as lower, 'Z' < 'a' as bytes`)).toEqual([{ lower: 'äö', bytes: true }])
  expect(await ask(server, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([{ rolsuper: false }])
})

test('a second server is refused, and nothing happens to the first', async () => {
  const first = await start('server')
  await expect(start('server')).rejects.toThrow(`${folder}: another Haixuan server runs here (process ${process.pid})`)
  expect(await ask(first, 'select 1 as one')).toEqual([{ one: 1 }])
  await leave(first)
  await start('server')
})

test('killed with -9 it comes back with all that was committed, and a question that waits is answered', async () => {
  const server = await start('server')
  const db = openDatabase(server.connection, { max: 3 })
  await sql`create table kept (n int)`.execute(db)
  await Promise.all([1, 2, 3].map((n) => sql`insert into kept values (${n})`.execute(db)))
  for (const round of [1, 2]) {
    const before = await postmaster()
    process.kill(before, 'SIGKILL')
    await sleep(50)
    const { rows } = await sql<{ n: number }>`select n from kept order by n`.execute(db)
    expect([round, rows.map(({ n }) => n)]).toEqual([round, [1, 2, 3]])
    expect(await postmaster()).not.toBe(before)
  }
  await db.destroy()
  await supervised(server)
  await expect(start('server'), 'the lock of the server is taken again').rejects.toThrow('another Haixuan server')
  expect(gaveUp).toEqual([])
})

test('a session that is killed while in use fails its question only', async () => {
  const server = await start('server')
  const db = openDatabase(server.connection, { max: 2 })
  const pid = (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]!.pid
  const long = sql`select pg_sleep(30)`.execute(db)
  const failed = expect(long).rejects.toThrow()
  await sleep(50)
  process.kill(pid, 'SIGKILL')
  await failed
  expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }])
  await db.destroy()
})

test('gives up with one line when it keeps ending', async () => {
  const server = await start('server')
  while (gaveUp.length === 0) {
    await supervised(server)
    process.kill(await postmaster(), 'SIGKILL')
    await sleep(50)
  }
  expect(gaveUp.map(({ message }) => message)).toEqual([
    `${folder}: PostgreSQL ended 5 times in a row; see ${path.join(folder, 'log')}`,
  ])
})

test('says why when it does not start', async () => {
  await appendFile(path.join(folder, 'data/postgresql.conf'), '\nno_such_setting = 1\n')
  await expect(start('guest')).rejects.toThrow(`${folder}: PostgreSQL does not start: configuration file`)
})

test('a server that was killed leaves nothing in the way: the next one takes over and shuts down', async () => {
  const killed = await otherProcess()
  const running = await postmaster()
  killed.kill('SIGKILL')
  await once(killed, 'exit')
  const server = await start('server')
  expect(await postmaster()).toBe(running)
  await leave(server)
  expect(await isRunning()).toBe(false)
})

test('a lock left by a machine that went down does not stop the start', async () => {
  await writeFile(path.join(folder, 'data/postmaster.pid'), `${process.pid}\n${path.join(folder, 'data')}\n`)
  expect(await ask(await start('server'), 'select 1 as one')).toEqual([{ one: 1 }])
})

test('data of a newer PostgreSQL are refused', async () => {
  await writeFile(path.join(folder, 'data/PG_VERSION'), '19\n')
  await expect(start('server')).rejects.toThrow(
    `${path.join(folder, 'data')}: is of PostgreSQL 19, this Haixuan brings 18; start the newer Haixuan that made it`,
  )
})

test('a folder that cannot be written is refused', async () => {
  await writeFile(path.join(folder, 'file'), '')
  const below = path.join(folder, 'file', 'database')
  await expect(startEmbedded({ folder: below, as: 'server', onGiveUp: () => {} })).rejects.toThrow(
    `${below}: cannot be written (ENOTDIR)`,
  )
})

test('a folder deeper than a socket may lie works too', async () => {
  folder = path.join(folder, 'deep'.repeat(20), 'deeper'.repeat(20))
  const server = await start('server')
  expect(await ask(server, 'select 1 as one')).toEqual([{ one: 1 }])
  await leave(server)
  await rm(server.connection.host, { recursive: true })
  folder = path.dirname(path.dirname(folder))
})

/** A process of its own that has started the server and then stays. */
async function otherProcess(): Promise<ChildProcess> {
  const program = `
    const { startEmbedded } = await import(${JSON.stringify(new URL('./embedded.ts', import.meta.url).href)})
    await startEmbedded({ folder: ${JSON.stringify(folder)}, as: 'server', onGiveUp: () => process.exit(1) })
    console.log('started')
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(child.stdout!, 'data')
  return child
}
