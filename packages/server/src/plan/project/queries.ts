import { waiverFault } from '@haixuan/domain/gate/waiver'
import { asked } from '@haixuan/domain/kernel/asked'
import { type Day, isDay } from '@haixuan/domain/kernel/day'
import { project as planSchema, planVersion, waiver } from '@haixuan/domain/plan/project'
import { sql } from 'kysely'
import { z } from 'zod'
import { countIn } from '../../flow/judge/alike-rows.ts'
import { planNow } from '../../flow/judge/plan-now.ts'
import { mayAct } from '../../platform/commands/actor.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { finding, gateState } from '../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { saying } from '../../platform/queries/saying.ts'
import { APPROVERS, GRANTERS } from './approvers.ts'
import { channels } from './channels.ts'
import { dutiesOf, duty } from './duties.ts'
import { requirements } from './requirements.ts'
import { versionQueries } from './versions.ts'

const day = z.string().refine(isDay, asked.day)
const row = z.object({
  id: z.string(),
  version: z.int(),
  name: z.string(),
  theme: z.string(),
  day: z.string(),
  time: z.string().nullable(),
  zone: z.string().nullable(),
  markets: z.array(z.string()),
  platform: z.string().nullable(),
  host: z.string().nullable(),
  state: gateState,
  products: z.int(),
  passed: z.int().describe('products that passed every gate'),
  slots: z.int(),
  filled: z.int(),
  ready: z.int().describe('slots whose product has passed every gate'),
  released: z.int().describe('slots that a second person released'),
  closedAt: z.string().nullable(),
})
const SORTS = { day: sql`p.day`, name: sql`p.name`, updated: sql`p.updated_at` }

const list = query({
  name: 'project.list',
  path: '/projects',
  summary: { zh: '选品项目', en: 'Projects of the organisation' },
  params: z.object({}),
  query: pageOf(['day', 'name', 'updated']).extend({
    open: z.stringbool().optional().describe('true: only projects that are not closed; false: only those that are'),
    state: gateState.optional().describe('of the plan gate'),
    market: z.string().optional(),
    from: day.optional().describe('streams on this day or later'),
    until: day.optional().describe('streams on this day or before'),
  }),
  answer: pageAnswer(row),
  async run({ tx, actor, query: page }) {
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: sql`p.id` })
    const rows = await tx
      .selectFrom('project as p')
      .leftJoin('lineup as l', (on) => on.onRef('l.org_id', '=', 'p.org_id').onRef('l.project_id', '=', 'p.id'))
      .select((e) => [
        'p.id',
        'p.version',
        'p.name',
        sql<string>`p.plan ->> 'theme'`.as('theme'),
        'p.day',
        sql<string | null>`p.plan ->> 'time'`.as('time'),
        sql<string | null>`p.plan ->> 'time-zone'`.as('zone'),
        sql<string[]>`p.plan -> 'markets'`.as('markets'),
        sql<string | null>`p.plan ->> 'platform'`.as('platform'),
        sql<string | null>`p.plan -> 'host' ->> 'name'`.as('host'),
        'p.state',
        e.ref('p.closed_at').as('closedAt'),
        countIn().as('products'),
        countIn(sql`l.state = 'passed'`).as('passed'),
        sql<number>`(p.plan -> 'slots')::int`.as('slots'),
        sql<number>`coalesce(l.filled, 0)`.as('filled'),
        sql<number>`coalesce(l.released, 0)`.as('ready'),
        sql<number>`case when l.released_at is null then 0 else l.released end`.as('released'),
        sql<unknown>`${column}`.as('place'),
      ])
      .where('p.org_id', '=', actor.org)
      .where(where)
      .where(
        saying(page.q, {
          texts: [
            sql`p.name`,
            sql`p.plan ->> 'theme'`,
            sql`p.plan ->> 'platform'`,
            sql`p.plan -> 'host' ->> 'name'`,
            sql`p.id`,
          ],
        }),
      )
      .$if(page.open !== undefined, (q) => q.where('p.closed_at', page.open ? 'is' : 'is not', null))
      .$if(page.state !== undefined, (q) => q.where('p.state', '=', page.state as 'open'))
      .$if(page.market !== undefined, (q) => q.where(sql<boolean>`p.plan -> 'markets' ? ${page.market}`))
      .$if(page.from !== undefined, (q) => q.where('p.day', '>=', page.from as string))
      .$if(page.until !== undefined, (q) => q.where('p.day', '<=', page.until as string))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.id])
    return { rows: shown.map(({ place: _, ...r }) => r), next }
  },
})

