import { MEMBER_ROLE_NAMES } from '@haixuan/domain/kernel/member-roles'
import { cause } from '../cause.ts'
import { Problem } from '../http/problem.ts'
import { type Actor, type MemberRole, mayAct } from './actor.ts'
import { withinScopes } from './scopes.ts'

type Asked = { readonly kind: 'command' | 'query'; readonly name: string; readonly roles: readonly MemberRole[] }

/** Sees that one of the actor's roles, and the scopes of their API key, reach a command or a query. @throws Problem */
export function authorise(actor: Actor, { kind, name, roles }: Asked): void {
  if (!mayAct(actor, roles))
    throw new Problem('not-allowed', { why: cause('for-roles', { roles: roles.map((r) => MEMBER_ROLE_NAMES[r]) }) })
  if (!withinScopes(actor, { kind, name })) throw new Problem('out-of-scope')
}
