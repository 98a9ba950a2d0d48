import { readIndicators } from '@haixuan/domain/supervise/risk/indicator'
import { rateRisks } from '@haixuan/domain/supervise/risk/risk'
import { type RawBuilder, sql } from 'kysely'
import { z } from 'zod'
import { alikeFindings, alikeRows } from '../../flow/judge/alike-rows.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { finding, text } from '../../platform/http/schemas.ts'
import { type Page, pageAnswer, pageOf, pagePieces, pageRows, readCursor } from '../../platform/queries/page.ts'
import { type Question, query } from '../../platform/queries/query.ts'
import { saying } from '../../platform/queries/saying.ts'
import { registerOf } from '../../platform/settings/limits/risk-limit.ts'
import { found } from '../../select/product/search/found.ts'

const params = z.object({ project: z.string() })
export const reading = z.object({
  id: z.string(),
  name: text,
  events: z.number(),
  trials: z.number(),
  low: z.number().describe('lower bound of the share (Wilson)'),
  high: z.number(),
  alert: z.string(),
  hold: z.string(),
  owner: z.string(),
  state: z.enum(['quiet', 'alert', 'hold']),
})

const past = z.object({
  at: z.string(),
  events: z.number(),
  trials: z.number(),
  low: z.number(),
  high: z.number(),
  state: z.enum(['quiet', 'alert', 'hold']),
})
const NEWEST = 60

/** What the indicators of a project have read so far, by indicator. */
async function historyOf({ tx, actor }: Pick<Question, 'tx' | 'actor'>, project: string) {
  const { rows } = await sql<z.input<typeof past> & { indicator: string }>`
    select * from (
      select indicator, at, events, trials, low, high, state,
        row_number() over (partition by indicator order by at desc) as nth
      from indicator_reading where org_id = ${actor.org} and project_id = ${project} and product_id = ''
    ) r where nth <= ${NEWEST} order by at
  `.execute(tx)
  return Map.groupBy(
    rows.map(({ indicator, at, events, trials, low, high, state }) => ({
      indicator,
      at,
      events,
      trials,
      low,
      high,
      state,
    })),
    (r) => r.indicator,
  )
}

/** S2 · The risks of a project, from the findings that stand now, worst first; and its indicators on what came back. */
export const register = query({
  name: 'risk.register',
  path: '/projects/:project/risks',
  summary: { zh: '风险登记：可能性 × 影响，与指标', en: 'Risk register: likelihood × impact, and the indicators' },
  params,
  query: z.object({}),
  answer: z.object({
    subjects: z.int().describe('products and suppliers looked at'),
    risks: z.array(
      z.object({
        id: z.string(),
        name: text,
        likelihood: z.int(),
        impact: z.int(),
        score: z.int(),
        level: z.string(),
        subjects: z.int(),
        owner: z.string(),
      }),
    ),
    levels: z.array(z.object({ id: z.string(), from: z.int(), name: text })),
    indicators: z.array(reading.extend({ history: z.array(past).describe('what was read before, the oldest first') })),
  }),
  async run(asked) {
    const { tx, actor, params } = asked
    const file = await registerOf(asked)
    const project = await tx
      .selectFrom('project')
      .select('plan')
      .where('org_id', '=', actor.org)
      .where('id', '=', params.project)
      .executeTakeFirst()
    if (!project) throw new Problem('not-found', { why: missing('project', params.project) })
    const signs = file.risks.map(({ id, signs }) => ({ id, signs }))
    const { rows } = await sql<{ id: string; touched: number; subjects: number }>`
      with stands as (
        select 'plan ' || id as subject, findings from project where org_id = ${actor.org} and id = ${params.project}
        union all
        select 'supplier ' || supplier_id, findings from supplier_gate
          where org_id = ${actor.org} and project_id = ${params.project}
      ), alike as materialized (
        select * from ${alikeRows(actor.org, sql`${params.project}`)} a
      ), showing as (
        select s.subject, 1 as n, f ->> 'check' as "check" from stands s, jsonb_array_elements(s.findings) f
          where f ->> 'severity' = 'block'
        union all
        select 'products ' || likeness, n, "check" from ${alikeFindings(actor.org, sql`alike`)} k
      ), touched as (
        select distinct r.id, s.subject, s.n
        from jsonb_to_recordset(${JSON.stringify(signs)}::jsonb) as r (id text, signs jsonb)
          cross join lateral jsonb_array_elements_text(r.signs) sign
          join showing s on s."check" = sign
      )
      select r.id, coalesce((select sum(n) from touched t where t.id = r.id), 0)::int as touched,
        (select coalesce(sum(n), 0) from alike)::int + (select count(*) from supplier_gate
          where org_id = ${actor.org} and project_id = ${params.project})::int as subjects
      from jsonb_to_recordset(${JSON.stringify(signs)}::jsonb) as r (id text, signs jsonb)
    `.execute(tx)
    const history = await historyOf(asked, params.project)
    const subjects = rows[0]?.subjects ?? 0
    const known = new Map(file.risks.map((r) => [r.id, r]))
    return {
      subjects,
      risks: rateRisks(file, new Map(rows.map((r) => [r.id, r.touched])), subjects).map((r) => ({
        ...r,
        name: known.get(r.id)!.name,
        owner: known.get(r.id)!.owner,
      })),
      levels: [...file.levels],
      indicators: told(file, project.plan.results ?? {}).map((r) => ({ ...r, history: history.get(r.id) ?? [] })),
    }
  },
})