/** The names of what the holds and waivers of project `p` are about. */
const NAMED = sql<Record<string, string>>`(
  with about (id) as (
    select h ->> 'product' from jsonb_array_elements(p.plan -> 'holds') h
    union select w ->> 'subject' from jsonb_array_elements(p.plan -> 'waivers') w
  )
  select coalesce(jsonb_object_agg(id, name), '{}') from (
    select s.id, s.name from supplier s join about on about.id = s.id where s.org_id = p.org_id
    union all
    select c.id, c.title from product c join about on about.id = c.id where c.org_id = p.org_id and c.project_id = p.id
    union all
    select o.id, c.title from offer o join about on about.id = o.id
      join product c on c.org_id = o.org_id and c.project_id = o.project_id and c.id = o.product_id
      where o.org_id = p.org_id and o.project_id = p.id
  ) n)`

const get = query({
  name: 'project.get',
  path: '/projects/:project',
  summary: {
    zh: '项目：方案、方案关、批准、法定义务与豁免',
    en: 'A project: its plan, the plan gate, approval, duties and waivers',
  },
  params: z.object({ project: z.string() }),
  query: z.object({}),
  answer: z.object({
    id: z.string(),
    version: z.int(),
    plan: planSchema,
    state: gateState,
    findings: z.array(finding),
    closedAt: z.string().nullable(),
    onAir: z.boolean().describe('the stream is on air: the plan is frozen'),
    approval: z.object({
      version: planVersion.nullable().describe('the newest version, with its approval'),
      mine: z.boolean().describe('the one who asks wrote it, and cannot approve it'),
      may: z.boolean().describe('the one who asks may approve it'),
    }),
    duties: z.array(duty),
    waivers: z.array(
      waiver.extend({
        fault: z.enum(['not-granted', 'own', 'expired']).nullable().describe('why it has no effect'),
        mayGrant: z.boolean(),
      }),
    ),
    named: z
      .record(z.string(), z.string())
      .describe('products, their offers and suppliers that holds and waivers are about, by name'),
  }),
  async run({ tx, actor, params, house }) {
    const found = await tx
      .selectFrom('project as p')
      .select((e) => [
        'p.id',
        'p.version',
        'p.plan',
        'p.state',
        'p.findings',
        e.ref('p.closed_at').as('closedAt'),
        sql<boolean>`exists (select from live_show w where w.org_id = p.org_id and w.project_id = p.id
          and w.ended_at is null)`.as('onAir'),
        NAMED.as('named'),
      ])
      .where('p.org_id', '=', actor.org)
      .where('p.id', '=', params.project)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: missing('project', params.project) })
    const plan = planNow(house, found.plan, house.clock())
    const last = found.plan.versions.at(-1) ?? null
    const mine = last?.author === actor.name
    return {
      ...found,
      approval: { version: last, mine, may: !mine && last !== null && !last.approved && mayAct(actor, APPROVERS) },
      duties: dutiesOf(found.plan, house.desks.for(plan).markets),
      waivers: found.plan.waivers.map((w) => ({
        ...w,
        fault: waiverFault(w as never, plan.date as Day) ?? null,
        mayGrant: !w['granted-by'] && w['asked-by'] !== actor.name && mayAct(actor, GRANTERS),
      })),
    }
  },
})

export const projectQueries = [list, get, channels, requirements, ...versionQueries]
