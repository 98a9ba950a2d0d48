import type { Instant } from '@haixuan/domain/kernel/day'
import { Refusal } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { TASK_WORDS } from '@haixuan/domain/kernel/task-words'
import { beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import { taskEnded, testWorker } from '../../../test/support/test-worker.ts'
import type { House } from '../../house.ts'
import { taskKinds } from '../../tasks.ts'
import type { Connection } from '../database/connection.ts'
import type { Db } from '../database/open-database.ts'
import { inScope } from '../database/scope.ts'
import { startTask } from './start-task.ts'
import { type TaskKind, taskKind } from './task-kind.ts'
import { TaskWorker } from './task-worker.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const lin = person('a', 'Lin', 'selection')
const zhou = person('a', 'Zhou', 'sourcing')

let db: Db
let house: House
let connection: Connection
let as: ReturnType<typeof asking>
beforeAll(async () => {
  const made = await testDatabase()
  db = made.db
  connection = made.connection
  house = testHouse(db, clock)
  await makeOrganisation(db, 'a')
  as = asking(await testApp(house))
})

const nothing = z.strictObject({})
const start = (kind: TaskKind) => inScope(db, zhou, (tx) => startTask({ tx, actor: zhou, now: clock.now }, kind, {}))
/** Works with these kinds alone while `during` runs. */
async function working(kinds: readonly TaskKind[], during: (faults: unknown[]) => Promise<void>): Promise<void> {
  const faults: unknown[] = []
  const worker = new TaskWorker({ house, connection, kinds, onError: (error) => faults.push(error) })
  worker.start()
  await during(faults).finally(() => worker.stop())
}
const steps = (count: number, gate?: Promise<void>) =>
  taskKind({
    name: 'count',
    input: nothing,
    async run({ step, place }) {
      for (let n = ((place as { n: number } | null)?.n ?? 0) + 1; n <= count; n++) {
        await step(async ({ actor }) => ({
          events: [{ type: 'test.counted', subject: `n:${n}`, clause: 'F1', body: { by: actor.name } }],
          place: { n },
          done: n,
          of: count,
        }))
        if (n === 2) await gate
      }
      return { counted: count }
    },
  })
const counted = async () =>
  (await db.selectFrom('event').select('subject').where('type', '=', 'test.counted').orderBy('id').execute()).map(
    (e) => e.subject,
  )

describe('a task', () => {
  it('is carried out for who started it, step by step', async () => {
    const task = await start(steps(3))
    await working([steps(3)], async (faults) => {
      expect(await taskEnded(as, lin, task)).toMatchObject({
        state: 'done',
        done: 3,
        of: 3,
        result: { counted: 3 },
        startedBy: 'Zhou',
      })
      expect(faults).toEqual([])
    })
    expect(await counted()).toEqual(['n:1', 'n:2', 'n:3'])
  })

  it('tells a refusal as a request would be answered, and a fault without its inside', async () => {
    const refused = taskKind({
      name: 'refused',
      input: nothing,
      run: async () => {
        throw new Refusal(toOperator('not today'), 'I9', { zh: '明天再试', en: 'Try tomorrow' })
      },
    })
    const broken = taskKind({
      name: 'broken',
      input: nothing,
      run: async () => {
        throw new Error('the secret is 42')
      },
    })
    const [one, two] = [await start(refused), await start(broken)]
    await working([refused, broken], async (faults) => {
      expect((await taskEnded(as, lin, one)).error).toMatchObject({
        code: 'refused',
        detail: 'not today',
        clause: 'I9',
      })
      const { error } = await taskEnded(as, lin, two)
      expect(error.code).toBe('unexpected')
      expect(JSON.stringify(error)).not.toContain('42')
      expect(faults).toHaveLength(1)
    })
  })

  it('ends at its next step when it is cancelled; what was done stays', async () => {
    const before = (await counted()).length
    const { promise, resolve } = Promise.withResolvers<void>()
    const task = await start(steps(50, promise))
    await working([steps(50, promise)], async () => {
      await expect.poll(async () => (await as(lin).get(`/tasks/${task}`)).body.done).toBe(2)
      expect((await as(person('a', 'He', 'quality')).post(`/tasks/${task}/cancel`, {})).status).toBe(403)
      expect(await as(lin).post(`/tasks/${task}/cancel`, {})).toMatchObject({
        status: 200,
        body: { state: 'cancelled' },
      })
      resolve()
    })
    expect((await as(lin).get(`/tasks/${task}`)).body).toMatchObject({ state: 'cancelled', done: 2, result: null })
    expect((await counted()).length - before).toBe(2)
    expect((await as(lin).post(`/tasks/${task}/cancel`, {})).body.state).toBe('cancelled')
  })

  it('is taken up by another worker when its session is lost, and the first one writes no more', async () => {
    const before = (await counted()).length
    const { promise, resolve } = Promise.withResolvers<void>()
    const task = await start(steps(4, promise))
    await working([steps(4, promise)], async () => {
      await expect.poll(async () => (await as(lin).get(`/tasks/${task}`)).body.done).toBe(2)
      // as a second worker does that finds it held by nobody
      await db.updateTable('task').set({ attempt: 2 }).where('id', '=', task).execute()
      resolve()
    })
    expect((await counted()).length - before).toBe(2)
    await working([steps(4)], async () => {
      expect(await taskEnded(as, lin, task)).toMatchObject({ state: 'done', done: 4 })
    })
    expect((await counted()).slice(before)).toEqual(['n:1', 'n:2', 'n:3', 'n:4'])
  })
})

it('decides a project of more than 300 products in the background when its plan changes', async () => {
  const worker = testWorker(house, connection)
  const plan = { id: 'big', theme: '雨具', markets: ['sg'], date: '2026-06-06', language: 'zh', slots: 4 }
  expect((await as(lin).post('/projects', plan)).status).toBe(201)
  const listing = (n: number) => ({
    row: n,
    sku: `U-${n}`,
    title: `伞 ${n}`,
    description: '',
    images: [],
    category: [],
    seller: `店 ${n % 3}`,
    variants: [],
    attributes: [],
    language: 'zh',
  })
  for (const from of [0, 200]) {
    const listings = Array.from({ length: from === 0 ? 200 : 101 }, (_, i) => listing(from + i + 1))
    expect((await as(lin).post('/projects/big/products', { listings })).status).toBe(201)
  }
  const revised = await as(lin).post(
    '/projects/big/revise',
    { ...plan, id: undefined, markets: ['my'] },
    { version: 1 },
  )
  expect(revised.status).toBe(200)
  const { rows } = (await as(lin).get('/tasks?project=big')).body
  expect(rows).toMatchObject([{ kind: 'project.decide', startedBy: 'Lin' }])
  expect(await taskEnded(as, lin, rows[0].id)).toMatchObject({ state: 'done', done: 304, of: 304 })
  const markets = await db.selectFrom('product').select('markets').where('project_id', '=', 'big').distinct().execute()
  expect(markets.map((m) => Object.keys(m.markets))).toEqual([['my']])

  // one supplier of many products, whose record is new
  const more = Array.from({ length: 199 }, (_, i) => ({ ...listing(i + 400), seller: '店 0' }))
  for (const listings of [more, more.map((l) => ({ ...l, sku: `V-${l.row}` }))])
    expect((await as(lin).post('/projects/big/products', { listings })).status).toBe(201)
  // a minute later, so that its task is the newest of the list
  clock.now = '2026-05-01T08:01:00.000Z' as Instant
  const supplier = { id: 'S-1', name: '店 0', country: 'CN', kind: 'trader' }
  expect((await as(lin).post('/suppliers', supplier)).status).toBe(201)
  const [task] = (await as(lin).get('/tasks?project=big')).body.rows
  // 100 of the first 301, 398 more, and the gate of the supplier
  expect(await taskEnded(as, lin, task.id)).toMatchObject({ state: 'done', done: 499, of: 499 })
  const { gates } = (await as(lin).get('/suppliers/S-1')).body
  expect(gates).toMatchObject([{ project: 'big', findings: expect.arrayContaining([expect.anything()]) }])
  expect(worker.faults).toEqual([])
}, 60_000)

it('every kind of task has a name that people read', () => {
  expect(taskKinds.map(({ name }) => name).filter((name) => !(name in TASK_WORDS))).toEqual([])
})
