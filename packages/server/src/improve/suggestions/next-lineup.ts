import type { GateState } from '@haixuan/domain/gate/gate'
import { type Candidate, PROPOSALS, proposeNext } from '@haixuan/domain/improve/suggestions/next-lineup'
import { readIndicators } from '@haixuan/domain/supervise/risk/indicator'
import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { text } from '../../platform/http/schemas.ts'
import { query } from '../../platform/queries/query.ts'
import { registerOf } from '../../platform/settings/limits/risk-limit.ts'

const count = z.object({ events: z.number(), trials: z.number() })
type Row = {
  readonly product: string
  readonly title: string
  readonly counts: Record<string, number> | null
  readonly state: GateState
}

/** T3 · What the results of a stream propose for the next lineup, with the uplift that is measured and the trials allowed. */
export const nextLineup = query({
  name: 'suggestion.next-lineup',
  path: '/projects/:project/suggestions/next-lineup',
  summary: {
    zh: '由结果提出下一场的排品建议：保留、让位、整改与限额内测试',
    en: 'What the results propose for the next lineup: keep, rest, stop, and trials within a limit',
  },
  params: z.object({ project: z.string() }),
  query: z.object({}),
  answer: z.object({
    of: z.tuple([z.string(), z.string()]).describe('events and trials that are compared'),
    whole: count,
    trials: z.int().describe('slots that may go to products not proven yet'),
    uplift: z
      .object({ change: z.number(), low: z.number(), high: z.number() })
      .nullable()
      .describe('share of those to keep less that of those to rest, Newcombe at the confidence of the standard'),
    confidence: z.string(),
    kinds: z.array(z.object({ id: z.enum(PROPOSALS), name: text, why: text })),
    proposed: z.array(
      z.object({
        product: z.string(),
        title: z.string(),
        proposal: z.enum(PROPOSALS),
        count,
        low: z.number(),
        high: z.number(),
      }),
    ),
  }),
  async run(asked) {
    const { tx, actor, params, house } = asked
    const project = await tx
      .selectFrom('project')
      .select('plan')
      .where('org_id', '=', actor.org)
      .where('id', '=', params.project)
      .executeTakeFirst()
    if (!project) throw new Problem('not-found', { why: missing('project', params.project) })
    const register = await registerOf(asked)
    const { optimisation } = house.standard
    const slots = project.plan.slots
    // of what was not on air, no more than may be tried
    const { rows } = await sql<Row>`
      (select p.id as product, p.title, x.counts, p.state
       from product_result x
       join product p on p.org_id = x.org_id and p.project_id = x.project_id and p.id = x.product_id
       where x.org_id = ${actor.org} and x.project_id = ${params.project})
      union all
      (select p.id, p.title, null, p.state from product p
       where p.org_id = ${actor.org} and p.project_id = ${params.project} and p.state = 'passed'
         and not exists (select 1 from product_result x
           where x.org_id = p.org_id and x.project_id = p.project_id and x.product_id = p.id)
       order by p.theme_fit desc nulls last, p.id limit ${slots})
    `.execute(tx)
    const candidates = rows.map(
      ({ product, counts, state }): Candidate => ({
        product,
        counts: counts ?? undefined,
        passed: state === 'passed',
        // what a gate refuses is not kept on air, however well it sells
        held: state === 'open' || (counts !== null && readIndicators(register, counts).some((r) => r.state === 'hold')),
      }),
    )
    const { of, ...next } = proposeNext(optimisation, candidates, slots)
    const titles = new Map(rows.map((r) => [r.product, r.title]))
    return {
      ...next,
      of: [...of] as [string, string],
      confidence: optimisation.confidence,
      kinds: [...optimisation.proposals],
      proposed: next.proposed.map((p) => ({ ...p, title: titles.get(p.product) ?? p.product })),
    }
  },
})
