import { createHash } from 'node:crypto'
import type { Instant } from '@haixuan/domain/kernel/day'
import { parseCheckpoint } from '@haixuan/domain/kernel/log/checkpoint'
import { openNote, parseVerifierKey } from '@haixuan/domain/kernel/log/signed-note'
import { replayDecisions } from '@haixuan/interchange/verify/replay-decisions'
import { verifySource } from '@haixuan/interchange/verify/verify-source'
import { memorySource } from '@haixuan/interchange/zip/source'
import type { FastifyInstance } from 'fastify'
import { beforeAll, expect, test } from 'vitest'
import { projectWith, release, umbrella } from '../../../test/support/released-project.ts'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import { taskEnded, testWorker } from '../../../test/support/test-worker.ts'
import type { House } from '../../house.ts'
import { sealOnce } from '../../platform/events/seal.ts'

const clock = { now: '2026-05-01T08:00:00.000Z' as Instant }
const owner = person('a', 'Lin', 'owner')
const legal = person('a', 'Zhou', 'legal')
const stranger = person('b', 'Eve', 'owner')

let house: House
let app: FastifyInstance
let as: ReturnType<typeof asking>
beforeAll(async () => {
  const { db, connection } = await testDatabase()
  house = testHouse(db, clock)
  for (const org of ['a', 'b']) await makeOrganisation(db, org)
  app = await testApp(house)
  as = asking(app)
  testWorker(house, connection)
  await projectWith(as, owner, 'june', [umbrella('U-1', '折叠伞'), umbrella('U-2', '全球最好的雨伞')])
  await projectWith(as, owner, 'july', [umbrella('U-1', '折叠伞')], { date: '2026-07-04' })
  await release(db, 'a', 'june', [{ product: 'U-1' }, { product: 'U-2' }])
  await sealOnce(db, house.masterKey)
}, 60_000)

const exported = async (body: object) => {
  const { status, body: answer } = await as(owner).post('/archives', body)
  expect(status, JSON.stringify(answer)).toBe(200)
  return taskEnded(as, owner, answer.task)
}

test('an archive is made in the background, listed, and comes by a link that expires; it verifies', async () => {
  const ended = await exported({ part: { of: 'project', project: 'june' }, withheld: ['offer'] })
  expect(ended).toMatchObject({ state: 'done', error: null })
  const { rows } = (await as(owner).get('/archives?project=june')).body
  expect(rows).toMatchObject([{ id: ended.id, withheld: ['offer'], madeBy: 'Lin', events: ended.result.events }])
  expect(ended.done).toBe(ended.of)
  const { url } = (await as(owner).get(`/archives/${ended.id}/link`)).body
  const got = await app.inject({ method: 'GET', url })
  expect(got).toMatchObject({ statusCode: 200, headers: { 'content-type': 'application/zip' } })
  expect(createHash('sha256').update(got.rawPayload).digest('hex')).toBe(rows[0].sha256)
  const verdict = await verifySource(memorySource(got.rawPayload), { replay: await replayDecisions() })
  expect(verdict.problems).toEqual([])
  expect(got.rawPayload.includes('report.pdf')).toBe(true)
  const later = clock.now
  clock.now = '2026-05-01T08:06:00.000Z' as Instant
  expect((await app.inject({ method: 'GET', url })).statusCode).toBe(410)
  clock.now = later
  expect((await as(stranger).get(`/archives/${ended.id}/link`)).status).toBe(404)
}, 60_000)

test.each([
  ['the whole organisation', { of: 'organisation' }, 'all'],
  ['the streams of a day', { of: 'day', day: '2026-07-04' }, 'days/2026-07-04'],
])(
  '%s is exported and verifies',
  async (_, part, name) => {
    const ended = await exported({ part })
    expect(ended).toMatchObject({ state: 'done', error: null })
    const { url } = (await as(owner).get(`/archives/${ended.id}/link`)).body
    const { rawPayload } = await app.inject({ method: 'GET', url })
    expect(rawPayload.includes(`/${name}\n`)).toBe(true)
    const verdict = await verifySource(memorySource(rawPayload), { replay: await replayDecisions() })
    expect(verdict.problems).toEqual([])
  },
  60_000,
)

test('of what is not on record nothing is exported', async () => {
  const ended = await exported({ part: { of: 'day', day: '2031-01-01' } })
  expect(ended).toMatchObject({ state: 'failed', error: { code: 'not-found' } })
})

test('the tree of hashes leads from the signed root to every event', async () => {
  const { nodes, checkpoint, size, leaves } = (await as(owner).get('/log/tree?depth=6')).body
  const [{ key }] = (await as(owner).get('/log/keys')).body.rows
  const signed = parseCheckpoint(openNote(checkpoint, parseVerifierKey(key)) ?? '')
  expect(Buffer.from(signed.root).toString('base64')).toBe(nodes[0].hash)
  expect(leaves).toHaveLength(size)
  const hashOf = new Map<string, string>(
    nodes.map((n: { from: number; to: number; hash: string }) => [`${n.from} ${n.to}`, n.hash]),
  )
  let joined = 0
  for (const { from, to, hash } of nodes as { from: number; to: number; hash: string }[]) {
    // RFC 9162: the left part has the largest power of two below the count
    let left = 1
    while (left * 2 < to - from) left *= 2
    const [a, b] = [hashOf.get(`${from} ${from + left}`), hashOf.get(`${from + left} ${to}`)]
    if (to - from === 1 || a === undefined || b === undefined) continue
    const bytes = [Buffer.from([1]), Buffer.from(a, 'base64'), Buffer.from(b, 'base64')]
    expect(createHash('sha256').update(Buffer.concat(bytes)).digest('base64')).toBe(hash)
    joined += 1
  }
  expect(joined).toBe(size - 1)
  expect((await as(owner).get('/log/tree?from=1&to=3')).status).toBe(400)
})

