import { createHash, createSecretKey, randomUUID } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { BroadcastChannel } from 'node:worker_threads'
import type { Instant } from '@haixuan/domain/kernel/day'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { follow } from '../../../test/support/follow.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testHouse } from '../../../test/support/test-house.ts'
import { buildApp } from '../../app.ts'
import type { Actor } from '../../platform/commands/actor.ts'
import type { Db } from '../../platform/database/open-database.ts'
import { Sealer } from '../../platform/events/sealer.ts'
import { diskStore } from '../../platform/files/disk-store.ts'
import { WorkerThread } from '../../platform/jobs/worker-thread.ts'

const lin = person('a', 'Lin', 'selection')
const folder = path.join(tmpdir(), `haixuan-import-${randomUUID()}`)
const plan = {
  id: 'june',
  theme: '雨具',
  markets: ['sg'],
  date: '2999-06-06',
  language: 'zh',
  slots: 4,
  currency: 'SGD',
}
const ROWS = 2_000
/** Rows, counted from 1, that have no title. */
const BAD = [7, 500, 501, 1_234, 2_000]
/** Every tenth row has no sku. */
const list = [
  'SKU,商品名称,价格,店铺名称',
  ...Array.from({ length: ROWS }, (_, i) => {
    const row = i + 1
    return `${row % 10 === 0 ? '' : `U-${row}`},${BAD.includes(row) ? '' : `折叠伞 ${row} 号`},19.90,示例伞业 ${row % 7} 店`
  }),
].join('\n')

let db: Db
let app: FastifyInstance
let thread: WorkerThread
let sealer: Sealer
const faults: unknown[] = []
const mortal = new BroadcastChannel('mortal-worker')
const as = (actor: Actor) => asking(app)(actor)

beforeAll(async () => {
  const made = await testDatabase()
  db = made.db
  await makeOrganisation(db, 'a')
  const house = { ...testHouse(db, { now: '2026-05-01T08:00:00.000Z' as Instant }), files: diskStore(folder) }
  sealer = new Sealer({ db, master: house.masterKey, onError: (error) => faults.push(error) })
  sealer.start()
  app = await buildApp({
    house,
    authenticate: async (request) => JSON.parse(decodeURIComponent(String(request.headers['x-actor']))) as Actor,
    stream: { connection: made.connection, onError: (error) => faults.push(error) },
  })
  await app.listen({ host: '127.0.0.1', port: 0 })
  thread = new WorkerThread(
    { connection: made.connection, files: { folder }, masterKey: createSecretKey(Buffer.alloc(32, 7)) },
    {
      entry: new URL('../../../test/support/mortal-worker.ts', import.meta.url),
      committed: () => sealer.wake(),
      onError: (error) => faults.push(error),
    },
  )
  thread.start()
  await as(lin).post('/projects', plan)
}, 60_000)
afterAll(async () => {
  mortal.close()
  await thread.stop()
  await app.close()
  await sealer.stop()
  await rm(folder, { recursive: true, force: true })
})

async function upload(content: string, name: string): Promise<string> {
  const reply = await app.inject({
    method: 'PUT',
    url: `/api/v1/files?name=${encodeURIComponent(name)}`,
    headers: { 'x-actor': encodeURIComponent(JSON.stringify(lin)), 'content-type': 'text/csv' },
    payload: content,
  })
  expect(reply.statusCode).toBeLessThan(202)
  return reply.json().sha256
}

const ended = (task: string) =>
  expect
    .poll(async () => (await as(lin).get(`/tasks/${task}`)).body, { timeout: 60_000, interval: 50 })
    .toMatchObject({ finishedAt: expect.any(String) })

