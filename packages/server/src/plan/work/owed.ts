import { OWNERS } from '@haixuan/domain/gate/words'
import { type RawBuilder, sql } from 'kysely'
import { alikeFindings, alikeRows } from '../../flow/judge/alike-rows.ts'
import type { Actor } from '../../platform/commands/actor.ts'
import { saying as wordsSaid } from '../../platform/queries/saying.ts'
import { streamOver } from '../project/stream-over.ts'
import { debtRows } from './closing-debts.ts'
import type { ProductsSaying } from './products-saying.ts'

/** Whose findings are a person's to mend: those of their roles; the owner of an organisation answers for all. */
export const owedBy = ({ roles }: Actor): readonly string[] => (roles.includes('owner') ? OWNERS : roles)

type Owed = {
  readonly org: string
  readonly roles: readonly string[]
  readonly day: string
  readonly now: string
  readonly project?: string | undefined
  /** part of a title or an id */
  readonly q?: string | undefined
  /** the products that a search text is about */
  readonly saying?: ProductsSaying | undefined
  /** asked of `kind`, `due`, `clause` and `check` */
  readonly asked?: RawBuilder<unknown>
}

/**
 * How much these roles owe, as rows of SQL: a finding of products that are alike is one row that counts `n`. Otherwise the
 * rows are those of `owedPage`.
 */
export const owedCounts = (owed: Owed): RawBuilder<unknown> => sql`
  (with open_project as ${openProjects(owed)},
  counted as (
    select project, kind, due, clause, "check", owner, 1 as n from ${ofPlansAndSuppliers(owed)} s
    union all
    select project, kind, due, clause, "check", owner, n from ${ofProducts(owed)} k
    union all
    select project, kind, due, clause, "check", owner, 1 from ${debts(owed)} d
  )
  select * from counted where ${owed.asked ?? sql`true`})`

/** What plans and suppliers owe, each finding a row. */
const ofPlansAndSuppliers = ({ org, roles, q }: Owed) => sql`
  (select s.project, s.name, s.day, s.kind, s.subject, s.title, coalesce(f ->> 'due', s.day::text) as due,
      f ->> 'clause' as clause, f ->> 'check' as "check", f ->> 'owner' as owner, f as finding, found.n
    from (
      select p.id as project, p.name, p.day, 'plan' as kind, p.id as subject, p.name as title, p.findings from open_project p
      union all
      select p.id, p.name, p.day, 'supplier', g.supplier_id, coalesce(g.name, g.supplier_id), g.findings
        from open_project p join supplier_gate g on g.org_id = ${org} and g.project_id = p.id and g.owes && ${roles}
    ) s, jsonb_array_elements(s.findings) with ordinality as found (f, n)
    where f ->> 'severity' = 'block' and f -> 'waived' is null and f ->> 'owner' = any (${roles})
      and ${has(q, sql`s.title`, sql`s.subject`)})`

/** What products that are alike owe, each finding a row with how many of them there are. */
const ofProducts = ({ org, roles, saying }: Owed) => sql`
  (select k.project, k.likeness, k.n, k.place, 'product' as kind, coalesce(k.due, p.day::text) as due, k.clause, k."check",
      k.owner
    from ${alikeFindings(org, saying?.alike ?? alikeRows(org, sql`select id from open_project`))} k
    join open_project p on p.id = k.project
    where not k.waived and k.owner = any (${roles}))`

const debts = ({ org, roles, day, now, project, q }: Owed) => sql`
  (select d.project, d.name, d.day, d.kind, d.subject, d.title, d.due, d.finding ->> 'clause' as clause,
      d.finding ->> 'check' as "check", d.finding ->> 'owner' as owner, d.finding
    from (${debtRows({ org, day, now, project })}) d
    where d.finding ->> 'owner' = any (${roles}) and ${has(q, sql`d.title`, sql`d.subject`)})`

const openProjects = ({ org, day, now, project }: Pick<Owed, 'org' | 'day' | 'now' | 'project'>) => sql`(
    select id, name, day, findings from project
    where org_id = ${org} and closed_at is null and not ${streamOver('project', { day, now })}
      and (${project ?? null}::text is null or id = ${project ?? null})
  )`
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

/** Fewer products than these are gathered and sorted; of more, enough are met in the order of an index. */
const FEW = 20_000

/**
 * A page of what these roles owe, as rows of SQL in its order: findings that hold a gate of streams to come, and what streams
 * leave to be done. A stream that is over owes its closure, no papers: nothing that comes now makes what was on air other
 * than it was. `due` is the day a finding names, or the day of the stream; `day` is today, `now` the moment. Of products only those that the
 * page may show are looked at: the first that share an outcome with something owed, for each day on which it is due; and
 * only those it shows are told their findings in words.
 */
