import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Instant } from '@haixuan/domain/kernel/day'
import { judgeBoard } from '@haixuan/domain/select/lineup/board/judge-board'
import { planStored } from '@haixuan/domain/select/lineup/board/stored-plan'
import type { Candidate } from '@haixuan/domain/select/lineup/candidate'
import { replayDecisions } from '@haixuan/interchange/verify/replay-decisions'
import { verifyArchive } from '@haixuan/interchange/verify/verify-archive'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, testApp, testHouse } from '../../../test/support/test-house.ts'
import { taskEnded, testWorker } from '../../../test/support/test-worker.ts'
import { recheckDue } from '../../flow/again/recheck-due.ts'
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
})

describe('a lineup arranged by hand', () => {
  type Seen = Shown & { role: string; points: object | null; why: { en: string }; minutes: number | null }
  const put = async (puts: object[], by: Actor | undefined = jonas) =>
    as(by).post(`${P}/lineup/put`, { puts }, { version: await version() })
  const swap = (a: Seen, b: Seen) => [
    { slot: a.slot, product: b.product!.id },
    { slot: b.slot, product: a.product!.id },
  ]

  it('is judged in a browser by what it is sent, as the server judges it', async () => {
    const { slots, board, objective, gap, bound } = await lineup()
    const judged = judgeBoard(
      slots.map(({ slot, product, role }: Seen) => ({ slot, product: product?.id ?? null, role })),
      new Map(board.candidates.map((c: Candidate) => [c.id, c])),
      { plan: planStored(board.plan), roles: board.roles, certified: board.certified },
    )
    // the objective and the bound that the proposal proved
    expect([judged.objective, judged.within, judged.gap]).toEqual([32056, true, 0])
    expect([objective, gap, bound]).toEqual([32056, 0, 32056])
  })

  it('takes several slots at once, counts what that breaks, and may be undone', async () => {
    const [first, second] = (await lineup()).slots as Seen[]
    const done = await put(swap(first!, second!))
    expect(done.status).toBe(200)
    const after = await lineup()
    expect(after.slots.slice(0, 2).map((s: Seen) => s.product!.id)).toEqual([second!.product!.id, first!.product!.id])
    expect(after.slots[0].why.en).toBe('Jonas Brandt put it here by hand')
    expect(after).toMatchObject({ edited: true, objective: done.body.objective })
    expect((await put([{ slot: 1, product: after.slots[4].product.id }])).status).toBe(400)
    expect((await put(swap(after.slots[0], after.slots[1]))).body).toMatchObject({ objective: 32056, gap: 0 })
    const stale = await as(jonas).post(`${P}/lineup/put`, { puts: swap(first!, second!) }, { version: 1 })
    expect(stale.status).toBe(412)
    expect((await put(swap(first!, second!), tobias)).status).toBe(403)
  })

  it('keeps a slot empty, lasts other minutes, and leaves locked slots alone', async () => {
    const { slots } = await lineup()
    const [third, fourth] = [slots[2], slots[3]] as [Seen, Seen]
    const emptied = await put([
      { slot: 3, product: null },
      { slot: 4, product: fourth.product!.id, minutes: 12 },
    ])
    expect(emptied.body).toMatchObject({ within: false, gap: null })
    const left = await lineup()
    expect(left.slots[2]).toMatchObject({ product: null, released: false, points: null })
    expect(left.slots[3].minutes).toBe(12)
    expect(left.stops.map((s: { slots: number[] }) => s.slots)).toContainEqual([3])
    await put([
      { slot: 3, product: third.product!.id },
      { slot: 4, product: fourth.product!.id, minutes: null },
    ])
    expect((await lineup()).slots[2]).toMatchObject({ product: { id: third.product!.id }, role: third.role })
    await as(jonas).post(`${P}/lineup/lock`, { slot: 3, product: third.product!.id })
    expect(await put(swap(third, fourth))).toMatchObject({ status: 409, body: { clause: 'I9' } })
    await as(jonas).post(`${P}/lineup/unlock`, { slot: 3 })
  })

  it('tells for a slot which others there are and why not those', async () => {
    const { slots } = await lineup()
    const inside = slots.map((s: Shown) => s.product?.id)
    const { rows } = (await as(helene).get(`${P}/lineup/alternatives?slot=5&limit=200`)).body
    expect(rows.length).toBe(44 - 16)
    expect(rows.some((r: { id: string }) => inside.includes(r.id))).toBe(false)
    expect(rows.every((r: { why: { zh: string } }) => r.why.zh.length > 0)).toBe(true)
    expect((await as(helene).get(`${P}/lineup/alternatives?slot=17`)).status).toBe(400)
    const named = async (q: string) => (await as(helene).get(`${P}/lineup/alternatives?q=${q}`)).body.rows
    expect((await named(encodeURIComponent(rows[0].title))).map((r: { id: string }) => r.id)).toContain(rows[0].id)
    expect(await named('qxzw')).toEqual([])
    const first = (await as(helene).get(`${P}/lineup/alternatives?limit=3`)).body
    const next = (await as(helene).get(`${P}/lineup/alternatives?limit=3&cursor=${first.next}`)).body
    expect([...first.rows, ...next.rows].map((r) => r.id)).toHaveLength(6)
    expect(new Set([...first.rows, ...next.rows].map((r) => r.id)).size).toBe(6)
  })

  it('has its versions in the log, and any two are compared', async () => {
    const [first, second] = (await lineup()).slots as Seen[]
    await put(swap(first!, second!))
    const { rows } = (await as(helene).get(`${P}/lineup/versions`)).body
    expect(rows[0]).toMatchObject({ kind: 'edited', by: 'Jonas Brandt', filled: 16 })
    expect(rows.at(-1)).toMatchObject({ kind: 'decided' })
    const { differences, from, to, seats } = (await as(helene).get(`${P}/lineup/compare`)).body
    expect(differences.map((d: { change: string; from: number; to: number }) => [d.change, d.from, d.to])).toEqual([
      ['moved', 2, 1],
      ['moved', 1, 2],
    ])
    expect([from.objective, to.filled]).toEqual([32056, 16])
    expect(seats.from.slice(0, 2).map((s: { product: string }) => s.product)).toEqual(
      seats.to
        .slice(0, 2)
        .map((s: { product: string }) => s.product)
        .reverse(),
    )
    await put(
      swap(second!, first!).map((p, at) => ({ ...p, slot: [1, 2][at], product: [first, second][at]!.product!.id })),
    )
    expect((await as(helene).get(`${P}/lineup/compare?from=${rows.at(-1).event}`)).body.differences).toEqual([])
  })
})

describe('a proposed lineup', () => {
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

  it('is printed, with script cards that hold evidenced claims alone', async () => {
    const app = await testApp(house)
    const headers = { 'x-actor': encodeURIComponent(JSON.stringify(tobias)) }
    for (const paper of ['run-of-show', 'script-cards'])
      for (const language of ['zh', 'en']) {
        const { statusCode, rawPayload } = await app.inject({
          url: `/api/v1${P}/lineup/${paper}.pdf?language=${language}`,
          headers,
        })
        expect([statusCode, rawPayload.subarray(0, 5).toString()]).toEqual([200, '%PDF-'])
      }
    const { cards } = (await as(helene).get(`${P}/lineup/script-cards`)).body
    expect(cards).toHaveLength(10)
    // "das beste der Welt, garantiert" has no proof: it is on no card
    expect(JSON.stringify(cards.map((c: { scripts: object[] }) => c.scripts))).not.toContain('garantiert')
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
