import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect } from '../src/platform/database/connection.ts'
import { startEmbedded } from '../src/platform/database/embedded/embedded.ts'
import { Haixuan, SignedIn, startServer, temporaryFolder } from './support/server-process.ts'

const { folder, remove } = temporaryFolder()
const data = path.join(folder, 'data')
const germany = path.resolve(import.meta.dirname, '../../../examples/germany-electronics/project.yaml')
let running: Awaited<ReturnType<typeof startServer>>

beforeAll(async () => {
  running = await startServer(data, ['--demo'])
}, 120_000)
afterAll(async () => {
  running.server.child.kill('SIGTERM')
  await running.server.ended
  remove()
})

/** What a start answers that does not succeed. */
const refused = (args: readonly string[], env = {}) => new Haixuan(['serve', ...args], env).ended

describe('a server that runs', () => {
  test('its link signs the owner in, once, into the example projects', async () => {
    const owner = await SignedIn.by(running.address, running.link!)
    const { body } = await owner.get('/api/v1/projects')
    const ids = body.rows.map((p: { id: string }) => p.id).sort()
    expect(ids).toEqual(['germany-electronics', 'southeast-asia-beauty-home'])
    await expect(SignedIn.by(running.address, running.link!)).rejects.toThrow('410')

    // carried out headless, on the day it was written for, the same project comes out the same
    const headless = await new Haixuan(['run', germany, '--out', path.join(folder, 'out'), '--json']).ended
    const { gates } = JSON.parse(headless.stdout)
    const states = { passed: 0, conditional: 0, open: 0 }
    for (const p of (await owner.get('/api/v1/projects/germany-electronics/products?limit=200')).body.rows)
      states[p.state as 'passed'] += 1
    expect(states).toEqual(gates)
  })

  test('says that it is ready, what it counts, and which request was which', async () => {
    const live = await fetch(new URL('/health/live', running.address), { headers: { 'x-request-id': 'probe-0001' } })
    expect(live.headers.get('x-request-id')).toBe('probe-0001')
    expect(live.headers.get('content-security-policy')).toContain("script-src 'self'")
    const ready = await fetch(new URL('/health/ready', running.address))
    expect([ready.status, await ready.json()]).toEqual([
      200,
      expect.objectContaining({ ready: true, migrations: true }),
    ])
    const figures = await (await fetch(new URL('/metrics', running.address))).text()
    expect(figures).toMatch(/haixuan_http_requests_total\{method="GET",route="\/health\/live",status="200"\} [1-9]/)
    expect(figures).toMatch(/\nhaixuan_log_events_sealed [1-9]/)
    expect(figures).toMatch(/\nhaixuan_pool_connections \d/)
    const proxied = await fetch(new URL('/metrics', running.address), { headers: { 'x-forwarded-for': '192.0.2.1' } })
    expect(proxied.status).toBe(404)
  })

  test('is seen by status, beside it', async () => {
    const { stdout } = await new Haixuan(['status', '--data', data, '--json']).ended
    expect(JSON.parse(stdout)).toMatchObject({
      server: { up: true, ready: true, address: running.address, process: running.server.child.pid },
      organisations: [{ id: 'demo', projects: 2, checkpoint: { size: expect.any(Number) } }],
    })
  })

  test('keeps a second one off its folder', async () => {
    const { code, stdout, stderr } = await refused(['--data', data, '--port', '0'])
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(
      new RegExp(`^haixuan: .*another Haixuan server runs here \\(process ${running.server.child.pid}\\).*\\n$`),
    )
  })

  test('keeps a second one off its port', async () => {
    const { code, stderr } = await refused([
      '--data',
      path.join(folder, 'other'),
      '--port',
      new URL(running.address).port,
    ])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^haixuan: HAIXUAN_PORT: \d+ is taken by another program[^\n]*\n$/)
  })

  test('stops in order at SIGTERM, and starts again with what was there', async () => {
    running.server.child.kill('SIGTERM')
    expect(await running.server.ended).toMatchObject({ code: 0, stderr: expect.stringContaining('"stopped"') })
    running = await startServer(data, ['--demo'])
    expect(running.server.stderr).not.toContain('example loaded')
    const owner = await SignedIn.by(running.address, running.link!)
    expect((await owner.get('/api/v1/projects')).body.rows).toHaveLength(2)
  })
})

describe('a start that cannot be', () => {
  test('a folder that cannot be written is named', async () => {
    const file = path.join(folder, 'a-file')
    writeFileSync(file, '')
    const { code, stderr } = await refused(['--data', path.join(file, 'data')])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^haixuan: .*a-file.data: cannot be written \(E[A-Z]+\)[^\n]*\n$/)
  })

  test.runIf(process.platform === 'linux')('nor does one hang where no folder can be made', async () => {
    const { code, stderr } = await refused(['--data', '/proc/haixuan/data'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^haixuan: .proc.haixuan.data: cannot be written \(E[A-Z]+\)[^\n]*\n$/)
  })

  test.each([
    [
      'a setting that is wrong',
      { HAIXUAN_CONNECTIONS: 'x' },
      /^haixuan: HAIXUAN_CONNECTIONS: must be a whole number [^\n]*\n$/,
    ],
    ['a setting that is none', { HAIXUAN_PRT: '1' }, /^haixuan: HAIXUAN_PRT: is no setting[^\n]*\n$/],
    ['a key that is none', { HAIXUAN_MASTER_KEY: 'hunter2' }, /^haixuan: HAIXUAN_MASTER_KEY: (?!.*hunter2)[^\n]*\n$/],
    [
      'a PostgreSQL that is not there',
      { DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x' },
      /^haixuan: DATABASE_URL: (?!.*hunter2)[^\n]*\n$/,
    ],
  ])('%s is told in one line', async (_, env, expected) => {
    const { code, stderr } = await refused(['--data', path.join(folder, 'none'), '--port', '0'], env)
    expect([code, stderr]).toEqual([2, expect.stringMatching(expected)])
  })

  test('a database that is newer than the program is left alone', async () => {
    const newer = path.join(folder, 'newer')
    const { server } = await startServer(newer)
    server.child.kill('SIGTERM')
    await server.ended
    const embedded = await startEmbedded({ folder: path.join(newer, 'database'), as: 'guest', onGiveUp: () => {} })
    const client = await connect(embedded.connection, 'haixuan test')
    await client.query(`insert into haixuan.migration (name, sha256) values ('9999-of-tomorrow', '')`)
    await client.end()
    await embedded.stop()
    const { code, stderr } = await refused(['--data', newer, '--port', '0'])
    expect(code).toBe(2)
    expect(stderr).toMatch(/^haixuan: database: is newer than this program \(it has 9999-of-tomorrow\)[^\n]*\n$/)
  })
})
