import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Haixuan, SignedIn, startServer, temporaryFolder } from './support/server-process.ts'

const { folder, remove } = temporaryFolder()
const data = path.join(folder, 'data')
const list = path.join(folder, '供货表.csv')
const plan = { id: 'rain', theme: '雨季居家', markets: ['sg'], date: '2099-06-06', language: 'zh', slots: 4 }
const env = { HAIXUAN_OWNER: 'wang@house.example', HAIXUAN_ORGANISATION: '示例之家' }
const rows = [...Array(20).keys()].map((n) => `U-${n},折叠伞 ${n} 号,${n + 1}.90`)
let running: Awaited<ReturnType<typeof startServer>>
let owner: SignedIn

beforeAll(async () => {
  // a row without a name is told and left out
  writeFileSync(list, ['货号,商品名称,价格', ...rows, 'U-99,,3.00', ''].join('\n'))
  running = await startServer(data, [], env)
  owner = await SignedIn.by(running.address, running.link!)
  expect((await owner.post('/api/v1/projects', plan)).status).toBe(201)
}, 120_000)
afterAll(remove)

const imported = (more: readonly string[]) =>
  new Haixuan(['import', list, '--data', data, '--currency', 'SGD', ...more]).ended

test('what stands in the way is told before anything is taken in', async () => {
  expect(await imported(['--project', 'sun'])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^haixuan: --project: .*sun[^\n]*\n$/),
  })
  expect(await imported(['--project', 'rain', '--channel', 'fair'])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^haixuan: --channel: "fair" is no sourcing channel[^\n]*\n$/),
  })
  expect(await imported(['--channel', 'fair'])).toMatchObject({
    code: 2,
    stderr: expect.stringMatching(/^haixuan: --channel: goes with --project[^\n]*\n$/),
  })
  expect(await new Haixuan(['import', folder, '--data', data, '--project', 'rain']).ended).toMatchObject({
    code: 2,
    stderr: `haixuan: ${folder}: is a folder, not a list\n`,
  })
  expect((await owner.get('/api/v1/projects/rain/products')).body.rows).toEqual([])
})

test('a list goes into a project while the server works, and once', async () => {
  const done = await imported(['--project', 'rain', '--seller', '示例伞业', '--json'])
  expect(done).toMatchObject({ code: 0 })
  expect(JSON.parse(done.stdout)).toMatchObject({ project: 'rain', added: 20, present: 0, rejected: 1 })
  const { body } = await owner.get('/api/v1/projects/rain/products?limit=50')
  expect(body.rows).toHaveLength(20)
  expect(body.rows[0]).toMatchObject({ supplierName: '示例伞业', price: { currency: 'SGD' } })
  const { body: log } = await owner.get('/api/v1/events?project=rain&type=listings.imported')
  expect(log.rows).toMatchObject([{ actor: 'haixuan CLI' }])
  expect(JSON.parse((await imported(['--project', 'rain', '--json'])).stdout)).toMatchObject({ added: 0, present: 20 })
})

test('and without a server', async () => {
  running.server.child.kill('SIGTERM')
  await running.server.ended
  writeFileSync(list, '货号,商品名称,价格\nU-100,长柄伞,9.90\n')
  const done = await imported(['--project', 'rain'])
  expect(done).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('1 added to rain, 0 there already, 0 rejected'),
  })
})
