import { allChecks } from '@haixuan/domain/flow/all-checks'
import { GATES } from '@haixuan/domain/gate/words'
import { sql } from 'kysely'
import { z } from 'zod'
import { alikeFindings, alikeRows } from '../flow/judge/alike-rows.ts'
import { text } from '../platform/http/schemas.ts'
import { query } from '../platform/queries/query.ts'

const checkOf = new Map(allChecks.map((c) => [c.id, c]))

type Shown = { type: string; events: number; last: string }
type Held = { check: string; wrong: number; missing: number }

/** G1–M3 · The clauses of the standard: what each asks, the checks behind it, and what the organisation's records show. */
export const clauses = query({
  name: 'standard.clauses',
  path: '/standard/clauses',
  summary: {
    zh: '标准条款：要求、检查与本组织的实况',
    en: 'Clauses: what each asks, its checks, and what the organisation has',
  },
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    source: z.string(),
    rows: z.array(
      z.object({
        id: z.string(),
        stage: z.enum(['general', 'plan', 'select', 'supervise', 'improve', 'problem', 'itself']),
        title: text,
        asks: text,
        checks: z.array(
          z.object({
            id: z.string(),
            title: text,
            gate: z.enum(GATES),
            wrong: z.int().describe('subjects of open projects of which a recorded fact contradicts it'),
            missing: z.int().describe('subjects of open projects of which something is missing for it, nothing wrong'),
          }),
        ),
        events: z.array(z.object({ type: z.string(), count: z.int(), last: z.string().nullable() })),
        carriedOut: z.int().describe('events in the log that show it was carried out'),
        state: z
          .enum(['conforms', 'provisional', 'fails', 'not-carried-out'])
          .describe('as the records of open projects stand now'),
      }),
    ),
  }),
  async run({ tx, actor, house }) {
    const { clauses } = house.standard.clauses
    const types = [...new Set(clauses.flatMap((c) => c.events))]
    const { rows: shown } = await sql<Shown>`
      select type, sum(n)::int as events, to_jsonb(max(last_at)) #>> '{}' as last from event_count
      where org_id = ${actor.org} and type = any (${types}) group by type
    `.execute(tx)
    const held = await heldByCheck(tx, actor.org)
    const eventsOf = new Map(shown.map((s) => [s.type, s]))
    return {
      source: house.standard.glossary.source,
      rows: clauses.map(({ id, stage, title, asks, checks, events }) => {
        const its = checks.map((check) => {
          const { title, gate } = checkOf.get(check)!
          const { wrong = 0, missing = 0 } = held.get(check) ?? {}
          return { id: check, title, gate, wrong, missing }
        })
        const seen = events.map((type) => {
          const { events: count = 0, last = null } = eventsOf.get(type) ?? {}
          return { type, count, last }
        })
        const carriedOut = seen.reduce((sum, e) => sum + e.count, 0)
        const wrong = its.some((c) => c.wrong > 0)
        const missing = its.some((c) => c.missing > 0)
        const state = carriedOut === 0 ? 'not-carried-out' : wrong ? 'fails' : missing ? 'provisional' : 'conforms'
        return { id, stage, title, asks, checks: its, events: seen, carriedOut, state } as const
      }),
    }
  },
})

type Tx = Parameters<ReturnType<typeof sql>['execute']>[0]

/** How many subjects of open projects each check holds. */
async function heldByCheck(tx: Tx, org: string): Promise<ReadonlyMap<string, Held>> {
  const { rows } = await sql<Held>`
    with open_project as (select id, findings from project where org_id = ${org} and closed_at is null),
    held as (
      select kind, project, subject, f ->> 'check' as "check", f ->> 'state' = 'wrong' and f -> 'waived' is null as wrong, 1 as n
      from (
        select 'plan' as kind, p.id as project, p.id as subject, p.findings from open_project p
        union all
        select 'supplier', g.project_id, g.supplier_id, g.findings from supplier_gate g
          join open_project p on p.id = g.project_id where g.org_id = ${org}
      ) s, jsonb_array_elements(s.findings) f where f ->> 'severity' = 'block'
      union all
      select 'product', k.project, k.likeness::text, k."check", k.wrong and not k.waived, k.n
      from ${alikeFindings(org, alikeRows(org, sql`select id from open_project`))} k
    ), worst as (
      select max(n) as n, "check", max(case when wrong then 2 else 1 end) as state
      from held group by kind, project, subject, "check"
    )
    select "check", coalesce(sum(n) filter (where state = 2), 0)::int as wrong,
      coalesce(sum(n) filter (where state = 1), 0)::int as missing
    from worst group by 1
  `.execute(tx)
  return new Map(rows.map((r) => [r.check, r]))
}
