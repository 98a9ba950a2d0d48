import type { ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import { Client } from 'pg'
import { isAway } from '../is-away.ts'
import { SUPERUSER } from './init-cluster.ts'
import type { Places } from './places.ts'
import { lastComplaint, removeStaleLock, runningPostmaster, spawnPostmaster } from './postmaster.ts'
import type { Program } from './program.ts'

/** Only part of the socket's name: the cluster listens on no network. */
export const PORT = 5432

const POLL_MS = 20
const TRIES = 3
const PATIENT_TRIES = 60
const FIRST_PAUSE_MS = 200
const LONGEST_PAUSE_MS = 1000
/** Sessions of a PostgreSQL that was killed end by and by; until then the cluster is not free. Or another starts it now. */
const NOT_YET_FREE = /pre-existing shared memory block|lock file .* already exists/

/** A connection of the superuser to the cluster, which is started when nothing answers. @throws BadInput when it won't start */
export async function answering(program: Program, places: Places, name: string): Promise<Client> {
  let child: ChildProcess | undefined
  for (let failed = 0; ; ) {
    const client = await connect(places, name)
    if (client) return client
    if ((await runningPostmaster(places)) !== undefined || (child && isRunning(child))) {
      await sleep(POLL_MS)
      continue
    }
    if (child) {
      failed += 1
      const complaint = child.signalCode ? `it was ended by ${child.signalCode}` : await lastComplaint(places)
      if (failed >= (NOT_YET_FREE.test(complaint) ? PATIENT_TRIES : TRIES))
        throw new BadInput(toOperator(`PostgreSQL does not start: ${complaint}`), { place: places.folder })
      await sleep(Math.min(FIRST_PAUSE_MS * 2 ** (failed - 1), LONGEST_PAUSE_MS))
    }
    await removeStaleLock(places)
    child = spawnPostmaster(program, places)
    child.once('error', () => {})
  }
}

/** Undefined while PostgreSQL is not there, or not ready. */
async function connect(places: Places, name: string): Promise<Client | undefined> {
  const client = new Client({
    host: places.socket,
    port: PORT,
    user: SUPERUSER,
    database: SUPERUSER,
    application_name: name,
  })
  client.on('error', () => {})
  try {
    await client.connect()
    return client
  } catch (error) {
    if (isAway(error)) return undefined
    throw error
  }
}

const isRunning = (child: ChildProcess) =>
  child.pid !== undefined && child.exitCode === null && child.signalCode === null
