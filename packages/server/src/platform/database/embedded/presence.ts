import { setTimeout as sleep } from 'node:timers/promises'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Client } from 'pg'
import type { Places } from './places.ts'

/** A `server` is alone on its cluster; any number of `guest`s, such as commands of the command line, may be beside it. */
export type Role = 'server' | 'guest'

/** Advisory locks of the cluster: PostgreSQL frees them when their process dies, however it dies. */
const PRESENT = 0x48580001
const SERVER = 0x48580002

/** A server that was killed this instant may still hold its lock. */
const LET_GO_MS = 1000
const POLL_MS = 50

export const nameOf = (role: Role) => `haixuan ${role} ${process.pid}`

/** Makes this process known as one that needs the cluster. @throws BadInput when a second server asks */
export async function enter(client: Client, role: Role, places: Places): Promise<void> {
  await client.query('select pg_advisory_lock_shared($1)', [PRESENT])
  if (role === 'guest') return
  for (let waited = 0; !(await tryLock(client, SERVER)); waited += POLL_MS) {
    if (waited >= LET_GO_MS)
      throw new BadInput(
        toOperator(`another Haixuan server runs here (${await holder(client)}); stop it or name another folder`),
        {
          place: places.folder,
        },
      )
    await sleep(POLL_MS)
  }
}

/** Takes leave; true when nobody else is there. Until the connection ends nobody new can come in then. */
export async function leave(client: Client): Promise<boolean> {
  await client.query('select pg_advisory_unlock_shared($1)', [PRESENT])
  return tryLock(client, PRESENT)
}

async function tryLock(client: Client, key: number): Promise<boolean> {
  const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [key])
  return rows[0]!.got
}

async function holder(client: Client): Promise<string> {
  const { rows } = await client.query<{ name: string }>(
    `select application_name as name from pg_locks join pg_stat_activity using (pid)
     where locktype = 'advisory' and objid = $1 and granted`,
    [SERVER],
  )
  return `process ${rows[0]?.name.split(' ').at(-1) ?? 'unknown'}`
}
