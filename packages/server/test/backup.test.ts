import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Haixuan, SignedIn, startServer, temporaryFolder } from './support/server-process.ts'

const { folder, remove } = temporaryFolder()
const data = path.join(folder, 'data')
const taken = path.join(folder, 'taken')
const evidence = 'a test report'
const plan = { theme: '雨季居家', markets: ['sg'], date: '2099-06-06', language: 'zh', slots: 4 }
const env = { HAIXUAN_OWNER: 'wang@house.example', HAIXUAN_ORGANISATION: '示例之家' }
let running: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  running = await startServer(data, [], env)
  const owner = await SignedIn.by(running.address, running.link!)
  for (const id of ['one', 'two']) expect((await owner.post('/api/v1/projects', { id, ...plan })).status).toBe(201)
  writeFileSync(path.join(data, 'files', 'report'), evidence)
}, 120_000)
afterAll(async () => {
  running.server.child.kill('SIGTERM')
  await running.server.ended
  remove()
})

const haixuan = (args: readonly string[], more = {}) => new Haixuan(args, more).ended

test('is taken while the server works, whole, its key only when asked for', async () => {
  expect(await haixuan(['backup', taken, '--data', data])).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('without the master key'),
  })
  expect(readdirSync(taken).sort()).toEqual(['files', 'manifest.json', 'tables'])
  const withKeys = path.join(folder, 'with-keys')
  expect((await haixuan(['backup', withKeys, '--data', data, '--with-keys'])).code).toBe(0)
  expect(statSync(path.join(withKeys, 'keys/master-key')).mode & 0o777).toBe(0o600)
  expect(await haixuan(['backup', taken, '--data', data])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^haixuan: .*taken: is not empty[^\n]*\n$/),
  })
})

test('restores into an empty folder: the same records, files and log, and people go on', async () => {
  const restored = path.join(folder, 'restored')
  const done = await haixuan(['restore', path.join(folder, 'with-keys'), '--data', restored, '--json'])
  expect(done).toMatchObject({ code: 0 })
  const { faults, logs } = JSON.parse(done.stdout)
  expect([faults, logs]).toEqual([[], [expect.objectContaining({ org: 'main' })]])
  expect(readFileSync(path.join(restored, 'files/report'), 'utf8')).toBe(evidence)
  const again = await startServer(restored)
  try {
    const { link } = JSON.parse(
      (await haixuan(['user', 'link', 'wang@house.example', '--data', restored, '--json'])).stdout,
    )
    const owner = await SignedIn.by(again.address, link)
    expect((await owner.get('/api/v1/projects')).body.rows).toHaveLength(2)
    // numbers go on where they were
    expect((await owner.post('/api/v1/projects', { id: 'three', ...plan })).status).toBe(201)
  } finally {
    again.server.child.kill('SIGTERM')
    await again.server.ended
  }
  expect(await haixuan(['restore', taken, '--data', restored])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/holds a Haixuan already[^\n]*\n$/),
  })
})

test('without its key is refused before anything is written', async () => {
  const { code, stderr } = await haixuan(['restore', taken, '--data', path.join(folder, 'keyless')])
  expect([code, stderr]).toEqual([2, expect.stringMatching(/holds no key; set HAIXUAN_MASTER_KEY[^\n]*\n$/)])
  expect(readdirSync(folder)).not.toContain('keyless')
})

test('a log that does not hold with the key given is told', async () => {
  const other = { HAIXUAN_MASTER_KEY: Buffer.alloc(32, 1).toString('base64') }
  const { code, stderr } = await haixuan(['restore', taken, '--data', path.join(folder, 'wrong')], other)
  expect([code, stderr]).toEqual([2, expect.stringMatching(/HAIXUAN_MASTER_KEY: is not the key[^\n]*\n$/)])
})

test.each([
  ['a row', 'tables/public.project.copy', '雨季', '旱季'],
  ['a file', 'files/report', 'test', 'best'],
  ['the manifest', 'manifest.json', '"made": "2', '"made": "3'],
])('one in which %s was changed is refused', async (what, part, before, after) => {
  const changed = path.join(folder, `changed ${what}`)
  cpSync(taken, changed, { recursive: true })
  const place = path.join(changed, part)
  const text = readFileSync(place, 'utf8')
  expect(text).toContain(before)
  writeFileSync(place, text.replace(before, after))
  const { code, stderr } = await haixuan(['restore', changed, '--data', path.join(folder, 'changed')])
  expect([code, stderr]).toEqual([2, expect.stringContaining(`${place}: was changed after the backup was made`)])
})
