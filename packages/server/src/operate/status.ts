import { sql } from 'kysely'
import type { Config } from '../config.ts'
import { isAlive } from '../platform/database/embedded/processes.ts'
import { placesIn } from '../start/data-folder.ts'
import { attach } from './attach.ts'
import { readNote } from './server-note.ts'

/** The server that works on a data folder, by what it noted there and what it answers. */
export type ServerState = {
  readonly up: boolean
  readonly ready: boolean
  readonly address?: string
  readonly process?: number
  readonly since?: string
}
export type OrganisationState = {
  readonly id: string
  readonly name: string
  readonly members: number
  readonly projects: number
  readonly suppliers: number
  readonly products: number
  readonly files: number
  readonly file_bytes: number
  readonly events: number
  readonly unsealed: number
  /** the newest checkpoint of its log */
  readonly checkpoint: { readonly size: number; readonly root: string; readonly at: string } | null
}
export type Status = {
  readonly server: ServerState
  readonly database: { readonly own: boolean; readonly version: string; readonly bytes: number }
  readonly organisations: readonly OrganisationState[]
}

const PATIENCE_MS = 3000

/** How a server and its records stand. @throws BadInput when there are none */
export const statusOf = (config: Config): Promise<Status> =>
  attach(config, async ({ db }) => {
    const { rows } = await sql<{ version: string; bytes: number }>`
      select current_setting('server_version') as version, pg_database_size(current_database()) as bytes`.execute(db)
    const organisations = await sql<OrganisationState>`
      select o.id, o.name,
        (select count(*) from member m where m.org_id = o.id) as members,
        (select count(*) from project p where p.org_id = o.id) as projects,
        (select count(*) from supplier s where s.org_id = o.id) as suppliers,
        (select coalesce(sum(n), 0) from alike_count c where c.org_id = o.id and c.supplier_id = '') as products,
        (select count(*) from file f where f.org_id = o.id) as files,
        (select coalesce(sum(size), 0)::bigint from file f where f.org_id = o.id) as file_bytes,
        (select coalesce(sum(n), 0)::bigint from event_count e where e.org_id = o.id) as events,
        (select count(*) from unsealed u where u.org_id = o.id) as unsealed,
        (select jsonb_build_object('size', c.size, 'root', encode(c.root, 'base64'), 'at', to_char(c.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          from checkpoint c where c.org_id = o.id order by c.size desc limit 1) as checkpoint
      from organisation o order by o.id`.execute(db)
    return {
      server: await serverState(config),
      database: { own: config.databaseUrl === undefined, ...rows[0]! },
      organisations: organisations.rows,
    }
  })

async function serverState({ data }: Config): Promise<ServerState> {
  const noted = readNote(placesIn(data).server)
  if (!noted || !isAlive(noted.process)) return { up: false, ready: false }
  const ready = await fetch(new URL('/health/ready', noted.address), {
    signal: AbortSignal.timeout(PATIENCE_MS),
  }).catch(() => undefined)
  return { up: ready !== undefined, ready: ready?.ok === true, ...noted }
}
