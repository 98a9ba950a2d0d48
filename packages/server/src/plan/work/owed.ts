import { OWNERS } from '@haixuan/domain/gate/words'
import { type RawBuilder, sql } from 'kysely'
import { alikeRows } from '../../flow/judge/alike-rows.ts'
import type { Actor } from '../../platform/commands/actor.ts'
import { saying as wordsSaid } from '../../platform/queries/saying.ts'
import { debtRows } from './closing-debts.ts'
import type { ProductsSaying } from './products-saying.ts'

/** Whose findings are a person's to mend: those of their roles; the owner of an organisation answers for all. */
export const owedBy = ({ roles }: Actor): readonly string[] => (roles.includes('owner') ? OWNERS : roles)

type Owed = {
  readonly org: string
  readonly roles: readonly string[]
  readonly day: string
  readonly project?: string | undefined
  /** part of a title or an id */
  readonly q?: string | undefined
  /** the products that a search text is about */
  readonly saying?: ProductsSaying | undefined
  /** asked of `kind`, `due` and `finding` */
  readonly asked?: RawBuilder<unknown>
}

/**
 * How much these roles owe, as rows of SQL: a finding of products that are alike is one row that counts `n`. Otherwise the
 * rows are those of `owedPage`.
 */
export const owedCounts = ({
  org,
  roles,
  day,
  project,
  q,
  saying,
  asked = sql`true`,
}: Owed): RawBuilder<unknown> => sql`
  (with open_project as ${openProjects({ org, day, project })},
  counted as (
    select s.project, s.kind, coalesce(f ->> 'due', s.day::text) as due, f as finding, s.n
    from (
      select p.id as project, p.day, 'plan' as kind, p.findings, 1 as n from open_project p where ${has(q, sql`p.name`, sql`p.id`)}
      union all
      select p.id, p.day, 'supplier', g.findings, 1
        from open_project p join supplier_gate g on g.org_id = ${org} and g.project_id = p.id and g.owes && ${roles}
        where ${has(q, sql`coalesce(g.name, g.supplier_id)`, sql`g.supplier_id`)}
      union all
      select p.id, p.day, 'product', a.findings, a.n from open_project p
        join ${saying?.alike ?? alikeRows(org, sql`select id from open_project`)} a on a.project = p.id
    ) s, jsonb_array_elements(s.findings) f
    where ${held(roles)}
    union all
    select d.project, d.kind, d.due, d.finding, 1 from (${debtRows({ org, day, project })}) d
      where d.finding ->> 'owner' = any (${roles}) and ${has(q, sql`d.title`, sql`d.subject`)}
  )
  select * from counted where ${asked})`

const openProjects = ({ org, day, project }: Pick<Owed, 'org' | 'day' | 'project'>) => sql`(
    select id, name, day, findings from project
    where org_id = ${org} and closed_at is null and day >= ${day}::date
      and (${project ?? null}::text is null or id = ${project ?? null})
  )`
const held = (roles: readonly string[]) =>
  sql`f ->> 'severity' = 'block' and f -> 'waived' is null and f ->> 'owner' = any (${roles})`
const has = (q: string | undefined, title: RawBuilder<unknown>, id: RawBuilder<unknown>): RawBuilder<unknown> =>
  wordsSaid(q, { texts: [title, id] })

/** Where a page of what is owed begins: after a value of the sort, and in what shares it after one row. */
export type OwedPlace = readonly [value: string, kind: string, project: string, subject: string, n: number]
type Page = {
  readonly by: 'due' | 'title'
  readonly down: boolean
  readonly limit: number
  readonly after: OwedPlace | undefined
}

/**
 * A page of what these roles owe, as rows of SQL in its order: findings that hold a gate of streams to come, and what streams
 * leave to be done. A stream that is over owes its closure, no papers: nothing that comes now makes what was on air other
 * than it was. `due` is the day a finding names, or the day of the stream; `day` is today. Of products only those that the
 * page may show are looked at: the first that share an outcome with something owed, for each day on which it is due.
 */
