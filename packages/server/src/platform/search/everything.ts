import type { Text } from '@haixuan/domain/kernel/errors'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import type { House } from '../../house.ts'
import { MEMBER_ROLES } from '../commands/actor.ts'
import { asked, searching } from '../queries/page.ts'
import { query } from '../queries/query.ts'

const KINDS = ['project', 'product', 'supplier', 'case', 'file', 'management-rule', 'rule', 'recall', 'member'] as const
/** What a supplier's account comes to know of: row-level security leaves it its own of these. */
const OF_SUPPLIERS: readonly string[] = ['product', 'supplier', 'file']
/** Matches that are looked at before the best are shown, so that a word of a million products costs no more than a rare one. */
const LOOKED_AT = 200

type Found = { kind: (typeof KINDS)[number]; id: string; project: string | null; title: string; hint: string | null }

/** Everything a few words find, group by group, the closest first: one statement, in the scope of who asks. */
export const searchEverything = query({
  name: 'search.everything',
  path: '/search',
  summary: { zh: '搜索一切：项目、产品、供应商、案件、文件、规则、召回、成员', en: 'Search everything' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: z.object({
    q: z.string().trim().min(1).max(200),
    limit: z.coerce.number().int().min(1).max(20).default(5).describe('of each group'),
    project: z.string().optional().describe('products of this project alone'),
  }),
  answer: z.object({
    groups: z.array(
      z.object({
        kind: z.enum(KINDS),
        rows: z.array(
          z.object({
            id: z.string(),
            project: z.string().nullable(),
            title: z.string(),
            hint: z.string().nullable().describe('what tells it from others of the same name'),
          }),
        ),
        more: z.boolean().describe('whether there are more than shown'),
      }),
    ),
  }),
  async run({ tx, actor, query: { q, limit, project }, house }) {
    const mine = (kind: string) => actor.supplier === undefined || OF_SUPPLIERS.includes(kind)
    const parts = Object.entries(sources(actor.org, q, project))
      .filter(([kind]) => mine(kind))
      .map(
        ([kind, source]) => sql`(
          select ${sql.lit(kind)} as kind, s.id, s.project, s.title, s.hint from (${source} limit ${LOOKED_AT}) s
          order by lower(s.id) = lower(${q}) desc, lower(s.title) = lower(${q}) desc,
            starts_with(lower(s.title), lower(${q})) desc,
            strpos(lower(s.title), lower(${q})) > 0 desc, length(s.title), s.id
          limit ${limit + 1})`,
      )
    const { rows } = await sql<Found>`${sql.join(parts, sql` union all `)}`.execute(tx)
    const all = mine('rule') ? [...rows, ...rulesOfLaw(house, q, limit + 1)] : rows
    const groups = KINDS.map((kind) => {
      const found = all.filter((row) => row.kind === kind)
      return {
        kind,
        rows: found.slice(0, limit).map(({ kind: _, ...row }) => row),
        more: found.length > limit,
      }
    })
    return { groups: groups.filter((group) => group.rows.length > 0) }
  },
})

/** Where each kind is found; ids also by their beginning, as people type them from a label or a message. */
function sources(org: string, q: string, project: string | undefined): Readonly<Record<string, RawBuilder<unknown>>> {
  const within = (text: RawBuilder<unknown>) => sql`strpos(lower(${text}), lower(${q})) > 0`
  const inProject = project === undefined ? sql`` : sql`and project_id = ${project}`
  return {
    project: sql`select id, id as project, name as title, day::text as hint from project
      where org_id = ${org} and (${within(sql`name`)} or ${within(sql`id`)})`,
    product: sql`select p.id, p.project_id as project, p.title, p.sku as hint from (
        select project_id, id from products_met(${project ?? null}, ${asked(q) ?? ''}::tsquery, ${LOOKED_AT})
        union select project_id, id from product where org_id = ${org} ${inProject} and id = ${q}
      ) met join product p on p.org_id = ${org} and p.project_id = met.project_id and p.id = met.id`,
    supplier: sql`select id, null as project, name as title, country as hint from supplier
      where org_id = ${org} and (${searching(sql`search`, q)} or id = ${q})`,
    case: sql`select c.id, c.project_id as project, coalesce(p.title, c.id) as title, c.state as hint
      from after_sales_case c left join product p
        on p.org_id = c.org_id and p.project_id = c.project_id and p.id = c.product_id
      where c.org_id = ${org} and (${within(sql`c.id`)} or ${within(sql`p.title`)})`,
    file: sql`select sha256 as id, null as project, name as title, media_type as hint from file
      where org_id = ${org} and (${within(sql`name`)} or starts_with(sha256, lower(${q})))`,
    'management-rule': sql`select id, null as project, title, published::text as hint from management_rule
      where org_id = ${org} and newest and (${within(sql`title`)} or ${within(sql`id`)})`,
    recall: sql`select id, null as project, reason as title, state as hint from recall
      where org_id = ${org} and (${within(sql`reason`)} or ${within(sql`id`)})`,
    member: sql`select user_id as id, null as project, name as title, array_to_string(roles, ', ') as hint from member
      where org_id = ${org} and ${within(sql`name`)}`,
  }
}

/** Rules of law and standard by their name, their source, or what they ask for: they lie in memory. */
function rulesOfLaw({ standard }: House, q: string, limit: number): Found[] {
  const wanted = q.toLowerCase()
  const has = (text: string | undefined) => text?.toLowerCase().includes(wanted)
  return standard.rules
    .filter(({ id, source, title }) => has(id) || has(source.act) || has(title.zh) || has(title.en))
    .slice(0, limit)
    .map(({ id, source, title }) => ({ kind: 'rule', id, project: null, title: inBoth(title), hint: source.act }))
}
const inBoth = ({ zh, en }: Text) => `${zh} · ${en}`
