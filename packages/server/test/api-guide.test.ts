import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import type { FastifyInstance } from 'fastify'
import { Webhook } from 'standardwebhooks'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ownerOf, signInApp } from './support/test-auth.ts'
import { testDatabase } from './support/test-database.ts'

const GUIDE = readFileSync(path.resolve(import.meta.dirname, '../../../docs/api.md'), 'utf8')
const blocks = (language: string) =>
  [...GUIDE.matchAll(new RegExp(`^\`\`\`${language}\\n(.*?)^\`\`\`$`, 'gms'))].map((m) => m[1] as string)
const run = promisify(execFile)
const folder = mkdtempSync(path.join(tmpdir(), 'haixuan-guide-'))

let app: FastifyInstance
let environment: NodeJS.ProcessEnv
beforeAll(async () => {
  const { db } = await testDatabase()
  app = (await signInApp(db)).app
  const owner = await ownerOf(db, app, 'a')
  const { key } = (await owner.post('/api/v1/api-keys', { name: 'guide', scopes: ['read', 'write'], days: 366 })).body
  await app.listen({ host: '127.0.0.1', port: 0 })
  const { port } = app.server.address() as AddressInfo
  environment = { ...process.env, HAIXUAN: `http://127.0.0.1:${port}`, HAIXUAN_KEY: key }
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true })
})

it('every curl example of docs/api.md is answered', async () => {
  expect(blocks('sh').length).toBeGreaterThan(3)
  for (const example of blocks('sh')) {
    const { stdout } = await run('bash', ['-eo', 'pipefail', '-c', example], { env: environment })
    expect(stdout, example).not.toBe('')
  }
})

it('the JavaScript of docs/api.md runs, and prints what it says it prints', async () => {
  const webhook = new Webhook(`whsec_${Buffer.alloc(24, 1).toString('base64')}`)
  const at = new Date('2026-05-01T12:00:00Z')
  const headers = {
    'webhook-id': 'm1',
    'webhook-timestamp': String(at.getTime() / 1000),
    'webhook-signature': webhook.sign('m1', at, '{}'),
  }
  const checked = `
    console.log(isGenuine('whsec_${Buffer.alloc(24, 1).toString('base64')}', ${JSON.stringify(headers)}, '{}', ${at.getTime()}),
      isGenuine('whsec_${Buffer.alloc(24, 2).toString('base64')}', ${JSON.stringify(headers)}, '{}', ${at.getTime()})) // true false`
  const file = path.join(folder, 'guide.mjs')
  const code = [...blocks('js'), checked].join('\n')
  writeFileSync(file, code)
  const { stdout } = await run(process.execPath, [file], { env: environment })
  const promised = [...code.matchAll(/^\s*(?:console\.log\(.*|isGenuine.*)\) \/\/ (.*)$/gm)].map((m) => m[1])
  expect(promised.length).toBeGreaterThan(5)
  expect(stdout.split('\n')).toEqual(expect.arrayContaining(promised))
})
