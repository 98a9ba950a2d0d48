import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { s3Server } from './support/s3-server.ts'
import { Haixuan, SignedIn, startServer, temporaryFolder } from './support/server-process.ts'

const keys = { accessKey: 'AKIDEXAMPLE', secretKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', region: 'eu-central-1' }
const { folder, remove } = temporaryFolder()
const data = path.join(folder, 'data')
const taken = path.join(folder, 'taken')
let store: Awaited<ReturnType<typeof s3Server>>
beforeAll(async () => {
  store = await s3Server(keys)
})
afterAll(async () => {
  await store.close()
  remove()
})
const settings = (more = {}) => ({
  HAIXUAN_OWNER: 'wang@house.example',
  HAIXUAN_S3_BUCKET: 'evidence',
  HAIXUAN_S3_ENDPOINT: store.endpoint,
  HAIXUAN_S3_REGION: keys.region,
  HAIXUAN_S3_ACCESS_KEY: keys.accessKey,
  HAIXUAN_S3_SECRET_KEY: keys.secretKey,
  ...more,
})
const plan = { id: 'one', theme: '雨季居家', markets: ['sg'], date: '2099-06-06', language: 'zh', slots: 4 }
const list = 'SKU,商品名称,价格\nU-1,折叠伞,19.90\n'

test('files in a bucket: stored, imported, backed up, and restored into a bucket that is empty', async () => {
  const { server, address, link } = await startServer(data, [], settings())
  try {
    const owner = await SignedIn.by(address, link!)
    expect((await owner.post('/api/v1/projects', plan)).status).toBe(201)
    const { sha256 } = (await owner.put('/api/v1/files?name=list.csv', list)).body
    expect([...store.objects]).toEqual([[`main/${sha256.slice(0, 2)}/${sha256}`, Buffer.from(list)]])
    const { task } = (await owner.post('/api/v1/projects/one/imports', { sha256 })).body
    await expect
      .poll(async () => (await owner.get(`/api/v1/tasks/${task}`)).body, { timeout: 60_000, interval: 250 })
      .toMatchObject({ state: 'done', result: { added: 1 } })
    expect((await new Haixuan(['backup', taken, '--data', data, '--with-keys'], settings()).ended).code).toBe(0)
  } finally {
    server.child.kill('SIGTERM')
  }
  const { stdout, stderr } = await server.ended
  expect(stdout + stderr).not.toMatch(/EXAMPLEKEY|Signature=/)

  const before = new Map(store.objects)
  store.objects.clear()
  const restored = path.join(folder, 'restored')
  expect(await new Haixuan(['restore', taken, '--data', restored], settings()).ended).toMatchObject({ code: 0 })
  expect(store.objects).toEqual(before)
}, 120_000)

test('a server whose bucket does not answer to its keys does not start', async () => {
  const env = settings({ HAIXUAN_S3_SECRET_KEY: 'hunter22' })
  const { code, stderr } = await new Haixuan(['serve', '--data', path.join(folder, 'wrong')], env).ended
  expect([code, stderr]).toEqual([
    2,
    expect.stringMatching(/^haixuan: HAIXUAN_S3_BUCKET: "evidence" cannot be used \(.*403 SignatureDoesNotMatch\)\n$/),
  ])
})
