import { fromNodeHeaders } from 'better-auth/node'
import type { FastifyRequest } from 'fastify'
import { type Kysely, sql } from 'kysely'
import type { House } from '../../house.ts'
import { cause } from '../cause.ts'
import type { Actor, MemberRole } from '../commands/actor.ts'
import type { Tables } from '../database/tables.ts'
import { Problem } from '../http/problem.ts'
import type { Auth } from './better-auth.ts'
import { actorOfKey } from './keys/keys.ts'
import { fromOwnPages, ownOrigins } from './same-origin.ts'

type Row = {
  session: string
  user: string
  active: string | null
  org: string | null
  name: string
  roles: MemberRole[]
  supplier: string | null
}
type Member = Row & { org: string }
type Standing = Pick<House, 'db' | 'clock'>

/**
 * Tells who asks, for every request under /api/v1: by API key when the header Authorization is there, else by the cookie
 * of a session, in the organisation that x-organisation names, the session has chosen, or is the only one.
 * Undefined for nobody. @throws Problem
 */
export function authenticator(
  { db, clock }: Standing,
  auth: Auth,
): (request: FastifyRequest) => Promise<Actor | undefined> {
  const origins = ownOrigins(auth.options.baseURL)
  return async (request) => {
    const wanted = request.headers['x-organisation']?.toString()
    const bearer = request.headers.authorization
    if (bearer !== undefined) {
      const actor = await actorOfKey(db, bearer.replace(/^Bearer +/i, ''), clock())
      if (actor && wanted !== undefined && wanted !== actor.org) throw notTheirs()
      return actor
    }
    const rows = await sessionRows(db, auth, request)
    if (rows.length === 0) return undefined
    if (!fromOwnPages(request, origins)) throw new Problem('foreign-page')
    const { org, user, name, roles, supplier } = chosen(rows, wanted)
    return { org, user, name, roles, ...(supplier === null ? {} : { supplier }) }
  }
}

/** The session of a request with each membership of its person; one row without organisation for a person of none. */
export async function sessionRows(
  db: Kysely<Tables>,
  auth: Auth,
  { headers }: Pick<FastifyRequest, 'headers'>,
): Promise<readonly Row[]> {
  if (headers.cookie === undefined) return []
  const { token } = await auth.api.sessionToken({ headers: fromNodeHeaders({ cookie: headers.cookie }) })
  if (token === undefined) return []
  const { rows } = await sql<Row>`
    select s.id as session, s."userId" as user, s.organisation as active, m.org_id as org, m.name, m.roles,
      m.supplier_id as supplier
    from auth.session s left join member m on m.user_id = s."userId"
    where s.token = ${token} and s."expiresAt" > now()
    order by m.org_id`.execute(db)
  return rows
}

function chosen(rows: readonly Row[], wanted: string | undefined): Member {
  const members = rows.filter((row): row is Member => row.org !== null)
  if (wanted !== undefined) {
    const named = members.find(({ org }) => org === wanted)
    if (!named) throw notTheirs()
    return named
  }
  const [first, second] = members
  if (!first) throw new Problem('not-allowed', { why: cause('account-without-organisation') })
  if (!second) return first
  const active = members.find(({ org, active }) => org === active)
  if (!active) throw new Problem('organisation-missing', { organisations: members.map(({ org }) => org) })
  return active
}

/** Says the same of an organisation that is not theirs and of one that is not there. */
const notTheirs = () => new Problem('not-allowed', { field: 'x-organisation', why: cause('not-of-organisation') })
