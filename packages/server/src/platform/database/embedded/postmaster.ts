import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Places } from './places.ts'
import { commandOf, isAlive, runAs } from './processes.ts'
import type { Program } from './program.ts'
import { settingArguments } from './settings.ts'

const POLL_MS = 20
const FAST_SHUTDOWN_MS = 60_000

/** Starts PostgreSQL on the cluster in a session of its own: Ctrl-C and the end of this process do not reach it. */
export function spawnPostmaster(program: Program, places: Places): ChildProcess {
  const said = openSync(startLog(places), 'w', 0o600)
  try {
    const postgres = path.join(program.folder, 'bin', 'postgres')
    const child = spawn(postgres, ['-D', places.data, ...settingArguments(places)], {
      ...runAs(places.owner),
      cwd: places.data,
      detached: true,
      stdio: ['ignore', said, said],
    })
    child.unref()
    return child
  } finally {
    closeSync(said)
  }
}

/** The process id of the PostgreSQL that runs on the data folder. */
export async function runningPostmaster(places: Places): Promise<number | undefined> {
  const pid = await lockedBy(places)
  return pid !== undefined && isAlive(pid) && (await commandOf(pid)).includes(places.data) ? pid : undefined
}

/**
 * Removes the lock of a PostgreSQL that is gone: after a restart of the machine its process number may be another
 * program's, and PostgreSQL would refuse to start. Only for a cluster whose socket does not answer.
 */
export async function removeStaleLock(places: Places): Promise<void> {
  const pid = await lockedBy(places)
  if (pid === undefined || !isAlive(pid) || (await runningPostmaster(places)) !== undefined) return
  if ((await lockedBy(places)) === pid) await rm(lockOf(places), { force: true })
}

/** Shuts PostgreSQL down, ending its sessions; if that takes too long, at once: the next start then recovers. */
export async function stopPostmaster(places: Places): Promise<void> {
  const pid = await runningPostmaster(places)
  if (pid === undefined) return
  process.kill(pid, 'SIGINT')
  for (let waited = 0; (await runningPostmaster(places)) === pid; waited += POLL_MS) {
    if (waited === FAST_SHUTDOWN_MS) process.kill(pid, 'SIGQUIT')
    await sleep(POLL_MS)
  }
}

const COMPLAINT = /\b(?:FATAL|PANIC):\s+(.*)/

/** What PostgreSQL last complained of when it would not start: from its own output, else from its newest log. */
export async function lastComplaint(places: Places): Promise<string> {
  for (const place of [startLog(places), await newestLog(places)]) {
    const text = await readFile(place, 'utf8').catch(() => '')
    const line = text.split('\n').findLast((l) => COMPLAINT.test(l))
    if (line) return COMPLAINT.exec(line)![1]!
  }
  return `it does not say why; see ${places.log}`
}

async function newestLog({ log }: Places): Promise<string> {
  const logs = (await readdir(log)).map((name) => path.join(log, name))
  const dated = await Promise.all(logs.map(async (place) => ({ place, at: (await stat(place)).mtimeMs })))
  return dated.sort((a, b) => b.at - a.at)[0]?.place ?? ''
}

const startLog = ({ folder }: Places) => path.join(folder, 'start.log')
const lockOf = ({ data }: Places) => path.join(data, 'postmaster.pid')

async function lockedBy(places: Places): Promise<number | undefined> {
  const pid = Number.parseInt(await readFile(lockOf(places), 'utf8').catch(() => ''), 10)
  return pid > 0 ? pid : undefined
}
