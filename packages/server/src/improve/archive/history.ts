import { eachDecided, type isOfSeveral } from '@haixuan/domain/flow/decision'
import { sql } from 'kysely'
import { z } from 'zod'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { eachInLog } from './each-in-log.ts'
import { decidesWithOthers } from './part.ts'
import { wordsInLog } from './words-in-log.ts'

const row = z.object({
  id: z.number(),
  seq: z.number().nullable().describe('place in the Merkle log, once it is sealed'),
  at: z.string(),
  type: z.string(),
  actor: z.string(),
  subject: z.string(),
  named: z.string().nullable().describe('what the subject is called, or what it is about, where it has a name'),
  clause: z.string(),
  project: z.string().nullable(),
  supplier: z.string().nullable(),
  body: z.looseObject({}).describe('what the log holds of it; each type has its own fields'),
})
/** What people call the subject of event `e`: its own name, or that of the product it is about. */
const NAMED = sql<string | null>`(select coalesce(
  (select p.title from product p where p.org_id = e.org_id and p.project_id = e.project_id and p.id = e.subject),
  (select s.name from supplier s where s.org_id = e.org_id and s.id = e.subject),
  (select j.name from project j where j.org_id = e.org_id and j.id = e.subject),
  (select g.body ->> 'what' from suggestion g where g.org_id = e.org_id and g.id = e.subject),
  (select n.what from nonconformity n where n.org_id = e.org_id and n.id = e.subject),
  (select m.name from member m where m.org_id = e.org_id and m.user_id = e.subject),
  (select m.name from member_name m where m.org_id = e.org_id and m.user_id = e.subject and m.name is not null
    order by m.folded limit 1),
  (select p.title from product p where p.org_id = e.org_id and p.project_id = e.project_id and p.id = coalesce(
    (select c.product_id from after_sales_case c where c.org_id = e.org_id and c.id = e.subject),
    (select a.product_id from alert a where a.org_id = e.org_id and a.id = e.subject),
    (select o.product_id from offer o where o.org_id = e.org_id and o.project_id = e.project_id and o.id = e.subject)))
))`
/** Its place, looked up for the rows that are shown: joined, every leaf of the log would be read. */
const SEQ = sql<number | null>`(select l.seq from leaf l where l.org_id = e.org_id and l.event_id = e.id)`
const COLUMNS = [
  NAMED.as('named'),
  'e.id',
  SEQ.as('seq'),
  'e.at',
  'e.type',
  'e.actor',
  'e.subject',
  'e.clause',
  'e.project_id as project',
  'e.supplier_id as supplier',
  'e.body',
] as const

/** The decision on one product of those that an event holds. */
function onOne<E extends Parameters<typeof isOfSeveral>[0] & { readonly subject: string }>(e: E, product: string): E {
  return [...eachDecided(e)].find((each) => each.subject === product) ?? e
}

/** T2 · What happened, newest first, from the log: of the organisation, a project, or one record. */
const history = query({
  name: 'event.list',
  path: '/events',
  summary: {
    zh: '日志：按项目、记录、类型、条款、何人、日期查阅',
    en: 'The log, by project, record, type, clause, person and day',
  },
  params: z.object({}),
  query: pageOf(['id']).extend({
    sort: z.enum(['id', '-id']).default('-id'),
    project: z.string().optional(),
    subject: z.string().optional().describe('a decision on several products is told as the one on this product'),
    type: z.string().optional().describe('such as gate.decided; a beginning such as gate. takes all of it'),
    clause: z.string().optional(),
    actor: z.string().optional(),
    supplier: z.string().optional(),
    from: z.iso.date().optional().describe('first day, in UTC'),
    to: z.iso.date().optional().describe('last day, in UTC'),
  }),
  answer: pageAnswer(row),
  async run({ tx, actor, house, query: page }) {
    const { where, order } = pagePieces(page, { column: sql`e.id`, id: sql`e.id` })
    const rows = await tx
      .selectFrom('event as e')
      .select(COLUMNS)
      .where('e.org_id', '=', actor.org)
      .where(where)
      .where(await wordsInLog({ tx, actor, house }, page.q))
      .$if(page.project !== undefined, (q) => q.where('e.project_id', '=', page.project as string))
      .$if(page.subject !== undefined, (q) =>
        q.where(sql<boolean>`(e.subject = ${page.subject} or ${decidesWithOthers(actor.org, page.subject as string)})`),
      )
      .$if(page.type !== undefined, (q) =>
        page.type?.endsWith('.')
          ? q.where(sql<boolean>`starts_with(e.type, ${page.type})`)
          : q.where('e.type', '=', page.type as string),
      )
      .$if(page.clause !== undefined, (q) => q.where('e.clause', '=', page.clause as string))
      .$if(page.actor !== undefined, (q) => q.where('e.actor', '=', page.actor as string))
      .$if(page.supplier !== undefined, (q) => q.where('e.supplier_id', '=', page.supplier as string))
      .$if(page.from !== undefined, (q) => q.where('e.at', '>=', `${page.from}T00:00:00.000Z`))
      .$if(page.to !== undefined, (q) => q.where('e.at', '<=', `${page.to}T23:59:59.999Z`))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const told = page.subject === undefined ? rows : rows.map((row) => onOne(row, page.subject as string))
    return pageRows(told, page, (r) => [r.id, r.id])
  },
})

/** T2 · One event of the log. */
const get = query({
  name: 'event.get',
  path: '/events/:event',
  summary: { zh: '一个事件', en: 'One event' },
  params: z.object({ event: z.coerce.number().int().positive() }),
  query: z.object({}),
  answer: row,
  async run({ tx, actor, params }) {
    const found = await tx
      .selectFrom('event as e')
      .select(COLUMNS)
      .where('e.org_id', '=', actor.org)
      .where('e.id', '=', params.event)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: missing('event', params.event) })
    return found
  },
})

/** T2 · What the filters of the log can be set to. */
const kinds = query({
  name: 'event.kinds',
  path: '/events/kinds',
  summary: { zh: '日志中的类型、条款与人', en: 'The types, clauses and people in the log' },
  params: z.object({}),
  query: z.object({}),
  answer: z.object({
    types: z.array(z.object({ type: z.string() })),
    clauses: z.array(z.object({ clause: z.string() })),
    actors: z.array(z.object({ actor: z.string() })),
  }),
  async run({ tx, actor }) {
    const { rows } = await sql<{ what: 'type' | 'clause' | 'actor'; value: string }>`
      ${sql.join(
        (['type', 'clause', 'actor'] as const).map(
          (what) => sql`select ${sql.lit(what)} as what, value from ${eachInLog(actor.org, what)} each`,
        ),
        sql` union all `,
      )} order by value
    `.execute(tx)
    const of = (what: string) => rows.filter((row) => row.what === what)
    return {
      types: of('type').map(({ value }) => ({ type: value })),
      clauses: of('clause').map(({ value }) => ({ clause: value })),
      actors: of('actor').map(({ value }) => ({ actor: value })),
    }
  },
})

export const eventQueries = [history, kinds, get]