test('a stored decision is run again on demand; one that its facts do not carry comes out otherwise', async () => {
  const rows = (await as(owner).get('/events?project=june&type=gate.decided&limit=200')).body.rows
  expect(rows.length).toBeGreaterThan(2)
  for (const { id } of rows)
    expect((await as(owner).get(`/events/${id}/replay`)).body).toMatchObject({ outcome: 'same', fault: null })
  const forged = rows.find((r: { body: { about: string } }) => r.body.about === 'products')
  const [first, ...others] = forged.body.decisions
  await house.db
    .updateTable('happening')
    .set({ body: JSON.stringify({ ...forged.body, decisions: [{ ...first, overall: 'passed' }, ...others] }) })
    .where('id', '=', forged.id)
    .execute()
  expect((await as(owner).get(`/events/${forged.id}/replay`)).body).toMatchObject({
    outcome: 'other',
    fault: `${first.products[0]} comes out with another overall`,
  })
  const [fact] = (await as(owner).get('/events?project=june&type=plan.recorded')).body.rows
  expect((await as(owner).get(`/events/${fact.id}/replay`)).body.outcome).toBe('not-a-decision')
})

test('the log is read by type, clause, person and day', async () => {
  const get = async (query: string) => (await as(owner).get(`/events?${query}`)).body.rows
  expect((await get('type=product.')).every((e: { type: string }) => e.type.startsWith('product.'))).toBe(true)
  expect(await get('actor=Nobody')).toEqual([])
  expect(await get('to=2026-04-30')).toEqual([])
  expect((await get('from=2026-05-01&to=2026-05-01&clause=P5')).length).toBeGreaterThan(0)
  const kinds = (await as(owner).get('/events/kinds')).body
  expect(kinds.types.map((t: { type: string }) => t.type)).toContain('plan.recorded')
})

test('conformity is told clause by clause, with what shows it and what stands against it', async () => {
  const one = (await as(owner).get('/conformity?project=june')).body
  const of = (id: string) => one.clauses.find((c: { clause: string }) => c.clause === id)
  expect(one.clauses).toHaveLength(house.standard.clauses.clauses.length)
  expect(of('P1')).toMatchObject({ shown: [{ type: 'plan.recorded', count: 1 }] })
  expect(of('T1')).toMatchObject({ verdict: 'not-carried-out', events: 0 })
  const all = (await as(owner).get('/conformity')).body
  expect(all.projects.map((p: { id: string }) => p.id).sort()).toEqual(['july', 'june'])
  expect((await as(stranger).get('/conformity')).body.projects).toEqual([])
  for (const [file, type] of [
    ['conformity.csv', 'text/csv; charset=utf-8'],
    ['conformity.pdf', 'application/pdf'],
  ]) {
    const got = await app.inject({
      method: 'GET',
      url: `/api/v1/${file}?project=june`,
      headers: { 'x-actor': encodeURIComponent(JSON.stringify(owner)) },
    })
    expect(got).toMatchObject({ statusCode: 200, headers: { 'content-type': type } })
  }
}, 30_000)

test('under a legal hold nobody is erased; someone else lifts it', async () => {
  const opened = await as(owner).post('/cases', {
    market: 'sg',
    project: 'june',
    product: 'U-1',
    order: { day: '2026-05-01', currency: 'SGD', lines: [{ id: '1', quantity: 1, price: '19.90' }] },
    case: { kind: 'withdrawal', requested: '2026-05-01' },
    buyer: { email: 'buyer@people.example' },
  })
  const { id, person: buyer, version } = opened.body
  await as(owner).post(`/cases/${id}/close`, { outcome: 'withdrawn-by-buyer' }, { version })
  const hold = await as(legal).post('/legal-holds', { of: { about: 'project', subject: 'june' }, reason: '平台调查' })
  expect(hold.status).toBe(201)
  const erase = () => as(legal).post(`/people/${buyer}/erase`, { reason: 'asked-by-person' })
  expect(await erase()).toMatchObject({ status: 409, body: { clause: 'T2' } })
  const kept = (await as(owner).get('/retention?about=person')).body.rows
  // e-commerce law of China, article 31: three years
  expect(kept).toMatchObject([{ id: buyer, held: hold.body.id, until: '2029-05-01', open: false, past: false }])
  const lift = (who: typeof owner) =>
    as(who).post(`/legal-holds/${hold.body.id}/lift`, { reason: '调查结束' }, { version: 1 })
  expect((await lift(legal)).status).toBe(409)
  expect((await lift(owner)).status).toBe(200)
  expect((await erase()).status).toBe(200)
  expect((await as(owner).get('/legal-holds?standing=true')).body.rows).toEqual([])
})
