import { MEMBER_ROLE_NAMES } from '@haixuan/domain/kernel/member-roles'
import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../commands/actor.ts'
import { asSystem } from '../../database/scope.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../queries/page.ts'
import { query } from '../../queries/query.ts'
import { saying } from '../../queries/saying.ts'

const ROLE_NAMES = Object.entries(MEMBER_ROLE_NAMES)
const role = z.enum(MEMBER_ROLES)
type Role = z.output<typeof role>

const list = query({
  name: 'member.list',
  path: '/members',
  summary: { zh: '成员', en: 'Members of the organisation' },
  params: z.object({}),
  query: pageOf(['name']).extend({ role: role.optional() }),
  answer: pageAnswer(
    z.object({
      user: z.string(),
      name: z.string(),
      email: z.string(),
      roles: z.array(role),
      supplier: z.string().nullable(),
      supplierName: z.string().nullable(),
      since: z.string(),
    }),
  ),
  async run({ tx, actor, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`m.name`, id: sql`m.user_id` })
    const rows = await tx
      .selectFrom('member as m')
      .select(['m.user_id as user', 'm.name', 'm.email', 'm.supplier_id as supplier', 'm.created_at as since'])
      .select(sql<Role[]>`m.roles`.as('roles'))
      .select(
        sql<string | null>`(select s.name from supplier s where s.org_id = m.org_id and s.id = m.supplier_id)`.as(
          'supplierName',
        ),
      )
      .where('m.org_id', '=', actor.org)
      .where(where)
      .$if(page.role !== undefined, (q) => q.where(sql<boolean>`${page.role} = any (m.roles)`))
      .where(saying(page.q, { texts: [sql`m.name`, sql`m.email`], sets: [[sql`m.roles`, ROLE_NAMES]] }))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.name, r.user])
  },
})

const invitations = query({
  name: 'member.invitations',
  path: '/invitations',
  summary: { zh: '尚未接受的邀请', en: 'Invitations not accepted yet' },
  roles: ['owner', 'auditor'],
  params: z.object({}),
  query: pageOf(['created']),
  answer: pageAnswer(
    z.object({
      id: z.string(),
      name: z.string(),
      email: z.string(),
      roles: z.array(role),
      supplier: z.string().nullable(),
      created: z.string(),
      expires: z.string(),
    }),
  ),
  async run({ tx, actor, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`i.created_at`, id: sql`i.id` })
    const rows = await tx
      .selectFrom('invitation as i')
      .select(['i.id', 'i.name', 'i.email', 'i.supplier_id as supplier', 'i.created_at as created'])
      .select(['i.expires_at as expires', sql<Role[]>`i.roles`.as('roles')])
      .where('i.org_id', '=', actor.org)
      .where(where)
      .where(saying(page.q, { texts: [sql`i.name`, sql`i.email`], sets: [[sql`i.roles`, ROLE_NAMES]] }))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.created, r.id])
  },
})

const me = query({
  name: 'me',
  path: '/me',
  summary: { zh: '我是谁', en: 'Who I am' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    user: z.string(),
    name: z.string(),
    organisation: z.string().describe('the one this request means; header x-organisation names another'),
    roles: z.array(role),
    supplier: z.string().nullable(),
    zone: z.string().describe('in which days begin and end for the organisation'),
    scopes: z.array(z.string()).nullable().describe('what the API key may; null for a person who is signed in'),
    organisations: z.array(z.object({ id: z.string(), name: z.string(), roles: z.array(role) })),
  }),
  async run({ actor, house }) {
    const organisations = await asSystem(house.db, (tx) =>
      tx
        .selectFrom('member as m')
        .innerJoin('organisation as o', 'o.id', 'm.org_id')
        .select(['o.id', 'o.name', sql<Role[]>`m.roles`.as('roles')])
        .where('m.user_id', '=', actor.user)
        // a key is of one organisation and tells of no other
        .$if(actor.scopes !== undefined, (q) => q.where('o.id', '=', actor.org))
        .orderBy('o.name')
        .orderBy('o.id')
        .execute(),
    )
    return {
      user: actor.user,
      name: actor.name,
      organisation: actor.org,
      roles: [...actor.roles],
      supplier: actor.supplier ?? null,
      // UTC in a house of no organisation, as its days are counted
      zone: house.zone ?? 'UTC',
      scopes: actor.scopes ? [...actor.scopes] : null,
      organisations,
    }
  },
})

export const memberQueries = [list, invitations, me]
