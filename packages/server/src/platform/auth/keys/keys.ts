import { type Kysely, sql } from 'kysely'
import type { Actor, MemberRole } from '../../commands/actor.ts'
import type { Tables } from '../../database/tables.ts'
import { hashOf } from '../tokens.ts'

/** Says of a string what it is, to people and to scanners of leaked secrets. */
export const KEY_PREFIX = 'hx_'

type Row = {
  org_id: string
  user_id: string
  name: string
  roles: MemberRole[]
  supplier_id: string | null
  scopes: string[]
}

/** Who acts by an API key: its holder with their roles of today, within its scopes; undefined when it is of no use. */
export async function actorOfKey(db: Kysely<Tables>, key: string, now: string): Promise<Actor | undefined> {
  if (!key.startsWith(KEY_PREFIX)) return undefined
  // at most one write a minute says when a key was last used
  const { rows } = await sql<Row>`
    with asked as (
      select org_id, id, user_id, scopes, last_used_at from api_key
      where hash = ${hashOf(key)} and revoked_at is null and expires_at > ${now}
    ), used as (
      update api_key k set last_used_at = ${now} from asked a
      where k.org_id = a.org_id and k.id = a.id
        and (a.last_used_at is null or a.last_used_at < ${now}::timestamptz - interval '1 minute')
    )
    select m.org_id, m.user_id, m.name, m.roles, m.supplier_id, a.scopes
    from asked a join member m on m.org_id = a.org_id and m.user_id = a.user_id`.execute(db)
  const [row] = rows
  if (!row) return undefined
  return {
    org: row.org_id,
    user: row.user_id,
    name: row.name,
    roles: row.roles,
    scopes: row.scopes,
    ...(row.supplier_id === null ? {} : { supplier: row.supplier_id }),
  }
}
