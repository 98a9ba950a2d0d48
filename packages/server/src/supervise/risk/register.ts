import { readIndicators } from '@haixuan/domain/supervise/risk/indicator'
import { rateRisks } from '@haixuan/domain/supervise/risk/risk'
import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { text } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { registerOf } from './thresholds.ts'

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
    indicators: z.array(reading),
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
    if (!project) throw new Problem('not-found', { detail: `project ${params.project}` })
    const signs = file.risks.map(({ id, signs }) => ({ id, signs }))
    const { rows } = await sql<{ id: string; touched: number; subjects: number }>`
      with stands as (
        select id as subject, findings, 0 as counted from project where org_id = ${actor.org} and id = ${params.project}
        union all
        select supplier_id, findings, 1 from supplier_gate where org_id = ${actor.org} and project_id = ${params.project}
        union all
        select p.id, p.findings, 1 from product p where org_id = ${actor.org} and project_id = ${params.project}
      ), blocked as (
        select s.subject, f ->> 'check' as sign from stands s, jsonb_array_elements(s.findings) f
        where f ->> 'severity' = 'block'
      )
      select r.id, count(distinct b.subject)::int as touched, (select sum(counted)::int from stands) as subjects
      from jsonb_to_recordset(${JSON.stringify(signs)}::jsonb) as r (id text, signs jsonb)
      left join blocked b on r.signs ? b.sign
      group by r.id
    `.execute(tx)
    const subjects = rows[0]?.subjects ?? 0
    const known = new Map(file.risks.map((r) => [r.id, r]))
    return {
      subjects,
      risks: rateRisks(file, new Map(rows.map((r) => [r.id, r.touched])), subjects).map((r) => ({
        ...r,
        name: known.get(r.id)!.name,
        owner: known.get(r.id)!.owner,
      })),
      indicators: told(file, project.plan.results ?? {}),
    }
  },
})

type File = Awaited<ReturnType<typeof registerOf>>

/** The indicators on counts, with their names and thresholds. */
export const told = (file: File, counts: Readonly<Record<string, number>>): z.input<typeof reading>[] => {
  const known = new Map(file.indicators.map((i) => [i.id, i]))
  return readIndicators(file, counts).map((r) => {
    const { name, alert, hold, owner } = known.get(r.id)!
    return { ...r, name, alert, hold, owner }
  })
}
