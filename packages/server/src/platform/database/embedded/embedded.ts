import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Client } from 'pg'
import { isAway } from '../is-away.ts'
import { answering, PORT } from './answering.ts'
import { initCluster } from './init-cluster.ts'
import { makePlaces, type Places } from './places.ts'
import { stopPostmaster } from './postmaster.ts'
import { enter, leave, nameOf, type Role } from './presence.ts'
import { type Program, packagedProgram, readyProgram } from './program.ts'

export type EmbeddedOptions = {
  /** where the cluster lies; made when it is not there */
  readonly folder: string
  readonly as: Role
  /** told once when PostgreSQL keeps ending or will not come back; the connection is of no use from then on */
  readonly onGiveUp: (why: Error) => void
}

/** A PostgreSQL of our own, shared by every process that asks for the same folder. */
export type Embedded = {
  readonly connection: {
    readonly host: string
    readonly port: number
    readonly user: string
    readonly database: string
  }
  /** the folder used: for root another than asked when the unprivileged user cannot reach that */
  readonly folder: string
  /** takes leave; whoever leaves last shuts PostgreSQL down */
  readonly stop: () => Promise<void>
}

/** Login of the application: owns its database, is no superuser. */
const LOGIN = 'haixuan'
const DATABASE = 'haixuan'

/** An end sooner than this after a start counts as one more of a row. */
const SOON_MS = 10_000
const ENDS_IN_A_ROW = 5

/**
 * Starts PostgreSQL on a folder or joins the one that runs there, and starts it again whenever it ends, however it ends.
 * @throws BadInput: folder not writable, second server, data of another PostgreSQL, no binaries for this platform
 */
export async function startEmbedded({ folder, as, onGiveUp }: EmbeddedOptions): Promise<Embedded> {
  const packaged = packagedProgram()
  const places = await makePlaces(folder)
  const program = await readyProgram(packaged, places.folder, places.owner)
  await initCluster(program, places)
  const supervised = await supervise(program, places, as, onGiveUp)
  return {
    connection: { host: places.socket, port: PORT, user: LOGIN, database: DATABASE },
    folder: places.folder,
    stop: supervised.stop,
  }
}

/** Holds one connection: its end is the first sign that PostgreSQL has ended, and its locks say who needs the cluster. */
async function supervise(program: Program, places: Places, as: Role, onGiveUp: (why: Error) => void) {
  let client = await present(program, places, as)
  let returning = Promise.resolve()
  let stopping = false
  let since = Date.now()
  let ends = 0

  const comeBack = async () => {
    ends = Date.now() - since < SOON_MS ? ends + 1 : 1
    if (ends >= ENDS_IN_A_ROW) throw keepsEnding(places)
    client = await present(program, places, as)
    since = Date.now()
    watch()
  }
  const watch = () =>
    client.once('end', () => {
      if (!stopping) returning = comeBack().catch(onGiveUp)
    })
  const stop = async () => {
    stopping = true
    await returning
    // without an answer it is down already, or others have started it again and need it
    if (await leave(client).catch(() => false)) await stopPostmaster(places)
    await client.end().catch(() => {})
  }
  watch()
  return { stop }
}

/** Connected, known as present, with the application's database made. */
async function present(program: Program, places: Places, as: Role): Promise<Client> {
  for (let ends = 0; ends < ENDS_IN_A_ROW; ends++) {
    const client = await answering(program, places, nameOf(as))
    try {
      await enter(client, as, places)
      await makeDatabase(client)
      return client
    } catch (error) {
      await client.end().catch(() => {})
      // whoever was here last has just shut it down
      if (!isAway(error)) throw error
    }
  }
  throw keepsEnding(places)
}

const keepsEnding = ({ folder, log }: Places) =>
  new BadInput(toOperator(`PostgreSQL ended ${ENDS_IN_A_ROW} times in a row; see ${log}`), { place: folder })

async function makeDatabase(client: Client): Promise<void> {
  const { rows } = await client.query('select from pg_database where datname = $1', [DATABASE])
  if (rows.length > 0) return
  await client.query(`create role ${LOGIN} login createdb createrole`).catch(unlessThere)
  await client.query(`create database ${DATABASE} owner ${LOGIN}`).catch(unlessThere)
}

/** Another process made it at the same time (duplicate_object, duplicate_database, unique_violation). */
function unlessThere(error: { code?: string }): void {
  if (!['42710', '42P04', '23505'].includes(error.code ?? '')) throw error
}
