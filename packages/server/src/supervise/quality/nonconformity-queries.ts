import { DEFECT_CLASSES } from '@haixuan/domain/supervise/quality/lot'
import { stepTaken } from '@haixuan/domain/supervise/quality/nonconformity'
import { NONCONFORMITY_STEPS } from '@haixuan/domain/supervise/quality/quality-schema'
import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../platform/commands/actor.ts'
import { filesSeen } from '../../platform/files/files-seen.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { text } from '../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../platform/queries/page.ts'
import { query } from '../../platform/queries/query.ts'
import { saying } from '../../platform/queries/saying.ts'

const row = z.object({
  id: z.string(),
  version: z.int(),
  project: z.string(),
  product: z.string(),
  title: z.string(),
  supplier: z.string(),
  supplierName: z.string(),
  lot: z.string().nullable(),
  class: z.enum(DEFECT_CLASSES),
  what: z.string(),
  next: z.enum(NONCONFORMITY_STEPS).nullable().describe('the step owed; none once it is closed'),
  owner: z.string().nullable(),
  due: z.string().nullable(),
  opened: z.string(),
})

const SORTS = { opened: sql`n.created_at`, due: sql`coalesce(n.due, 'infinity'::date)` }
type Tx = Parameters<Parameters<typeof query>[0]['run']>[0]['tx']

const records = (tx: Tx) =>
  tx
    .selectFrom('nonconformity as n')
    .innerJoin('product as p', (on) =>
      on
        .onRef('p.org_id', '=', 'n.org_id')
        .onRef('p.project_id', '=', 'n.project_id')
        .onRef('p.id', '=', 'n.product_id'),
    )
    .leftJoin('supplier as s', (on) => on.onRef('s.org_id', '=', 'n.org_id').onRef('s.id', '=', 'n.supplier_id'))
    .select([
      'n.id',
      'n.version',
      'n.project_id as project',
      'n.product_id as product',
      'p.title',
      'n.supplier_id as supplier',
      sql<string>`coalesce(s.name, n.supplier_id)`.as('supplierName'),
      'n.lot_id as lot',
      'n.class',
      'n.what',
      'n.next',
      'n.owner',
      'n.due',
      'n.created_at as opened',
    ])

const list = query({
  name: 'nonconformity.list',
  path: '/nonconformities',
  summary: { zh: '不合格', en: 'Nonconformities' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: pageOf(['due', 'opened']).extend({
    project: z.string().optional(),
    product: z.string().optional(),
    supplier: z.string().optional(),
    class: z.enum(DEFECT_CLASSES).optional(),
    next: z.enum([...NONCONFORMITY_STEPS, 'closed']).optional(),
    state: z.enum(['open', 'closed']).optional(),
    overdue: z.iso.date().optional().describe('a day: those whose step was owed before it'),
  }),
  answer: pageAnswer(row),
  async run({ tx, actor, query: page }) {
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: sql`n.id` })
    const rows = await records(tx)
      .select(sql<string>`(${column})::text`.as('place'))
      .where('n.org_id', '=', actor.org)
      .where(where)
      .where(saying(page.q, { texts: [sql`n.id`, sql`n.what`, sql`n.lot_id`, sql`p.id`], search: [sql`p.search`] }))
      .$if(page.project !== undefined, (w) => w.where('n.project_id', '=', page.project as string))
      .$if(page.product !== undefined, (w) => w.where('n.product_id', '=', page.product as string))
      .$if(page.supplier !== undefined, (w) => w.where('n.supplier_id', '=', page.supplier as string))
      .$if(page.class !== undefined, (w) => w.where('n.class', '=', page.class as 'major'))
      .$if(page.next === 'closed' || page.state === 'closed', (w) => w.where('n.next', 'is', null))
      .$if(page.state === 'open', (w) => w.where('n.next', 'is not', null))
      .$if(page.next !== undefined && page.next !== 'closed', (w) => w.where('n.next', '=', page.next as 'cause'))
      .$if(page.overdue !== undefined, (w) => w.where('n.due', '<', page.overdue as string))
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.id])
    return { rows: shown.map(({ place: _, ...r }) => r), next }
  },
})

/** The evidence of its steps that whoever asks may look at: a supplier is not shown the files of others. */
const seen = filesSeen(
  sql`select jsonb_array_elements_text(coalesce(s -> 'evidence', '[]')) from jsonb_array_elements(n.body -> 'steps') s`,
)

const get = query({
  name: 'nonconformity.get',
  path: '/nonconformities/:nonconformity',
  summary: { zh: '不合格：从遏制到效果', en: 'A nonconformity, from containment to effect' },
  roles: MEMBER_ROLES,
  params: z.object({ nonconformity: z.string() }),
  query: z.object({}),
  answer: row.extend({
    openedBy: z.string(),
    taken: z.array(stepTaken),
    steps: z
      .array(z.object({ id: z.enum(NONCONFORMITY_STEPS), name: text, asks: text, days: z.int(), owner: z.string() }))
      .describe('what each step asks for'),
  }),
  async run({ tx, actor, params, house }) {
    const found = await records(tx)
      .select(['n.body', seen.as('seen')])
      .where('n.org_id', '=', actor.org)
      .where('n.id', '=', params.nonconformity)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: missing('nonconformity', params.nonconformity) })
    const { body, seen: files, ...shown } = found
    const taken = body.steps.map((s) => ({
      ...s,
      evidence: s.evidence?.filter((sha256) => !actor.supplier || files.includes(sha256)),
    }))
    return { ...shown, openedBy: body.opened.by, taken, steps: [...house.standard.quality.steps] }
  },
})

export const nonconformityQueries = [list, get]
