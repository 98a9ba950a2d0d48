import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Haixuan, SignedIn, startServer } from './server-process.ts'

/** One command of the run: sent with its key until it is acknowledged. */
type Sent = {
  readonly kind: 'project' | 'product'
  /** stands in its record and in no other */
  readonly mark: string
  readonly key: string
  tries: number
  acknowledged?: { readonly status: number; readonly body: unknown }
}
type Fault = 'server' | 'postgres' | 'backend' | 'both'
export type FaultRun = { readonly sent: readonly Sent[]; readonly faults: readonly Fault[] }

const FAULTS: readonly Fault[] = ['server', 'postgres', 'backend', 'both']
const WRITERS = 4
const PLAN = { theme: '断电演练', markets: ['sg'], date: '2099-06-06', language: 'zh', slots: 4 }
const SETTINGS = { HAIXUAN_OWNER: 'owner@faults.example', HAIXUAN_RATE_LIMIT: '0', HAIXUAN_LOG_LEVEL: 'error' }

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), state | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

/** Set to have the writers end; a writer that fails says so. */
type End = { now: boolean; readonly failed: unknown[] }

type Options = { readonly data: string; readonly rounds: number; readonly seed: number; readonly port: number }

/**
 * Sends commands without pause to a server of its own while it, its PostgreSQL, one of PostgreSQL's processes, or server
 * and PostgreSQL at once are killed in each round; then lets all be acknowledged and stops the server in order.
 */
export async function runFaults({ data, rounds, seed, port }: Options): Promise<FaultRun> {
  const random = seeded(seed)
  const start = () => startServer(data, ['--port', String(port)], SETTINGS)
  let { server, address, link } = await start()
  const sent: Sent[] = []
  const faults: Fault[] = []
  const end: End = { now: false, failed: [] }
  try {
    const client = await SignedIn.by(address, link!)
    await client.post('/api/v1/projects', { id: 'base', ...PLAN })
    const writers = Array.from({ length: WRITERS }, (_, n) =>
      writer(client, n, sent, end).catch((error) => end.failed.push(error)),
    )
    while (faults.length < rounds) {
      await sleep(100 + random() * 700)
      const fault = FAULTS[Math.floor(random() * FAULTS.length)]!
      faults.push(fault)
      server = await inflict(fault, data, server, async () => (await start()).server)
      const before = acknowledged(sent)
      while (acknowledged(sent) === before) {
        if (end.failed.length > 0) throw end.failed[0]
        // it gives up when PostgreSQL ends again and again; whoever runs it starts it anew
        if (server.child.exitCode !== null) server = (await start()).server
        await sleep(20)
      }
    }
    end.now = true
    await Promise.all(writers)
    await askAgain(client, sent)
  } finally {
    end.now = true
    server.child.kill('SIGTERM')
  }
  const { code, stderr } = await server.ended
  if (code !== 0) throw new Error(`the server ended with ${code}: ${stderr}`)
  return { sent, faults }
}

const acknowledged = (sent: readonly Sent[]) => sent.filter((s) => s.acknowledged).length

async function writer(client: SignedIn, n: number, sent: Sent[], end: End): Promise<void> {
  for (let i = 0; !end.now; i++) {
    const command: Sent = {
      kind: i % 2 ? 'product' : 'project',
      mark: `M-${n}-${i}`,
      key: crypto.randomUUID(),
      tries: 0,
    }
    sent.push(command)
    while (!command.acknowledged && !(end.now && end.failed.length > 0)) await attempt(client, command)
  }
}

async function attempt(client: SignedIn, command: Sent): Promise<void> {
  command.tries += 1
  try {
    const answer = await post(client, command)
    if (answer.status < 300) command.acknowledged = answer
    else if (answer.status < 500) throw new TypeError(`${command.mark} answered ${JSON.stringify(answer)}`)
    else await sleep(50)
  } catch (error) {
    if (error instanceof TypeError && !/fetch failed|terminated/.test(error.message)) throw error
    await sleep(50)
  }
}

const post = (client: SignedIn, { kind, mark, key }: Sent) =>
  kind === 'project'
    ? client.post('/api/v1/projects', { ...PLAN, name: mark }, { 'idempotency-key': key })
    : client.post('/api/v1/projects/base/products', { listings: [listingOf(mark)] }, { 'idempotency-key': key })

const listingOf = (mark: string) => ({
  row: 1,
  sku: mark,
  title: '晴雨两用折叠伞',
  description: '八骨，涤纶伞面。',
  language: 'zh',
  price: { minor: 1990, currency: 'SGD' },
  seller: mark,
  images: [],
  category: [],
  variants: [],
  attributes: [],
})

/** Acknowledged is acknowledged: the same key has the same answer after all that happened. */
async function askAgain(client: SignedIn, sent: readonly Sent[]): Promise<void> {
  for (const command of sent.slice(0, 50)) {
    const again = await post(client, command)
    if (JSON.stringify(again) !== JSON.stringify(command.acknowledged))
      throw new Error(`${command.mark}: ${JSON.stringify(command.acknowledged)} became ${JSON.stringify(again)}`)
  }
}

/** Kills, and starts the server again where it was killed; what its PostgreSQL needs, the server does itself. */
async function inflict(fault: Fault, data: string, server: Haixuan, start: () => Promise<Haixuan>): Promise<Haixuan> {
  if (fault !== 'server') await killPostgres(data, fault === 'backend')
  if (fault === 'postgres' || fault === 'backend') return server
  server.child.kill('SIGKILL')
  await server.ended
  return start()
}

/** Kills the PostgreSQL that runs on the data folder, or one of its processes; one that is starting is waited for. */
async function killPostgres(data: string, backend: boolean): Promise<void> {
  for (;;) {
    try {
      const pid = Number.parseInt(readFileSync(path.join(data, 'database/data/postmaster.pid'), 'utf8'), 10)
      process.kill(backend ? backendOf(pid) : pid, 'SIGKILL')
      return
    } catch {
      await sleep(20)
    }
  }
}

/** A process of PostgreSQL that serves a connection, or PostgreSQL itself. */
function backendOf(postmaster: number): number {
  const all = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' }).split('\n')
  const own = all.map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)/.exec(line)).filter((m) => Number(m?.[2]) === postmaster)
  return Number(own.find((m) => /haixuan haixuan/.test(m![3]!))?.[1] ?? postmaster)
}