describe('a list of 2,000 products with 5 bad rows', () => {
  let task: string

  it('is imported once, though the worker dies in the middle of it, and its progress is heard', async () => {
    const sha256 = await upload(list, '供货 表.csv')
    expect(sha256).toBe(createHash('sha256').update(list).digest('hex'))
    const stream = await follow(app, lin)
    const started = await as(lin).post('/projects/june/imports', { sha256 })
    task = started.body.task
    const told = () => stream.heard.filter((h) => h.event === 'task' && h.data.id === task).map((h) => h.data)
    await expect.poll(() => told().some((t) => (t.done as number) > 0), { timeout: 60_000, interval: 5 }).toBe(true)
    const dead = new Promise((resolve) => thread.thread!.once('exit', resolve))
    mortal.postMessage('the worker dies')
    await dead
    await ended(task)
    await expect.poll(() => told().at(-1)?.state, { timeout: 10_000 }).toBe('done')
    await stream.close()

    const { body } = await as(lin).get(`/tasks/${task}`)
    expect(body).toMatchObject({ state: 'done', done: ROWS, of: ROWS, error: null })
    expect(body.result).toMatchObject({
      file: '供货 表.csv',
      rows: ROWS,
      imported: 1_995,
      rejected: 5,
      added: 1_995,
      present: 0,
    })
    expect(body.result.columns.find((c: { field: string }) => c.field === 'title')).toMatchObject({
      header: '商品名称',
    })
    const { attempt } = await db.selectFrom('task').select('attempt').executeTakeFirstOrThrow()
    expect(attempt).toBe(2)
    const counts = await sql<Record<string, number>>`
      select (select count(*)::int from product) as products,
        (select count(*)::int from product where decided_at is null) as undecided,
        (select count(distinct subject)::int from event where type = 'product.recorded') as recorded,
        (select count(*)::int from event where type = 'product.recorded') as records,
        (select count(*)::int from event where type = 'listings.imported') as imports`.execute(db)
    expect(counts.rows[0]).toEqual({ products: 1_995, undecided: 0, recorded: 1_995, records: 1_995, imports: 1 })
    const states = told().map((t) => t.state)
    expect([states[0], states.at(-1)]).toEqual(['waiting', 'done'])
    const done = told().map((t) => t.done as number)
    expect(done).toEqual(done.toSorted((a, b) => a - b))
    expect(faults.map(String)).toEqual(['Error: the worker dies'])
  }, 120_000)

  it('tells the rows it did not take, in a table that runs no formulas', async () => {
    const reply = await app.inject({
      url: `/api/v1/imports/${task}/rejected.csv`,
      headers: { 'x-actor': encodeURIComponent(JSON.stringify(lin)) },
    })
    const lines = reply.body.trimEnd().split('\r\n')
    expect(lines[0]).toBe('\uFEFF行 row,字段 field,原因,reason')
    expect(lines.slice(1).map((l) => l.split(',').slice(0, 2))).toEqual(BAD.map((row) => [String(row), 'title']))
    const other = { 'x-actor': encodeURIComponent(JSON.stringify(person('b', 'Mallory', 'owner'))) }
    expect((await app.inject({ url: `/api/v1/imports/${task}/rejected.csv`, headers: other })).statusCode).toBe(404)
  })

  it('adds nothing when it is imported again; another list with the same rows does', async () => {
    const again = await as(lin).post('/projects/june/imports', {
      sha256: createHash('sha256').update(list).digest('hex'),
    })
    await ended(again.body.task)
    expect((await as(lin).get(`/tasks/${again.body.task}`)).body.result).toMatchObject({ added: 0, present: 1_995 })

    const other = await upload('商品名称,价格\n雨衣,9.90\n雨靴,29.90\n', '补充.csv')
    const more = await as(lin).post('/projects/june/imports', { sha256: other })
    await ended(more.body.task)
    expect((await as(lin).get(`/tasks/${more.body.task}`)).body.result).toMatchObject({ added: 2, present: 0 })
    expect((await as(lin).get(`/projects/june/products/row:1@${other.slice(0, 12)}`)).body.title).toBe('雨衣')
  }, 60_000)
})

