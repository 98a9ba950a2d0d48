import { flowOf, type StateCount } from '@haixuan/domain/flow/flow-counts'
import { GATES } from '@haixuan/domain/gate/words'
import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { query } from '../../platform/queries/query.ts'

type Counted = { step: string; state: keyof StateCount; count: number }

/** F1 · The live flowchart of a project: counts at every gate, and who owes how much. */
export const flow = query({
  name: 'project.flow',
  path: '/projects/:project/flow',
  summary: { zh: '流程图：各关口的数量，谁欠什么', en: 'The flow: counts at every gate, and who owes what' },
  params: z.object({ project: z.string() }),
  query: z.object({}),
  answer: z.object({
    stages: z.array(
      z.object({
        stage: z.string(),
        steps: z.array(
          z.object({
            step: z.string(),
            clauses: z.array(z.string()),
            passed: z.int(),
            conditional: z.int(),
            open: z.int(),
          }),
        ),
      }),
    ),
    owes: z.array(z.object({ role: z.string(), subjects: z.int() })),
  }),
  async run({ tx, actor, params }) {
    const of = { org: actor.org, project: params.project }
    const { rows } = await sql<Counted>`
      select 'plan' as step, state, 1 as count from project where org_id = ${of.org} and id = ${of.project}
      union all
      select 'closure', coalesce(gates ->> 'closure', 'conditional'), 1 from project
        where org_id = ${of.org} and id = ${of.project}
      union all
      select 'supplier', state, count(*)::int from supplier_gate
        where org_id = ${of.org} and project_id = ${of.project} group by state
      union all
      select g.key, g.value, count(*)::int from product, jsonb_each_text(gates) g
        where org_id = ${of.org} and project_id = ${of.project} and g.key in ('product', 'cooperation', 'on-air')
        group by g.key, g.value
      union all
      select 'lineup', case when s ->> 'product' is null then 'open' when (s -> 'released')::boolean then 'passed'
        else 'conditional' end, count(*)::int
        from lineup, jsonb_array_elements(body -> 'slots') s
        where org_id = ${of.org} and project_id = ${of.project} group by 2
    `.execute(tx)
    if (rows.length === 0) throw new Problem('not-found', { detail: `project ${of.project}` })
    const owes = await sql<{ role: string; subjects: number }>`
      select role, count(*)::int as subjects from (
        select unnest(owes) as role from product where org_id = ${of.org} and project_id = ${of.project}
        union all
        select unnest(owes) from supplier_gate where org_id = ${of.org} and project_id = ${of.project}
      ) owed group by role order by subjects desc, role
    `.execute(tx)
    const countAt = (step: string): StateCount => ({
      passed: 0,
      conditional: 0,
      open: 0,
      ...Object.fromEntries(rows.filter((r) => r.step === step).map((r) => [r.state, r.count])),
    })
    const counts = Object.fromEntries([...GATES, 'lineup'].map((step) => [step, countAt(step)]))
    return {
      stages: flowOf(counts as never).map((s) => ({
        ...s,
        steps: s.steps.map((x) => ({ ...x, clauses: [...x.clauses] })),
      })),
      owes: owes.rows,
    }
  },
})
