import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Instant } from '@haixuan/domain/kernel/day'
import { replayDecisions } from '@haixuan/interchange/verify/replay-decisions'
import { verifyArchive } from '@haixuan/interchange/verify/verify-archive'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/test-database.ts'
import { asking, testApp, testHouse } from '../../../test/test-house.ts'
import { taskEnded, testWorker } from '../../../test/test-worker.ts'
import { recheckDue } from '../../flow/recheck-due.ts'
import type { House } from '../../house.ts'
import { exportArchive } from '../../improve/archive/export-archive.ts'
import type { Actor } from '../../platform/commands/actor.ts'
import type { Db } from '../../platform/database/open-database.ts'
import { loadExample } from '../../start/demo/load-example.ts'
import { makeDemoMembers } from '../../start/demo/members.ts'
import type { LineupProduct } from './lineup-with.ts'

/** A week before the stream of the example, which then stays on its day, 8 October. */
const clock = { now: '2026-10-01T08:00:00.000Z' as Instant }
const EXAMPLE = path.resolve(import.meta.dirname, '../../../../../examples/germany-electronics/project.yaml')
const ID = 'germany-electronics'
const P = `/projects/${ID}`
/** What commands of their own record. */
const LIFE = ['id', 'versions', 'waivers', 'holds', 'scripts', 'management-rules', 'results', 'confirmed', 'files']

type Shown = {
  slot: number
  product: LineupProduct | null
  substitute: LineupProduct | null
  released: boolean
  locked: boolean
  changed: boolean
}

let db: Db
let house: House
let as: ReturnType<typeof asking>
let worker: { readonly faults: unknown[] }
let [jonas, helene, tobias]: Actor[] = []
let folder: string

beforeAll(async () => {
  const made = await testDatabase()
  db = made.db
  house = testHouse(db, clock)
  as = asking(await testApp(house))
  const members = await makeDemoMembers(house)
  ;[jonas, helene, tobias] = ['Jonas Brandt', 'Helene Castell', 'Tobias Kern'].map((name) => members.get(name) as Actor)
  await loadExample(house, EXAMPLE, members)
  worker = testWorker(house, made.connection)
  folder = await mkdtemp(path.join(tmpdir(), 'haixuan-lineup-'))
}, 120_000)
afterAll(() => rm(folder, { recursive: true }))

const lineup = async () => (await as(helene).get(`${P}/lineup`)).body
const version = async (): Promise<number> => (await lineup()).version
const propose = async () => {
  const { body } = await as(jonas).post(`${P}/lineup/propose`, {})
  return taskEnded(as, jonas!, body.task)
}
const release = async (by: Actor | undefined) => as(by).post(`${P}/lineup/release`, {}, { version: await version() })

