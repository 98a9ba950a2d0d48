import { MEMBER_ROLE_NAMES } from '@haixuan/domain/kernel/member-roles'
import { sql } from 'kysely'
import { z } from 'zod'
import { cause } from '../../cause.ts'
import { type Actor, MEMBER_ROLES, type MemberRole } from '../../commands/actor.ts'
import type { Asked } from '../../commands/command.ts'
import { Problem } from '../../http/problem.ts'
import { missing } from '../../http/records.ts'

/** Whoever holds one of these holds no other: a supplier is not of the house, an auditor checks what others do. */
const ALONE: readonly MemberRole[] = ['supplier', 'auditor']

/** The roles of a member and, for a supplier's account, the supplier it acts for. */
export const held = z.strictObject({
  roles: z.array(z.enum(MEMBER_ROLES)).min(1).max(MEMBER_ROLES.length),
  supplier: z.string().min(1).optional().describe('for the role supplier, and only for it: whose account it is'),
})
type Held = z.output<typeof held>

/** @throws Problem naming the field */
export async function checkHeld({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, { roles, supplier }: Held): Promise<void> {
  const alone = roles.find((role) => ALONE.includes(role))
  if (alone && roles.length > 1)
    throw new Problem('bad-input', { field: 'roles', why: cause('role-alone', { alone: MEMBER_ROLE_NAMES[alone] }) })
  if (roles.includes('supplier') !== (supplier !== undefined))
    throw new Problem('bad-input', { field: 'supplier', why: cause('supplier-and-role') })
  if (supplier === undefined) return
  const found = await tx
    .selectFrom('supplier')
    .select('id')
    .where('org_id', '=', actor.org)
    .where('id', '=', supplier)
    .executeTakeFirst()
  if (!found) throw new Problem('not-found', { field: 'supplier', why: missing('supplier', supplier) })
}

/** Who may enter is for people to say: a key that could would outlive its own limits. @throws Problem */
export function checkSignedIn(actor: Actor): void {
  if (actor.scopes) throw new Problem('not-allowed', { why: cause('person-not-key') })
}

/**
 * Locks the owners of an organisation and sees that one remains besides `user`. @throws Problem
 */
export async function checkOwnerRemains({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, user: string): Promise<void> {
  const owners = await tx
    .selectFrom('member')
    .select('user_id')
    .where('org_id', '=', actor.org)
    .where(sql<boolean>`'owner' = any (roles)`)
    .orderBy('user_id')
    .forUpdate()
    .execute()
  if (owners.some((o) => o.user_id !== user)) return
  throw new Problem('last-owner')
}
