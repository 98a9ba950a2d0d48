import { Refusal } from '@haixuan/domain/kernel/errors'
import type { Reading } from '@haixuan/domain/supervise/risk/indicator'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Asked, command } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { recorded } from '../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { named, saying } from '../../platform/queries/saying.ts'
import { because } from '../because.ts'

const params = z.object({ alert: z.string() })
const roles = ['quality', 'service', 'legal', 'selection', 'finance'] as const

async function alertForUpdate(asked: Pick<Asked<{ alert: string }>, 'tx' | 'actor' | 'version' | 'params'>) {
  const { tx, actor, params } = asked
  const row = await tx
    .selectFrom('alert')
    .select(['id', 'version', 'state', 'project_id', 'level', 'indicator', 'product_id'])
    .where('org_id', '=', actor.org)
    .where('id', '=', params.alert)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { why: missing('alert', params.alert) })
  await checkSeen(asked, row.id, row.version)
  if (row.state === 'closed')
    throw new Refusal(because('alert-closed'), 'S2', { zh: '预警已关闭', en: 'A new reading opens a new one' })
  return row
}

type Row = Awaited<ReturnType<typeof alertForUpdate>>

async function change(
  { tx, actor, now }: Pick<Asked, 'tx' | 'actor' | 'now'>,
  row: Row,
  set: { readonly state: 'acknowledged' | 'closed'; readonly reason?: string },
) {
  const version = row.version + 1
  const by = set.state === 'closed' ? { closed_by: actor.name } : { acknowledged_by: actor.name }
  await tx
    .updateTable('alert')
    .set({ ...set, ...by, version, updated_at: now })
    .where('org_id', '=', actor.org)
    .where('id', '=', row.id)
    .execute()
  const body = { version, indicator: row.indicator, level: row.level, ...(set.reason ? { reason: set.reason } : {}) }
  const event = { type: `alert.${set.state}`, subject: row.id, clause: 'S2', project: row.project_id, body }
  return { events: [event], answer: { id: row.id, version }, version }
}

export const acknowledge = command({
  name: 'alert.acknowledge',
  clause: 'S2',
  roles,
  path: '/alerts/:alert/acknowledge',
  summary: { zh: '接手预警', en: 'Take on an alert' },
  params,
  input: z.strictObject({}),
  answer: recorded,
  run: async (asked) => change(asked, await alertForUpdate(asked), { state: 'acknowledged' }),
})

export const closeAlert = command({
  name: 'alert.close',
  clause: 'S2',
  roles: ['quality', 'service', 'legal'],
  path: '/alerts/:alert/close',
  versioned: true,
  summary: { zh: '说明原因与措施后关闭预警', en: 'Close an alert, saying what was found and done' },
  params,
  input: z.strictObject({ reason: z.string().trim().min(5).max(2000) }),
  answer: recorded,
  run: async (asked) => change(asked, await alertForUpdate(asked), { state: 'closed', reason: asked.input.reason }),
})

const SORTS = { due: sql`a.due`, opened: sql`a.opened_at` }

export const alerts = query({
  name: 'alert.list',
  path: '/alerts',
  summary: { zh: '风险预警', en: 'Alerts' },
  params: z.object({}),
  query: pageOf(['due', 'opened']).extend({
    state: z.enum(['open', 'acknowledged', 'closed']).optional(),
    level: z.enum(['alert', 'hold']).optional(),
    owner: z.string().optional(),
    project: z.string().optional(),
    product: z.string().optional(),
    id: z.string().optional().describe('of one alert'),
  }),
  answer: pageAnswer(
    z.object({
      id: z.string(),
      version: z.int(),
      project: z.string(),
      product: z.string().nullable(),
      title: z.string().nullable().describe('of the product'),
      indicator: z.string(),
      level: z.enum(['alert', 'hold']),
      reading: z.object({ events: z.number(), trials: z.number(), low: z.number(), high: z.number() }),
      owner: z.string(),
      due: z.string(),
      state: z.enum(['open', 'acknowledged', 'closed']),
      acknowledgedBy: z.string().nullable(),
      closedBy: z.string().nullable(),
      reason: z.string().nullable(),
      opened: z.string(),
    }),
  ),
  async run({ tx, actor, house, query: page }) {
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: sql`a.id` })
    const rows = await tx
      .selectFrom('alert as a')
      .leftJoin('product as p', (on) =>
        on
          .onRef('p.org_id', '=', 'a.org_id')
          .onRef('p.project_id', '=', 'a.project_id')
          .onRef('p.id', '=', 'a.product_id'),
      )
      .select((e) => [
        'a.id',
        'a.version',
        'a.project_id as project',
        'a.product_id as product',
        'p.title',
        'a.indicator',
        'a.level',
        sql<Reading>`a.reading`.as('reading'),
        'a.owner',
        'a.due',
        'a.state',
        e.ref('a.acknowledged_by').as('acknowledgedBy'),
        e.ref('a.closed_by').as('closedBy'),
        'a.reason',
        'a.opened_at as opened',
        sql<unknown>`${column}`.as('place'),
      ])
      .where('a.org_id', '=', actor.org)
      .where(where)
      .where(
        saying(page.q, {
          texts: [sql`a.id`, sql`a.product_id`, sql`p.title`, sql`a.acknowledged_by`, sql`a.closed_by`, sql`a.reason`],
          codes: [[sql`a.indicator`, named(house.standard.risks.indicators)]],
          search: [sql`p.search`],
        }),
      )
      .$if(page.state !== undefined, (q) => q.where('a.state', '=', page.state as 'open'))
      .$if(page.level !== undefined, (q) => q.where('a.level', '=', page.level as 'hold'))
      .$if(page.owner !== undefined, (q) => q.where('a.owner', '=', page.owner as string))
      .$if(page.project !== undefined, (q) => q.where('a.project_id', '=', page.project as string))
      .$if(page.product !== undefined, (q) => q.where('a.product_id', '=', page.product as string))
      .$if(page.id !== undefined, (q) => q.where('a.id', '=', page.id as string))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.id])
    return { rows: shown.map(({ place: _, ...r }) => r), next }
  },
})
