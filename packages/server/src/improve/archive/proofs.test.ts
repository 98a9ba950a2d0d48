import { createHash } from 'node:crypto'
import type { Instant } from '@haixuan/domain/kernel/day'
import { parseCheckpoint } from '@haixuan/domain/kernel/log/checkpoint'
import { disclose } from '@haixuan/domain/kernel/log/commitment'
import { parseEvent } from '@haixuan/domain/kernel/log/event'
import { leafHash, verifyConsistency, verifyInclusion } from '@haixuan/domain/kernel/log/merkle'
import { openNote, parseVerifierKey } from '@haixuan/domain/kernel/log/signed-note'
import { beforeAll, expect, test } from 'vitest'
import { testDatabase } from '../../../test/support/test-database.ts'
import { asking, makeOrganisation, person, testApp, testHouse } from '../../../test/support/test-house.ts'
import type { House } from '../../house.ts'
import { rotateKey } from '../../platform/events/rotate-key.ts'
import { sealOnce } from '../../platform/events/seal.ts'

const owner = person('a', 'Lin', 'owner')
const NOW = '2026-05-01T08:00:00.000Z' as Instant
const plan = { theme: '雨具', markets: ['sg'], date: '2026-06-06', language: 'zh', slots: 1 }
const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const bytes = (hashes: readonly string[]) => hashes.map((hash) => new Uint8Array(Buffer.from(hash, 'base64')))

let house: House
let as: ReturnType<typeof asking>
beforeAll(async () => {
  const { db } = await testDatabase()
  house = testHouse(db, { now: NOW })
  for (const org of ['a', 'b']) await makeOrganisation(db, org)
  as = asking(await testApp(house))
})
const get = async (url: string) => (await as(owner).get(url)).body
const seal = () => sealOnce(house.db, house.masterKey)
const headOf = async (note: string) => {
  const { rows } = await get('/log/keys')
  return parseCheckpoint(openNote(note, parseVerifierKey(rows[0].key)) ?? '')
}

test('before anything is sealed there is nothing to prove', async () => {
  await as(owner).post('/projects', { ...plan, id: 'june' })
  const [event] = (await get('/events')).rows
  expect(event.seq).toBeNull()
  for (const url of ['/log/checkpoint', '/log/consistency?from=0', `/events/${event.id}/proof`])
    expect(await as(owner).get(url)).toMatchObject({ status: 404, body: { code: 'not-found' } })
})

test('every event of the log is proven under the newest checkpoint, and opens to what it says', async () => {
  await seal()
  for (const id of ['july', 'august']) await as(owner).post('/projects', { ...plan, id })
  await seal()
  const { rows } = await get('/events')
  expect(rows).toHaveLength(6)
  for (const row of rows) {
    const { entry, disclosures, index, size, hashes, checkpoint } = await get(`/events/${row.id}/proof`)
    const head = await headOf(checkpoint)
    const leaf = leafHash(Buffer.from(entry), sha256)
    expect(head.size).toBe(size)
    expect(verifyInclusion({ leaf, index, size, proof: bytes(hashes), root: head.root }, sha256)).toBe(true)
    const opened = disclosures.reduce(
      (event: never, each: never) => disclose(event, { seq: index, ...(each as object) } as never),
      parseEvent(entry),
    )
    expect(opened).toMatchObject({ type: row.type, subject: row.subject, body: row.body, seq: row.seq })
  }
})

test('the log extends every earlier checkpoint, also under the next key', async () => {
  const earlier = await get('/log/checkpoint')
  const from = await headOf(earlier.checkpoint)
  await rotateKey(house.db, house.masterKey, { actor: owner, now: NOW })
  await as(owner).post('/projects', { ...plan, id: 'september' })
  await seal()
  const { hashes, size, checkpoint } = await get(`/log/consistency?from=${earlier.size}`)
  const to = await headOf(checkpoint)
  const claim = { from: from.size, to: size, proof: bytes(hashes), fromRoot: from.root, toRoot: to.root }
  expect(size).toBe(9)
  expect(verifyConsistency(claim, sha256)).toBe(true)
  const { rows } = await get('/log/keys')
  expect(rows.map((key: { retiredAt: string | null }) => key.retiredAt === null)).toEqual([true, false])
  expect(openNote(earlier.checkpoint, parseVerifierKey(rows[1].key))).toBeDefined()
})

test('what is asked beyond the log is refused', async () => {
  expect(await as(owner).get('/log/consistency?from=10')).toMatchObject({ status: 400, body: { field: 'from' } })
  expect((await as(owner).get('/events/999999/proof')).status).toBe(404)
})

test('another organisation and a supplier see nothing of it', async () => {
  const [event] = (await get('/events')).rows
  const other = as(person('b', 'Mallory', 'owner'))
  expect((await other.get(`/events/${event.id}/proof`)).status).toBe(404)
  expect((await other.get('/log/checkpoint')).status).toBe(404)
  expect((await other.get('/log/keys')).body.rows).toEqual([])
  const supplier = as({ ...person('a', 'Sup', 'supplier'), supplier: 'S-1' })
  expect((await supplier.get('/log/checkpoint')).status).toBe(403)
})