type File = Awaited<ReturnType<typeof registerOf>>

/** S2 · What a risk stands on: the products, suppliers and plan that show a sign of it, each with the finding. */
export const riskSubjects = query({
  name: 'risk.subjects',
  path: '/projects/:project/risks/:risk',
  summary: {
    zh: '一项风险涉及的产品、供应商与方案',
    en: 'The products, suppliers and plan that show a sign of a risk',
  },
  params: z.object({ project: z.string(), risk: z.string() }),
  query: pageOf(['kind', 'title']),
  answer: pageAnswer(
    z.object({ kind: z.enum(['plan', 'supplier', 'product']), subject: z.string(), title: z.string(), finding }),
  ),
  async run(asked) {
    const { tx, actor, params, query: page } = asked
    const signs = (await registerOf(asked)).risks.find((r) => r.id === params.risk)?.signs
    if (!signs) throw new Problem('not-found', { why: missing('risk', params.risk) })
    const column = SUBJECT_SORTS[page.sort.replace('-', '') as keyof typeof SUBJECT_SORTS]
    const id = sql`concat_ws(' ', o.kind, o.subject, lpad(n::text, 4, '0'))`
    const { where, order } = pagePieces(page, { column, id })
    const has = saying(page.q, { texts: [sql`o.title`, sql`o.subject`] })
    const { rows } = await sql<SubjectRow>`
      select o.kind, o.subject, o.title, f as finding, ${id} as id, ${column} as place from (
        select 'plan' as kind, id as subject, name as title, findings, 0 as rank from project
          where org_id = ${actor.org} and id = ${params.project}
        union all
        select 'supplier', supplier_id, coalesce(name, supplier_id), findings, 1 from supplier_gate
          where org_id = ${actor.org} and project_id = ${params.project}
        union all
        select 'product', p.id, p.title, p.findings, 2 from ${await productsShowing(asked, signs)} p
      ) o, jsonb_array_elements(o.findings) with ordinality as found (f, n)
      where f ->> 'severity' = 'block' and f ->> 'check' = any (${signs}) and (o.rank = 2 or ${has}) and ${where}
      order by ${order} limit ${page.limit + 1}
    `.execute(tx)
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.id])
    return { rows: shown.map(({ id: _, place: __, ...r }) => r), next }
  },
})
type SubjectsAsked = Pick<Question<{ project: string }, Page>, 'tx' | 'actor' | 'params' | 'query'>

/**
 * The products of a page that show one of these signs, as rows of SQL. Which outcomes show it is looked up among the few
 * hundred that products share; only the products of the page are told their findings, as each has one row at least.
 */
async function productsShowing({ tx, actor, params, query: page }: SubjectsAsked, signs: readonly string[]) {
  const { rows: outcomes } = await sql<{ id: string }>`
    select id from likeness where org_id = ${actor.org} and project_id = ${params.project} and exists (
      select 1 from jsonb_array_elements(findings) f where f ->> 'severity' = 'block' and f ->> 'check' = any (${signs}))
  `.execute(tx)
  // one more than a page asks for: that where the page before ended may have no finding left
  const [by, down] = [page.sort.endsWith('title') ? sql`title` : sql`id`, page.sort.startsWith('-')]
  return sql`(
    select p.id, p.title, p.findings from product p where p.org_id = ${actor.org} and p.project_id = ${params.project}
      and p.likeness = any (${outcomes.map((o) => o.id)}::uuid[])
      and ${await found(tx, params.project, page.q)} and ${fromHere(page, by, down)}
    order by ${by} ${sql.raw(down ? 'desc' : 'asc')}, id ${sql.raw(down ? 'desc' : 'asc')} limit ${page.limit + 2})`
}

/** Where the products of a page begin; the row that ended the page before may have more findings. */
function fromHere({ cursor, sort }: Page, by: RawBuilder<unknown>, down: boolean): RawBuilder<unknown> {
  if (cursor === undefined) return sql`true`
  const [place, last] = readCursor(cursor)
  const than = sql.raw(down ? '<=' : '>=')
  if (sort.endsWith('title')) return sql`${by} ${than} ${place}`
  const [, product] = /^product (.*) \d{4}$/s.exec(String(last)) ?? []
  return product === undefined ? sql`true` : sql`${by} ${than} ${product}`
}

type SubjectRow = {
  kind: 'plan' | 'supplier' | 'product'
  subject: string
  title: string
  finding: z.input<typeof finding>
  id: string
  place: unknown
}
const SUBJECT_SORTS = { kind: sql`o.rank`, title: sql`o.title` }

/** The indicators on counts, with their names and thresholds. */
export const told = (file: File, counts: Readonly<Record<string, number>>): z.input<typeof reading>[] => {
  const known = new Map(file.indicators.map((i) => [i.id, i]))
  return readIndicators(file, counts).map((r) => {
    const { name, alert, hold, owner } = known.get(r.id)!
    return { ...r, name, alert, hold, owner }
  })
}
