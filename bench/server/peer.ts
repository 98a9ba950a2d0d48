import { execFile, spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { peopleAsk } from './asking.ts'
import type { Bench } from './open-bench.ts'
import { PROJECT } from './taking-in.ts'

/** Installed beside, once, when the benchmark wants it; none of ours depends on it. */
const FOLDER = path.join(tmpdir(), 'haixuan-bench-directus')
const VERSION = '11.17.4'
const DATABASE = 'directus'
const TOKEN = 'bench-of-haixuan'
const FIELDS =
  'id,title,image,supplier,supplier_name,brand,class,confidence,price,currency,state,gates,markets,blocks,warns,owes'
const LISTS = [
  ['Directus, newest first', `sort=-created_at`],
  ['Directus, one class', `sort=-created_at&filter[class][_eq]=lighting`],
  ['Directus, search, English', `sort=-created_at&search=${encodeURIComponent('foldable travel bag')}`],
] as const

/**
 * Directus on the same PostgreSQL with the same products, in a database of its own, as it takes no table whose key has several
 * columns; with an index for each list. Its sandbox of extensions (isolated-vm), which is compiled on the spot, is left out.
 */
export async function askDirectus(
  bench: Bench,
  users: number,
  seconds: number,
): Promise<{ readonly name: string; readonly p50: number; readonly p99: number }[]> {
  await install()
  await makeTable(bench)
  const { address, stop } = await started(bench)
  try {
    const took: { name: string; p50: number; p99: number }[] = []
    for (const [name, asked] of LISTS) {
      const { p50, p99 } = await peopleAsk(users, seconds, async () => {
        const reply = await fetch(`${address}/items/peer_product?limit=50&fields=${FIELDS}&${asked}`, {
          headers: { authorization: `Bearer ${TOKEN}` },
        })
        const read = (await reply.json()) as { data?: unknown[] }
        if (!reply.ok || !read.data?.length)
          throw new Error(`${name}: ${reply.status} ${JSON.stringify(read).slice(0, 300)}`)
      })
      took.push({ name, p50, p99 })
    }
    return took
  } finally {
    await stop()
    const client = await bench.client()
    await client.query(`drop database ${DATABASE} with (force)`)
    await client.end()
  }
}

async function install(): Promise<void> {
  if (existsSync(path.join(FOLDER, 'installed'))) return
  const stub = path.join(FOLDER, 'stub')
  await mkdir(stub, { recursive: true })
  await writeFile(
    path.join(stub, 'package.json'),
    JSON.stringify({ name: 'isolated-vm', version: '6.0.0', main: 'index.js' }),
  )
  await writeFile(path.join(stub, 'index.js'), 'module.exports = {}\n')
  const overrides = { 'isolated-vm': 'file:./stub' }
  await writeFile(
    path.join(FOLDER, 'package.json'),
    JSON.stringify({ name: 'peer', private: true, dependencies: { directus: VERSION }, overrides }),
  )
  await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund'], { cwd: FOLDER, maxBuffer: 64_000_000 })
  await writeFile(path.join(FOLDER, 'installed'), '')
}

async function makeTable(bench: Bench): Promise<void> {
  const client = await bench.client()
  await client.query(`create database ${DATABASE}`)
  const peer = await bench.client(DATABASE)
  await peer.query(`
    create table peer_product (id text, title text, image text, supplier text, supplier_name text, brand text, class text,
      confidence real, price bigint, currency text, state text, gates jsonb, markets jsonb, blocks integer, warns integer,
      owes jsonb, created_at timestamptz)`)
  await pipeline(
    client.query(
      copyTo(`copy (
        select p.id, p.title, p.listing -> 'images' ->> 0, p.supplier_id, g.name, p.brand, p.class, p.confidence,
          p.price_minor, p.price_currency, p.state, p.gates, p.markets, p.blocks, p.warns, to_jsonb(p.owes), p.created_at
        from product p left join supplier_gate g using (org_id, project_id, supplier_id)
        where project_id = '${PROJECT}') to stdout`),
    ),
    peer.query(copyFrom('copy peer_product from stdin')),
  )
  await peer.query('alter table peer_product add primary key (id)')
  await peer.query('create index on peer_product (created_at, id)')
  await peer.query('create index on peer_product (class, created_at)')
  await peer.query('vacuum analyze peer_product')
  await client.end()
  await peer.end()
}

async function started({ connection, folder }: Bench): Promise<{ address: string; stop: () => Promise<void> }> {
  const { host, port, user } = connection
  const own = await freePort()
  const env = {
    ...process.env,
    ...{
      DB_CLIENT: 'pg',
      DB_HOST: host,
      DB_PORT: String(port),
      DB_USER: user,
      DB_PASSWORD: '-',
      DB_DATABASE: DATABASE,
    },
    ...{ HOST: '127.0.0.1', PORT: String(own), PUBLIC_URL: `http://127.0.0.1:${own}`, SERVE_APP: 'false' },
    ...{
      SECRET: 'bench',
      KEY: 'bench',
      ADMIN_EMAIL: 'lin@example.com',
      ADMIN_PASSWORD: 'of-the-bench',
      ADMIN_TOKEN: TOKEN,
    },
    ...{ TELEMETRY: 'false', LOG_LEVEL: 'error', PRESSURE_LIMITER_ENABLED: 'false', WEBSOCKETS_ENABLED: 'false' },
    ...{ STORAGE_LOCATIONS: 'local', STORAGE_LOCAL_ROOT: folder, EXTENSIONS_PATH: path.join(folder, 'extensions') },
  }
  const cli = path.join(FOLDER, 'node_modules', 'directus', 'cli.js')
  await promisify(execFile)(process.execPath, [cli, 'bootstrap'], { cwd: FOLDER, env, maxBuffer: 64_000_000 })
  const child = spawn(process.execPath, [cli, 'start'], { cwd: FOLDER, env, stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const address = `http://127.0.0.1:${own}`
  for (let tries = 0; !(await answers(address)); tries++) {
    if (tries > 600 || child.exitCode !== null) throw new Error('Directus does not start')
    await sleep(100)
  }
  return {
    address,
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}

const answers = (address: string) =>
  fetch(`${address}/server/ping`).then(
    (reply) => reply.ok,
    () => false,
  )

const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
