import { createHash, randomBytes } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { s3Server } from '../../../../test/support/s3-server.ts'
import type { FileStore } from '../file-store.ts'
import { expectBucket } from '../open-files.ts'
import { s3Store } from './s3-store.ts'

const keys = { accessKey: 'AKIDEXAMPLE', secretKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', region: 'eu-central-1' }
let folder: string
let server: Awaited<ReturnType<typeof s3Server>>
let store: FileStore
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'haixuan-s3-'))
  server = await s3Server(keys)
})
afterAll(async () => {
  await server.close()
  await rm(folder, { recursive: true })
})
const settings = (more = {}) => ({ ...keys, endpoint: server.endpoint, bucket: 'evidence', pathStyle: true, ...more })
beforeEach(() => {
  server.objects.clear()
  server.asked.length = 0
  store = s3Store(settings(), folder)
})

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
async function keep(org: string, bytes: Buffer) {
  const received = await store.receive(Readable.from([bytes]), 10_000_000)
  await received.keep(org)
  await received.drop()
  return received.sha256
}

test.each(['main', 'a b+c', '海选/一', "o'hara%2F"])(
  'a file of organisation %s is stored, read and listed by its hash',
  async (org) => {
    const bytes = randomBytes(1_500_000)
    expect(await keep(org, bytes)).toBe(sha256(bytes))
    expect(await buffer((await store.open(org, sha256(bytes)))!)).toEqual(bytes)
    const [name] = await Array.fromAsync(store.names())
    expect(name).toMatch(new RegExp(`/${sha256(bytes).slice(0, 2)}/${sha256(bytes)}$`))
    expect(await buffer(await store.read(name!))).toEqual(bytes)
    expect(server.asked.map((a) => a.status)).toEqual([200, 200, 200, 200])
    expect(await readdir(path.join(folder, '.incoming'))).toEqual([])
  },
)

test('the bytes of one organisation are not there for another', async () => {
  const hash = await keep('a', Buffer.from('licence'))
  expect(await store.open('b', hash)).toBeUndefined()
  expect(await store.placeOf('b', hash)).toBeUndefined()
})

test('all names are listed, page by page', async () => {
  const kept = await Promise.all(['1', '2', '3', '4', '5'].map((text) => keep('a', Buffer.from(text))))
  const names = await Array.fromAsync(store.names())
  expect(names.map((name) => path.basename(name)).sort()).toEqual([...kept].sort())
})

test('a file is put back under its name', async () => {
  const bytes = Buffer.from('报告')
  const from = path.join(folder, 'report')
  await writeFile(from, bytes)
  const name = `a/${sha256(bytes).slice(0, 2)}/${sha256(bytes)}`
  await store.put(name, from)
  expect(server.objects.get(name)).toEqual(bytes)
})

test('what is read from a path is fetched once, compared with its hash, and goes when it is long unused', async () => {
  const hash = await keep('a', Buffer.from('名称,价格'))
  const place = (await store.placeOf('a', hash))!
  expect(await readFile(place, 'utf8')).toBe('名称,价格')
  expect(await store.placeOf('a', hash)).toBe(place)
  expect(server.asked.filter((a) => a.method === 'GET')).toHaveLength(1)
  await utimes(place, new Date(0), new Date(0))
  const other = await keep('a', Buffer.from('other'))
  server.objects.set([...server.objects.keys()].find((name) => name.endsWith(other))!, Buffer.from('forged'))
  await expect(store.placeOf('a', other)).rejects.toThrow('other bytes')
  expect(await readdir(path.dirname(place))).toEqual([])
})

test('a store that stumbles is asked again', async () => {
  server.faults.push(503, 500)
  const hash = await keep('a', Buffer.from('again'))
  expect(server.asked.map((a) => a.status)).toEqual([503, 500, 200])
  expect(await buffer((await store.open('a', hash))!)).toEqual(Buffer.from('again'))
})

test.each([
  ['a secret that is not the key’s', { secretKey: 'hunter22' }, '403 SignatureDoesNotMatch'],
  ['a bucket that is not there', { bucket: 'elsewhere' }, '404 NoSuchBucket'],
  ['a port nobody listens on', { endpoint: 'http://127.0.0.1:9' }, ''],
])('%s stops the start in one line without the secret', async (_, more, why) => {
  const refused = expectBucket(settings(more))
  await expect(refused).rejects.toThrow(/^HAIXUAN_S3_BUCKET: .*\)$/)
  await expect(refused).rejects.toThrow(why)
  await expect(refused).rejects.not.toThrow(/hunter22|EXAMPLEKEY/)
  await expect(expectBucket(settings())).resolves.toBeUndefined()
})
