import { sql } from 'kysely'
import { z } from 'zod'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { saying } from '../../platform/queries/saying.ts'
import { BREACH_STATES, type BreachState, breachBody } from './breaches.ts'

/** T1 · Breaches and what became of them, newest first. */
export const breaches = query({
  name: 'breach.list',
  path: '/breaches',
  summary: { zh: '违规与申诉', en: 'Breaches and appeals' },
  params: z.object({}),
  query: pageOf(['created']).extend({
    sort: z.enum(['created', '-created']).default('-created'),
    state: z.enum(BREACH_STATES).optional(),
    rule: z.string().optional(),
    person: z.string().optional(),
  }),
  answer: pageAnswer(
    z.object({
      id: z.string(),
      version: z.int(),
      rule: z.string(),
      title: z.string().describe('of the rule'),
      ruleVersion: z.int(),
      person: z.string(),
      state: z.enum(BREACH_STATES),
      recordedBy: z.string(),
      created: z.string(),
      record: breachBody,
    }),
  ),
  async run({ tx, actor, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`b.created_at`, id: sql`b.id` })
    const rows = await tx
      .selectFrom('rule_breach as b')
      .innerJoin('management_rule as r', (on) =>
        on.onRef('r.org_id', '=', 'b.org_id').onRef('r.id', '=', 'b.rule_id').onRef('r.version', '=', 'b.rule_version'),
      )
      .select([
        'b.id',
        'b.version',
        'b.rule_id as rule',
        'r.title',
        'b.rule_version as ruleVersion',
        'b.person',
        'b.state',
        'b.recorded_by as recordedBy',
        'b.created_at as created',
        sql<z.output<typeof breachBody>>`b.body`.as('record'),
      ])
      .where('b.org_id', '=', actor.org)
      .where(where)
      .where(
        saying(page.q, {
          texts: [
            sql`b.id`,
            sql`b.person`,
            sql`r.title`,
            sql`b.recorded_by`,
            sql`b.body ->> 'what'`,
            sql`b.body ->> 'measure'`,
          ],
        }),
      )
      .$if(page.state !== undefined, (q) => q.where('b.state', '=', page.state as BreachState))
      .$if(page.rule !== undefined, (q) => q.where('b.rule_id', '=', page.rule as string))
      .$if(page.person !== undefined, (q) => q.where('b.person', '=', page.person as string))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.created, r.id])
  },
})