describe('a list whose columns say little', () => {
  const csv = 'P,Q,R\n伞甲,甲厂,9.90\n伞乙,乙厂,19.90\n'
  const preview = async (sha256: string, more: object = {}) =>
    (await as(lin).get(`/imports/preview?${new URLSearchParams({ sha256, ...more })}`)).body
  const by = (columns: { field: string; header: string }[]) =>
    Object.fromEntries(columns.map((c) => [c.field, c.header]))

  it('is shown with its first rows, read as people say, and read so the next time', async () => {
    const sha256 = await upload(csv, '小厂.csv')
    const map = { title: 'P', brand: 'Q', price: 'R' }
    const said = await preview(sha256, { map: JSON.stringify(map), currency: 'SGD', seller: '示例小厂' })
    expect(by(said.columns)).toMatchObject(map)
    expect(said.rows[1]).toMatchObject({
      row: 2,
      cells: ['伞乙', '乙厂', '19.90'],
      listing: { title: '伞乙', brand: '乙厂', price: { minor: 1_990, currency: 'SGD' } },
    })
    expect(said.fields.find((f: { id: string }) => f.id === 'title').name).toEqual({
      zh: '商品名称',
      en: 'product name',
    })
    const started = await as(lin).post('/projects/june/imports', { sha256, map, seller: '示例小厂' })
    await ended(started.body.task)
    const { rows } = (await as(lin).get('/projects/june/products?q=伞甲')).body
    expect(rows).toMatchObject([{ title: '伞甲', brand: '甲厂', supplierName: '示例小厂' }])

    const next = await upload(`${csv}伞丙,丙厂,5.00\n`, '小厂六月.csv')
    const again = await preview(next, { seller: '示例小厂' })
    expect([again.map, again.remembered.by, by(again.columns).brand]).toEqual([map, 'Lin', 'Q'])
    expect((await preview(next)).remembered).toBeNull()
  }, 60_000)

  it('tells what it cannot do', async () => {
    const sha256 = await upload(csv, '小厂.csv')
    expect((await preview('b'.repeat(64))).code).toBe('not-found')
    expect((await preview(sha256, { map: '{"title":"Z"}' })).detail).toMatch(/^小厂\.csv: .*no column "Z"/)
    expect((await preview(sha256, { map: 'P' })).field).toBe('map')
  })
})

it('a list that is imported again may set the prices, and the price before stays on record', async () => {
  const at = (price: string) => `SKU,商品名称,价格\nU-1,折叠伞,${price}\nU-2,折叠伞,19.90\n`
  for (const [prices, price, repriced, minor] of [
    ['keep', '29.90', 0, 1_990],
    ['take', '29.90', 1, 2_990],
    ['take', '29.90', 0, 2_990],
  ] as const) {
    const sha256 = await upload(at(price), '新价.csv')
    const { body } = await as(lin).post('/projects/june/imports', { sha256, prices })
    await ended(body.task)
    expect((await as(lin).get(`/tasks/${body.task}`)).body.result).toMatchObject({ added: 0, present: 2, repriced })
    expect((await as(lin).get('/projects/june/products/U-1')).body.price).toEqual({ minor, currency: 'SGD' })
  }
  const { listing } = (await as(lin).get('/projects/june/products/U-1/prices')).body
  expect(listing.map((p: { price: { minor: number } }) => p.price.minor)).toEqual([1_990, 2_990])
}, 60_000)

describe('a list that is none', () => {
  it('fails with what to do about it, by the name it was sent under', async () => {
    const sha256 = await upload('1,2,3\n4,5,6\n', 'numbers.csv')
    const { body } = await as(lin).post('/projects/june/imports', { sha256 })
    await ended(body.task)
    const { state, error } = (await as(lin).get(`/tasks/${body.task}`)).body
    expect([state, error.code]).toEqual(['failed', 'bad-input'])
    expect(error.detail).toMatch(/^numbers\.csv: /)
    expect(JSON.stringify(error)).not.toContain(folder)
  })

  it('is refused when it is not there, is of no kind that holds a list, or names no currency', async () => {
    const none = 'a'.repeat(64)
    expect((await as(lin).post('/projects/june/imports', { sha256: none })).status).toBe(404)
    expect((await as(lin).post('/projects/june/imports', { sha256: none, currency: 'XYZ' })).body.field).toBe(
      'currency',
    )
  })
})

it('records the suppliers of a list, gives them the products that name them, and leaves those on record alone', async () => {
  const sha256 = await upload(
    '编号,供应商名称,国家,类型\nS-1,示例伞业 1 店,中国,生产商\nS-2,,中国,生产商\nS-3,无国,,贸易商\n',
    '供应商.csv',
  )
  for (const [added, present] of [
    [1, 0],
    [0, 1],
  ]) {
    const { body } = await as(lin).post('/suppliers/imports', { sha256 })
    await ended(body.task)
    expect((await as(lin).get(`/tasks/${body.task}`)).body).toMatchObject({ state: 'done', result: { added, present } })
    const rows = await db
      .selectFrom('import_fault')
      .select('row')
      .where('task_id', '=', body.task)
      .orderBy('row')
      .execute()
    expect(rows.map((r) => r.row)).toEqual(present ? [1, 2, 3] : [2, 3])
  }
  const { rows } = (await as(lin).get('/projects/june/products?supplier=S-1&limit=1')).body
  expect(rows[0].supplier).toBe('S-1')
}, 60_000)
