import { GATES } from '@haixuan/domain/gate/words'
import { project as planSchema, planVersion } from '@haixuan/domain/plan/project'
import { planChanges, reopened } from '@haixuan/domain/plan/reopens'
import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { saying } from '../../platform/queries/saying.ts'
import { because } from '../because.ts'

const gate = z.enum(GATES)
const recording = z.object({
  id: z.int().describe('of its event in the log'),
  at: z.string(),
  by: z.string(),
  command: z.string().nullable().describe('what recorded it'),
  recordVersion: z.int().nullable(),
  version: planVersion.nullable().describe('the version of the plan that stood then, with its approval'),
  reopens: z.array(gate).describe('gates that the recording re-opened'),
})

/** P5 · Every state of the plan that was recorded, newest first, from the log. */
const versions = query({
  name: 'project.versions',
  path: '/projects/:project/versions',
  summary: { zh: '方案的历次记录与版本', en: 'Every recorded state of the plan' },
  params: z.object({ project: z.string() }),
  query: pageOf(['id']).extend({
    sort: z.enum(['id', '-id']).default('-id'),
    revisions: z.stringbool().default(false).describe('only those that made a version: created, revised, approved'),
  }),
  answer: pageAnswer(recording),
  async run({ tx, actor, params, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`e.id`, id: sql`e.id` })
    const rows = await tx
      .selectFrom('event as e')
      .select([
        'e.id',
        'e.at',
        'e.actor as by',
        sql<string | null>`e.body ->> 'command'`.as('command'),
        sql<number | null>`(e.body -> 'version')::int`.as('recordVersion'),
        sql<z.output<typeof planVersion> | null>`e.body -> 'plan' -> 'versions' -> -1`.as('version'),
        sql<z.output<typeof gate>[]>`coalesce(e.body -> 'reopens', '[]')`.as('reopens'),
      ])
      .where('e.org_id', '=', actor.org)
      .where('e.subject', '=', params.project)
      .where('e.type', '=', 'plan.recorded')
      .where(where)
      .where(
        saying(page.q, { texts: [sql`e.actor`, sql`e.body ->> 'command'`, sql`e.body -> 'plan' -> 'versions' -> -1`] }),
      )
      .$if(page.revisions, (q) =>
        q.where(sql<boolean>`e.body ->> 'command' in ('project.create', 'project.revise', 'project.approve')`),
      )
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.id, r.id])
  },
})

const said = z.object({ id: z.int(), at: z.string(), by: z.string(), version: planVersion.nullable() })

/** P5 · Two recorded states of the plan side by side: the parts that differ, and the gates each bears on. */
const compare = query({
  name: 'project.compare',
  path: '/projects/:project/compare',
  summary: { zh: '对比方案的两次记录', en: 'Two recorded states of the plan side by side' },
  params: z.object({ project: z.string() }),
  query: z.object({ from: z.coerce.number().int(), to: z.coerce.number().int() }),
  answer: z.object({
    from: said,
    to: said,
    parts: z.array(
      z.object({
        part: z.enum(Object.keys(planSchema.shape) as [string, ...string[]]),
        before: z.unknown().describe('null when the plan did not say'),
        after: z.unknown(),
        reopens: z.array(gate),
      }),
    ),
    reopens: z.array(gate).describe('every gate that the difference bears on'),
  }),
  async run({ tx, actor, params, query: { from, to } }) {
    const rows = await tx
      .selectFrom('event')
      .select(['id', 'at', 'actor as by', sql<{ plan: z.output<typeof planSchema> }>`body`.as('body')])
      .where('org_id', '=', actor.org)
      .where('subject', '=', params.project)
      .where('type', '=', 'plan.recorded')
      .where('id', 'in', [from, to])
      .execute()
    const of = (id: number) => {
      const row = rows.find((r) => r.id === id)
      if (!row) throw new Problem('not-found', { why: because('no-plan-recording', { id, project: params.project }) })
      const { body, ...rest } = row
      return { plan: body.plan, said: { ...rest, version: body.plan.versions?.at(-1) ?? null } }
    }
    const [before, after] = [of(from), of(to)]
    const changes = planChanges(before.plan, after.plan)
    return {
      from: before.said,
      to: after.said,
      parts: changes.map(({ part, reopens }) => ({
        part,
        before: (before.plan[part] ?? null) as never,
        after: (after.plan[part] ?? null) as never,
        reopens: [...reopens],
      })),
      reopens: reopened(changes),
    }
  },
})

export const versionQueries = [versions, compare]
