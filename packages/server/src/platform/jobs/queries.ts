import { TASK_WORDS } from '@haixuan/domain/kernel/task-words'
import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../commands/actor.ts'
import { Problem } from '../http/problem.ts'
import { missing } from '../http/records.ts'
import { problem } from '../http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../queries/page.ts'
import { query } from '../queries/query.ts'
import { saying } from '../queries/saying.ts'

const state = z.enum(['waiting', 'running', 'done', 'failed', 'cancelled'])
const brief = z.object({
  id: z.string(),
  kind: z.string(),
  project: z.string().nullable(),
  projectName: z.string().nullable(),
  state,
  done: z.number(),
  of: z.number().nullable().describe('how much there is to do, when it is known'),
  startedBy: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
})
const PROJECT_NAME = sql<string | null>`(select p.name from project p
  where p.org_id = task.org_id and p.id = task.project_id)`
const COLUMNS = [
  'id',
  'kind',
  'project_id as project',
  PROJECT_NAME.as('projectName'),
  sql<z.infer<typeof state>>`state`.as('state'),
  'done',
  'of',
  'started_by as startedBy',
  'created_at as createdAt',
  'finished_at as finishedAt',
] as const

const list = query({
  name: 'task.list',
  path: '/tasks',
  summary: { zh: '后台任务，最新在前', en: 'Tasks in the background, newest first' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: pageOf(['created']).extend({
    sort: z.enum(['created', '-created']).default('-created'),
    project: z.string().optional(),
    kind: z.string().optional(),
    state: state.optional(),
  }),
  answer: pageAnswer(brief),
  async run({ tx, actor, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`created_at`, id: sql`id` })
    const rows = await tx
      .selectFrom('task')
      .select(COLUMNS)
      .where('org_id', '=', actor.org)
      .where(where)
      .where(
        saying(page.q, {
          texts: [sql`id`, sql`started_by`, sql`project_id`, PROJECT_NAME],
          codes: [[sql`kind`, Object.entries(TASK_WORDS)]],
        }),
      )
      .$if(page.project !== undefined, (q) => q.where('project_id', '=', page.project as string))
      .$if(page.kind !== undefined, (q) => q.where('kind', '=', page.kind as string))
      .$if(page.state !== undefined, (q) => q.where('state', '=', page.state as string))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    return pageRows(rows, page, (r) => [r.createdAt, r.id])
  },
})

const get = query({
  name: 'task.get',
  path: '/tasks/:task',
  summary: { zh: '后台任务：进度、结果或错误', en: 'A task: its progress, its result or what went wrong' },
  roles: MEMBER_ROLES,
  params: z.object({ task: z.string() }),
  query: z.object({}),
  answer: brief.extend({
    result: z.looseObject({}).nullable(),
    error: problem.nullable().describe('a problem, as a request would be answered with'),
  }),
  async run({ tx, actor, params }) {
    const found = await tx
      .selectFrom('task')
      .select([...COLUMNS, 'result', 'error'])
      .where('org_id', '=', actor.org)
      .where('id', '=', params.task)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: missing('task', params.task) })
    return { ...found, error: found.error as z.infer<typeof problem> | null }
  },
})

export const taskQueries = [list, get]
