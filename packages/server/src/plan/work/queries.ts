import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../platform/commands/actor.ts'
import { query } from '../../platform/queries/query.ts'

type Owed = {
  project: string
  name: string
  day: string
  kind: 'product' | 'supplier' | 'plan'
  subject: string
  title: string
  finding: Record<string, unknown>
}

const MOST = 200

/** What the actor's roles owe, nearest stream first: each blocking finding that is theirs to mend. */
export const workList = query({
  name: 'work.list',
  path: '/work',
  summary: { zh: '我的待办', en: 'What I owe' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({
    role: z.string().optional().describe('one role alone; all of mine when absent'),
    project: z.string().optional(),
  }),
  answer: z.object({
    rows: z.array(
      z.object({
        project: z.string(),
        name: z.string(),
        day: z.string(),
        kind: z.enum(['product', 'supplier', 'plan']),
        subject: z.string(),
        title: z.string(),
        finding: z.looseObject({}),
      }),
    ),
    more: z.boolean(),
  }),
  async run({ tx, actor, query: of }) {
    const roles = of.role ? [of.role] : [...actor.roles]
    const { rows } = await sql<Owed>`
      with open_project as (
        select id, name, day, findings from project
        where org_id = ${actor.org} and closed_at is null and (${of.project ?? null}::text is null or id = ${of.project ?? null})
      )
      select o.project, o.name, o.day, o.kind, o.subject, o.title, f as finding from (
        select p.id as project, p.name, p.day, 'plan' as kind, p.id as subject, p.name as title, p.findings, 0 as rank
          from open_project p
        union all
        select p.id, p.name, p.day, 'supplier', g.supplier_id, coalesce(g.name, g.supplier_id), g.findings, 1
          from open_project p join supplier_gate g on g.org_id = ${actor.org} and g.project_id = p.id and g.owes && ${roles}
        union all
        select p.id, p.name, p.day, 'product', x.id, x.title, x.findings, 2
          from open_project p join product x on x.org_id = ${actor.org} and x.project_id = p.id and x.owes && ${roles}
      ) o, jsonb_array_elements(o.findings) f
      where f ->> 'severity' = 'block' and f -> 'waived' is null and f ->> 'owner' = any (${roles})
      order by o.day, o.rank, o.subject
      limit ${MOST + 1}
    `.execute(tx)
    return { rows: rows.slice(0, MOST), more: rows.length > MOST }
  },
})