describe('a lineup', () => {
  it('is proposed from the products as they stand, the same as for the project file', async () => {
    expect((await as(helene).get(`${P}/lineup`)).status).toBe(404)
    // haixuan run examples/germany-electronics/project.yaml --json
    expect(await propose()).toMatchObject({
      state: 'done',
      result: {
        slots: 16,
        filled: 16,
        released: 13,
        provisional: 3,
        objective: 32056,
        bound: 32056,
        gap: 0,
        version: 1,
      },
    })
    const { slots, leftOut, proposedBy } = await lineup()
    expect(proposedBy).toBe('Jonas Brandt')
    expect(slots.map((s: Shown) => s.product?.title).every((t: string) => t.length > 0)).toBe(true)
    expect(slots.filter((s: Shown) => s.released).every((s: Shown) => s.product?.state === 'passed')).toBe(true)
    expect(leftOut.every((l: { why: { zh: string } }) => l.why.zh.length > 0)).toBe(true)
  })

  it('is not released while a slot is not, nor by its author', async () => {
    expect(await release(jonas)).toMatchObject({ status: 409, body: { clause: 'I9' } })
    const { slots } = await lineup()
    const held = slots.filter((s: Shown) => !s.released).map((s: Shown) => s.slot)
    const { status, body } = await release(helene)
    expect([status, body.detail]).toEqual([409, `not released are the slots ${held.join(', ')}`])
  })

  it('keeps what is locked, which decides no product again', async () => {
    const { plan, version: seen } = (await as(jonas).get(P)).body
    const written = Object.fromEntries(Object.entries(plan).filter(([part]) => !LIFE.includes(part)))
    const fewer = { ...written, slots: 10, lineup: { provisional: 'refuse' }, changes: ['ten slots'] }
    expect((await as(jonas).post(`${P}/revise`, fewer, { version: seen })).status).toBe(200)
    expect((await as(helene).post(`${P}/approve`, {}, { version: seen + 1 })).status).toBe(200)
    expect((await propose()).result).toMatchObject({ slots: 10, filled: 10, released: 10 })
    const [first, second] = (await lineup()).slots as Shown[]
    const decided = () => db.selectFrom('event').select('id').where('type', '=', 'gate.decided').execute()
    const before = (await decided()).length
    const locked = await as(jonas).post(`${P}/lineup/lock`, { slot: 2, product: first!.product!.id })
    expect(locked.status).toBe(200)
    // the plan gate alone
    expect((await decided()).length - before).toBe(1)
    expect((await propose()).result).toMatchObject({ filled: 10 })
    expect((await lineup()).slots[1]).toMatchObject({ product: { id: first!.product!.id }, locked: true })
    expect((await as(jonas).post(`${P}/lineup/unlock`, { slot: 2 })).status).toBe(200)
    expect((await lineup()).slots[1].locked).toBe(false)
    expect((await as(jonas).post(`${P}/lineup/unlock`, { slot: 2 })).status).toBe(404)
    expect((await as(jonas).post(`${P}/lineup/lock`, { slot: 11, product: second!.product!.id })).status).toBe(400)
    expect((await as(tobias).post(`${P}/lineup/lock`, { slot: 1, product: second!.product!.id })).status).toBe(403)
  })

  it('gives a slot to its substitute; neither of the two who had a hand in it may release it', async () => {
    const before: Shown = (await lineup()).slots.find((s: Shown) => s.substitute)
    const seen = await version()
    const put = (v: number) => as(helene).post(`${P}/lineup/substitute`, { slot: before.slot }, { version: v })
    expect((await put(seen - 1)).status).toBe(412)
    expect((await put(seen)).status).toBe(200)
    const after = await lineup()
    expect(after.slots[before.slot - 1]).toMatchObject({
      product: { id: before.substitute!.id },
      substitute: null,
      locked: true,
    })
    expect(after).toMatchObject({ edited: true, authors: ['Jonas Brandt', 'Helene Castell'] })
    expect((await release(helene)).status).toBe(409)
    expect((await release(tobias)).status).toBe(200)
    expect(await lineup()).toMatchObject({ releasedBy: 'Tobias Kern', released: 10 })
  })

  it('loses its release when a gate of its products turns, and may be released again', async () => {
    const { product } = (await lineup()).slots[0] as Shown
    expect((await as(tobias).post(`${P}/hold`, { product: product!.id, reason: 'a complaint' })).status).toBe(200)
    const held = await lineup()
    expect(held).toMatchObject({ releasedBy: null, releasedAt: null, released: 9 })
    expect(held.slots[0]).toMatchObject({ changed: true, released: false, product: { state: 'open' } })
    expect((await release(tobias)).status).toBe(409)
    expect((await as(helene).post(`${P}/lift-hold`, { product: product!.id })).status).toBe(200)
    expect(await lineup()).toMatchObject({ releasedBy: null, released: 10 })
    expect((await release(tobias)).status).toBe(200)
  })

  it('is read by the people of the stream, slot by slot', async () => {
    const url = `/api/v1${P}/lineup/run-of-show.csv?language=en`
    const app = await testApp(house)
    const { body, headers } = await app.inject({
      url,
      headers: { 'x-actor': encodeURIComponent(JSON.stringify(tobias)) },
    })
    expect(headers['content-disposition']).toBe('attachment; filename="run-of-show.csv"')
    const lines = body.trimEnd().split('\r\n')
    expect(lines).toHaveLength(11)
    expect(lines[0]).toMatch(/^\uFEFFslot,time,phase,role,product,title/)
    const { slots } = await lineup()
    expect(lines.slice(1).map((l) => l.split(',')[4])).toEqual(slots.map((s: Shown) => s.product?.id))
  })
})

describe('a project whose stream is over', () => {
  const close = async () => {
    const { version } = (await as(jonas).get(P)).body
    const { body } = await as(jonas).post(`${P}/close`, {}, { version })
    return taskEnded(as, jonas!, body.task)
  }

  it('is looked at again by itself; its lineup stays as it went on air', async () => {
    clock.now = '2026-10-12T08:00:00.000Z' as Instant
    const faults: unknown[] = []
    const rechecked = await recheckDue(house, (error) => faults.push(error))
    expect(faults).toEqual([])
    expect(rechecked).toMatchObject({ plans: 1, products: 44 })
    expect(await recheckDue(house, (error) => faults.push(error))).toEqual({ plans: 0, suppliers: 0, products: 0 })
    expect(await lineup()).toMatchObject({ releasedBy: 'Tobias Kern', released: 10 })
  })

  it('is not closed while something is owed, and tells what', async () => {
    const { state, error } = await close()
    expect([state, error.code, error.clause]).toEqual(['failed', 'refused', 'T2'])
    expect(error.detail).toMatch(/^closure lacks: /)
    expect((await as(jonas).get(P)).body.closedAt).toBeNull()
  })

  it('is closed when its results are back, and its archive replays every decision', async () => {
    const { slots } = await lineup()
    const rows = slots.map((s: Shown) => ({ product: s.product!.id, counts: { orders: 100, returns: 3 } }))
    expect((await as(jonas).post(`${P}/results`, { rows })).status).toBe(200)
    const closed = await close()
    expect(closed.error?.detail).toBeUndefined()
    expect(closed).toMatchObject({ state: 'done', result: { closed: true } })
    expect((await as(jonas).get(P)).body.closedAt).toBe(clock.now)
    expect((await as(jonas).post(`${P}/lineup/propose`, {})).status).toBe(409)
    const file = path.join(folder, 'archive.zip')
    await exportArchive(house, { org: 'demo', of: 'project', project: ID }, file)
    const verdict = await verifyArchive(file, { replay: await replayDecisions() })
    expect(verdict.problems).toEqual([])
    expect(worker.faults).toEqual([])
  }, 60_000)
})