export function owedPage(owed: Owed, { by, down, limit, after }: Page): RawBuilder<unknown> {
  const { org, asked = sql`true` } = owed
  const direction = sql.raw(down ? 'desc' : 'asc')
  const place = sql`${sql.raw(by)}, kind, coalesce(project, ''), subject, n`
  const order = sql.join(
    [sql.raw(by), sql`kind`, sql`coalesce(project, '')`, sql`subject`, sql`n`].map(
      (column) => sql`${column} ${direction}`,
    ),
  )
  return sql`
  (with open_project as ${openProjects(owed)},
  ${productsNear(owed, { by, down, limit, after })},
  owed as (
    select project, name, day, kind, subject, title, due, clause, "check", n, finding, null::uuid as likeness, null::jsonb as claims
      from ${ofPlansAndSuppliers(owed)} s
    union all
    select near.project, p.name, p.day, 'product', near.id, near.title, coalesce(k.due, p.day::text), k.clause, k."check", k.place,
        null, near.likeness, near.claims
      from near join open_project p on p.id = near.project
        join alike_finding k on k.org_id = ${org} and k.project_id = near.project and k.likeness = near.likeness
      where not k.waived and k.owner = any (${owed.roles}) and (near.due is null or coalesce(k.due, p.day::text) = near.due)
    union all
    select project, name, day, kind, subject, title, due, clause, "check", 0, finding, null, null from ${debts(owed)} d
  ),
  page as (
    select * from owed
    where ${asked} and ${after ? sql`(${place}) ${sql.raw(down ? '<' : '>')} (${sql.join(after)})` : sql`true`}
    order by ${order} limit ${limit + 1}
  )
  select project, name, day, kind, subject, title, due, n, coalesce(finding,
      findings_of(jsonb_build_array((select l.findings -> (n - 1)::int from likeness l
        where l.org_id = ${org} and l.project_id = page.project and l.id = page.likeness)), subject, claims) -> 0) as finding
    from page order by ${order})`
}

/**
 * The products that a page may show, as steps of SQL: by the outcomes that owe something on a day, or at all. Each step is
 * carried out by itself, so that products are read once for each day.
 */
function productsNear(owed: Owed, { by, down, limit, after }: Page): RawBuilder<unknown> {
  const { org, saying, asked = sql`true` } = owed
  const direction = sql.raw(down ? 'desc' : 'asc')
  const from = sql.raw(down ? '<=' : '>=')
  const [value = null, kind, inProject = null, subject = null] = after ?? []
  // a bound that an index can be asked with: where the page goes on within the products of one day, else the end of all
  const end = down
    ? sql`(select max(m.id) from candidate m where m.org_id = ${org} and m.project_id = d.project)`
    : sql`''`
  const bound = sql`case when d.due = ${value} and d.project = ${inProject} then ${subject} else ${end} end`
  const byDue = {
    due: sql`due`,
    groups: sql`where ${value}::text is null or due ${from} ${value} group by 1, 2 order by due ${direction} limit ${limit + 2}`,
    begins: kind === 'product' ? sql`x.id ${from} ${bound}` : sql`true`,
    order: sql`x.id ${direction}`,
  }
  const byTitle = {
    due: sql`null`,
    groups: sql`group by 1, 2`,
    begins: titlesFrom(after, down),
    order: sql`x.title ${direction}, x.id ${direction}`,
  }
  const { due, groups, begins, order } = by === 'due' ? byDue : byTitle
  const some = sql`
    select x.id, x.title, x.likeness, x.claims from candidate x
    where x.org_id = ${org} and x.project_id = d.project and x.likeness = any (d.kinds) and ${saying?.which ?? sql`true`}`
  // of what very many products say no more are counted
  const many = saying?.more ? sql`true` : sql`d.products > ${FEW}`
  return sql`
  owing as materialized (
    select project, ${due} as due, likeness, max(n) as n from ${ofProducts(owed)} k where ${asked} group by 1, 2, 3
  ),
  owing_on as materialized (
    select project, due, array_agg(likeness) as kinds, sum(n) as products from owing ${groups}
  ),
  near as materialized (
    select d.project, d.due, x.* from owing_on d cross join lateral (
      (${some} and ${many} and ${begins} order by ${order} limit ${limit + 2})
      union all
      (select x.* from (${some} and not ${many} offset 0) x where ${begins} order by ${order} limit ${limit + 2})
    ) x
  )`
}

/** Titles of products from a place on: those that stand before it by their kind or project have no row there any more. */
function titlesFrom(after: OwedPlace | undefined, down: boolean): RawBuilder<unknown> {
  if (!after) return sql`true`
  const [value, kind, project, subject] = after
  const than = sql.raw(down ? '<' : '>')
  if (kind !== 'product')
    return kind > 'product' === down ? sql`x.title ${than}= ${value}` : sql`x.title ${than} ${value}`
  return sql`case when d.project = ${project} then (x.title, x.id) ${than}= (${value}, ${subject})
    when d.project ${than} ${project} then x.title ${than}= ${value} else x.title ${than} ${value} end`
}
