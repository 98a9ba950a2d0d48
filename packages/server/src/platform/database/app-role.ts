import { setTimeout as sleep } from 'node:timers/promises'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { toOperator } from '@haixuan/domain/kernel/reason'
import type { Client } from 'pg'
import { APP_ROLE } from './scope.ts'

/** Two databases of one cluster may ask at once: duplicate_object, unique_violation, "tuple concurrently updated". */
const AT_ONCE = new Set(['42710', '23505', 'XX000'])
const INSUFFICIENT_PRIVILEGE = '42501'
const TRIES = 20
const PAUSE_MS = 25

/** Sees that the role of requests exists, has no way round row-level security, and may be taken on by this login. @throws BadInput */
export async function ensureAppRole(client: Client): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await makeRole(client)
      await checkRole(client)
      if (await mayTakeOn(client)) return
      if (tries >= TRIES) throw new Error(`${client.user} was granted ${APP_ROLE} and may not take it on`)
    } catch (error) {
      const { code, message } = error as { code?: string; message: string }
      if (code === INSUFFICIENT_PRIVILEGE)
        throw new BadInput(
          toOperator(
            `may not make the role ${APP_ROLE} or take it on (${message}); let an administrator run: ` +
              `CREATE ROLE ${APP_ROLE} NOLOGIN; GRANT ${APP_ROLE} TO ${client.user}; GRANT USAGE ON SCHEMA public TO ${APP_ROLE}`,
          ),
          { place: client.user ?? 'DATABASE_URL' },
        )
      if (tries >= TRIES || !AT_ONCE.has(code ?? '')) throw error
    }
    await sleep(PAUSE_MS)
  }
}

async function makeRole(client: Client): Promise<void> {
  const { rows } = await client.query('select from pg_roles where rolname = $1', [APP_ROLE])
  if (rows.length === 0) await client.query(`create role ${APP_ROLE} nologin`)
  // the grant is made where it is missing only: each one writes a row that all databases of the cluster share
  if (!(await mayTakeOn(client))) await client.query(`grant ${APP_ROLE} to current_user`)
  const seen = await client.query<{ may: boolean }>(`select has_schema_privilege($1, 'public', 'usage') as may`, [
    APP_ROLE,
  ])
  if (!seen.rows[0]!.may) await client.query(`grant usage on schema public to ${APP_ROLE}`)
}

/**
 * Since PostgreSQL 16 a member may still be kept from taking a role on. A backend remembers the roles of the member it
 * last asked about, also when a grant landed while it was reading them: asking about another member first makes it read anew.
 */
async function mayTakeOn(client: Client): Promise<boolean> {
  const has = (member: string, role: string) =>
    `select pg_has_role(${member}, ${role},
       case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end) as may`
  await client.query(has('$1', 'current_user'), [APP_ROLE])
  const { rows } = await client.query<{ may: boolean }>(has('current_user', '$1'), [APP_ROLE])
  return rows[0]!.may
}

async function checkRole(client: Client): Promise<void> {
  const { rows } = await client.query<{ unguarded: boolean }>(
    `select rolsuper or rolbypassrls
       or exists (select from pg_auth_members where member = pg_roles.oid)
       or exists (select from pg_class where relowner = pg_roles.oid) as unguarded
     from pg_roles where rolname = $1`,
    [APP_ROLE],
  )
  if (rows[0]?.unguarded)
    throw new BadInput(
      toOperator(
        'could pass by row-level security: it must own nothing, belong to no other role and have neither SUPERUSER nor BYPASSRLS',
      ),
      { place: `role ${APP_ROLE}` },
    )
}