export function owedPage(owed: Owed, { by, down, limit, after }: Page): RawBuilder<unknown> {
  const { org, roles, day, project, q, saying, asked = sql`true` } = owed
  const direction = sql.raw(down ? 'desc' : 'asc')
  const from = sql.raw(down ? '<=' : '>=')
  const place = sql`${sql.raw(by)}, kind, coalesce(project, ''), subject, n`
  const order = sql.join(
    [sql.raw(by), sql`kind`, sql`coalesce(project, '')`, sql`subject`, sql`n`].map(
      (column) => sql`${column} ${direction}`,
    ),
  )
  const [value = null, kind, inProject = null, subject = null] = after ?? []
  const within = kind === 'product'
  const first = sql`
    select x.id, x.title, x.likeness, x.claims from candidate x
    where x.org_id = ${org} and x.project_id = p.id and ${saying?.which ?? sql`true`}`
  // a bound that an index can be asked with: where the page goes on within the products of one day, else the end of all
  const end = down ? sql`(select max(m.id) from candidate m where m.org_id = ${org} and m.project_id = p.id)` : sql`''`
  const bound = sql`case when d.due = ${value} and d.project = ${inProject} then ${subject} else ${end} end`
  // the kinds stand in one array, so that they are gathered once and not for every product
  const near =
    by === 'due'
      ? sql`(select project, due, array_agg(distinct likeness) as kinds from owing
            where ${value}::text is null or due ${from} ${value} group by 1, 2 order by due ${direction} limit ${limit + 2}) d
          join open_project p on p.id = d.project
          cross join lateral (${first} and x.likeness = any (d.kinds)
            and ${within ? sql`x.id ${from} ${bound}` : sql`true`}
            order by x.id ${direction} limit ${limit + 2}) x
          join likeness l on l.org_id = ${org} and l.project_id = p.id and l.id = x.likeness
          cross join lateral (select findings_of(l.findings, x.id, x.claims) as findings offset 0) own
          join owing k on k.project = d.project and k.due = d.due and k.likeness = x.likeness`
      : sql`(select project, array_agg(distinct likeness) as kinds from owing group by 1) d
          join open_project p on p.id = d.project
          cross join lateral (${first} and x.likeness = any (d.kinds) and ${titlesFrom(after, down)}
            order by x.title ${direction}, x.id ${direction} limit ${limit + 2}) x
          join likeness l on l.org_id = ${org} and l.project_id = p.id and l.id = x.likeness
          cross join lateral (select findings_of(l.findings, x.id, x.claims) as findings offset 0) own
          join owing k on k.project = p.id and k.likeness = x.likeness`
  return sql`
  (with open_project as ${openProjects({ org, day, project })},
  owing as materialized (
    select * from (
      select a.project, a.likeness, 'product' as kind, coalesce(f ->> 'due', p.day::text) as due, f as finding, found.n
      from open_project p join ${saying?.alike ?? alikeRows(org, sql`select id from open_project`)} a on a.project = p.id,
        jsonb_array_elements(a.findings) with ordinality as found (f, n)
      where ${held(roles)}
    ) o where ${asked}
  ),
  owed as (
    select s.project, s.name, s.day, s.kind, s.subject, s.title, coalesce(f ->> 'due', s.day::text) as due, f as finding, found.n
    from (
      select p.id as project, p.name, p.day, 'plan' as kind, p.id as subject, p.name as title, p.findings from open_project p
      union all
      select p.id, p.name, p.day, 'supplier', g.supplier_id, coalesce(g.name, g.supplier_id), g.findings
        from open_project p join supplier_gate g on g.org_id = ${org} and g.project_id = p.id and g.owes && ${roles}
    ) s, jsonb_array_elements(s.findings) with ordinality as found (f, n)
    where ${held(roles)} and ${has(q, sql`s.title`, sql`s.subject`)}
    union all
    select p.id, p.name, p.day, 'product', x.id, x.title, k.due, own.findings -> (k.n - 1)::int, k.n from ${near}
    union all
    select d.project, d.name, d.day, d.kind, d.subject, d.title, d.due, d.finding, 0
      from (${debtRows({ org, day, project })}) d
      where d.finding ->> 'owner' = any (${roles}) and ${has(q, sql`d.title`, sql`d.subject`)}
  )
  select * from owed
  where ${asked} and ${after ? sql`(${place}) ${sql.raw(down ? '<' : '>')} (${sql.join(after)})` : sql`true`}
  order by ${order} limit ${limit + 1})`
}

/** Titles of products from a place on: those that stand before it by their kind or project have no row there any more. */
function titlesFrom(after: OwedPlace | undefined, down: boolean): RawBuilder<unknown> {
  if (!after) return sql`true`
  const [value, kind, project, subject] = after
  const than = sql.raw(down ? '<' : '>')
  if (kind !== 'product')
    return kind > 'product' === down ? sql`x.title ${than}= ${value}` : sql`x.title ${than} ${value}`
  return sql`case when p.id = ${project} then (x.title, x.id) ${than}= (${value}, ${subject})
    when p.id ${than} ${project} then x.title ${than}= ${value} else x.title ${than} ${value} end`
}
