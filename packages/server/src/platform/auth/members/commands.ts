import { z } from 'zod'
import { cause } from '../../cause.ts'
import type { MemberRole } from '../../commands/actor.ts'
import { type Asked, command } from '../../commands/command.ts'
import { Problem } from '../../http/problem.ts'
import { missing } from '../../http/records.ts'
import { foldEmail } from '../people.ts'
import { hashOf, newToken } from '../tokens.ts'
import { checkNameFree } from './names.ts'
import { checkHeld, checkOwnerRemains, checkSignedIn, held } from './roles.ts'

const DAY = 86_400_000
const INVITATION_DAYS = 7
const OWNER: readonly MemberRole[] = ['owner']
const CLAUSE = 'R4'

const ofMember = z.object({ user: z.string() })
const done = z.object({ id: z.string() })

const invite = command({
  name: 'member.invite',
  clause: CLAUSE,
  roles: OWNER,
  path: '/members/invite',
  summary: { zh: '邀请成员：一次性链接只显示一次', en: 'Invite a person: the one-time link is shown once' },
  params: z.object({}),
  input: held.extend({
    name: z.string().trim().min(1).max(100).describe('as the records will name the person, for good'),
    email: z.email().max(254),
  }),
  answer: done.extend({
    expires: z.iso.datetime(),
    link: z.string().optional().describe('a path of this server; in the first answer only'),
  }),
  async run(asked) {
    const { tx, actor, input, now } = asked
    checkSignedIn(actor)
    await checkHeld(asked, input)
    const email = foldEmail(input.email)
    const member = await tx
      .selectFrom('member')
      .select('user_id')
      .where('org_id', '=', actor.org)
      .where('email', '=', email)
      .executeTakeFirst()
    if (member) throw new Problem('already-exists', { field: 'email', why: cause('member-already', { email }) })
    await checkNameFree({ tx, org: actor.org }, input.name, undefined)
    const token = newToken()
    const invited = {
      id: crypto.randomUUID(),
      hash: hashOf(token),
      name: input.name,
      roles: [...new Set(input.roles)],
      supplier_id: input.supplier ?? null,
      invited_by: actor.user,
      created_at: now,
      expires_at: new Date(Date.parse(now) + INVITATION_DAYS * DAY).toISOString(),
    }
    await tx
      .insertInto('invitation')
      .values({ org_id: actor.org, email, ...invited })
      .onConflict((c) => c.columns(['org_id', 'email']).doUpdateSet(invited))
      .execute()
    const { id, roles, supplier_id: supplier, expires_at: expires } = invited
    return {
      events: [
        {
          type: 'member.invited',
          subject: id,
          clause: CLAUSE,
          body: { command: asked.command, roles, supplier, expires },
        },
      ],
      answer: { id, expires },
      once: { link: `/sign-in#${token}` },
      created: true,
    }
  },
})

const withdraw = command({
  name: 'member.withdraw-invitation',
  clause: CLAUSE,
  roles: OWNER,
  path: '/invitations/:invitation/withdraw',
  summary: { zh: '撤回邀请', en: 'Withdraw an invitation' },
  params: z.object({ invitation: z.string() }),
  input: z.strictObject({}),
  answer: done,
  async run({ tx, actor, params, command }) {
    checkSignedIn(actor)
    const { numDeletedRows } = await tx
      .deleteFrom('invitation')
      .where('org_id', '=', actor.org)
      .where('id', '=', params.invitation)
      .executeTakeFirst()
    if (Number(numDeletedRows) === 0) throw new Problem('not-found', { why: missing('invitation', params.invitation) })
    return {
      events: [{ type: 'member.invitation-withdrawn', subject: params.invitation, clause: CLAUSE, body: { command } }],
      answer: { id: params.invitation },
    }
  },
})

const changeRoles = command({
  name: 'member.change-roles',
  clause: CLAUSE,
  roles: OWNER,
  path: '/members/:user/change-roles',
  summary: { zh: '变更成员角色', en: 'Change the roles of a member' },
  params: ofMember,
  input: held,
  answer: done,
  async run(asked) {
    const { tx, actor, params, input, command } = asked
    checkSignedIn(actor)
    await checkHeld(asked, input)
    if (!input.roles.includes('owner')) await checkOwnerRemains(asked, params.user)
    const before = await memberForUpdate(asked, params.user)
    const now = { roles: [...new Set(input.roles)], supplier_id: input.supplier ?? null }
    await tx.updateTable('member').set(now).where('org_id', '=', actor.org).where('user_id', '=', params.user).execute()
    return {
      events: [
        {
          type: 'member.roles-changed',
          subject: params.user,
          clause: CLAUSE,
          body: { command, before: before.roles, roles: now.roles, supplier: now.supplier_id },
        },
      ],
      answer: { id: params.user },
    }
  },
})

const remove = command({
  name: 'member.remove',
  clause: CLAUSE,
  roles: OWNER,
  path: '/members/:user/remove',
  summary: { zh: '移除成员并作废其密钥', en: 'Remove a member; their API keys end with it' },
  params: ofMember,
  input: z.strictObject({}),
  answer: done,
  async run(asked) {
    const { tx, actor, params, now, command } = asked
    checkSignedIn(actor)
    await checkOwnerRemains(asked, params.user)
    const { roles } = await memberForUpdate(asked, params.user)
    await tx.deleteFrom('member').where('org_id', '=', actor.org).where('user_id', '=', params.user).execute()
    await tx
      .updateTable('api_key')
      .set({ revoked_at: now })
      .where('org_id', '=', actor.org)
      .where('user_id', '=', params.user)
      .where('revoked_at', 'is', null)
      .execute()
    return {
      events: [{ type: 'member.removed', subject: params.user, clause: CLAUSE, body: { command, roles } }],
      answer: { id: params.user },
    }
  },
})

async function memberForUpdate({ tx, actor }: Pick<Asked, 'tx' | 'actor'>, user: string): Promise<{ roles: string[] }> {
  const member = await tx
    .selectFrom('member')
    .select('roles')
    .where('org_id', '=', actor.org)
    .where('user_id', '=', user)
    .forUpdate()
    .executeTakeFirst()
  if (!member) throw new Problem('not-found', { why: missing('member', user) })
  return member
}

export const memberCommands = [invite, withdraw, changeRoles, remove]
