import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'

const HAIXUAN = path.resolve(import.meta.dirname, '../../packages/cli/bin/haixuan.mjs')
/** Until the start has come to rest. */
const SETTLE_MS = 15_000

/** Megabytes of a process as Linux shares them out among those that share. */
const megabytesOf = (pid: string): number =>
  Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024

function processes(): { pid: string; parent: string; name: string }[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, name = '', parent = ''] = /\((.*)\) \S (\d+)/.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? []
        return [{ pid, parent, name }]
      } catch {
        return []
      }
    })
}

/** All below a process, itself among them. */
function familyOf(pid: string): { pid: string; name: string }[] {
  const all = processes()
  const family = all.filter((p) => p.pid === pid)
  for (const member of family) family.push(...all.filter((p) => p.parent === member.pid))
  return family
}

/** Starts a server that holds the example projects a second time, and weighs it with its PostgreSQL at rest. */
export async function memoryAtRest(): Promise<{ server: number; database: number; all: number }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'hx-'))
  chmodSync(folder, 0o755)
  try {
    const first = await started(folder)
    // what the examples leave to be done in the background is done by then
    await sleep(2 * SETTLE_MS)
    await first.stop()
    const server = await started(folder)
    await sleep(SETTLE_MS)
    const weighed = familyOf(server.pid).map(({ pid, name }) => ({ name, megabytes: megabytesOf(pid) }))
    await server.stop()
    const sum = (of: typeof weighed) => Math.round(of.reduce((n, p) => n + p.megabytes, 0))
    const database = weighed.filter((p) => p.name.startsWith('postgres'))
    return { server: sum(weighed.filter((p) => !database.includes(p))), database: sum(database), all: sum(weighed) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function started(folder: string) {
  const server = spawn(process.execPath, [HAIXUAN, 'serve', '--demo', '--json', '--port', '0', '--data', folder])
  const ended = new Promise((resolve) => server.once('exit', resolve))
  await new Promise((resolve) => createInterface(server.stdout).once('line', resolve))
  const stop = async () => {
    server.kill('SIGTERM')
    await ended
  }
  return { pid: String(server.pid), stop }
}
