import { PAPER_KINDS } from '@haixuan/domain/select/supplier/papers/papers'
import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { text } from '../../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows } from '../../../platform/queries/page.ts'
import { query } from '../../../platform/queries/query.ts'
import { saying } from '../../../platform/queries/saying.ts'
import { dayHere } from '../../../platform/settings/day-here.ts'

const SORTS = { until: sql`n.until`, raised: sql`n.raised_at` }
const ID = sql`n.supplier_id || ' ' || n.kind || ' ' || n.paper || ' ' || n.threshold`

/** S2 · Papers that lapse soon or have lapsed, each at the threshold it was told of last. */
export const paperNotices = query({
  name: 'paper-notice.list',
  path: '/paper-notices',
  summary: { zh: '即将到期或已到期的证件、证书、授权与决定', en: 'Papers that lapse soon, or have lapsed' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: pageOf(['until', 'raised']).extend({
    supplier: z.string().optional(),
    project: z.string().optional(),
    kind: z.enum(PAPER_KINDS).optional(),
    before: z.iso.date().optional().describe('its last day is before this one'),
    all: z.stringbool().default(false).describe('also what was told at former thresholds'),
  }),
  answer: pageAnswer(
    z.object({
      supplier: z.string(),
      supplierName: z.string().nullable(),
      kind: z.enum(PAPER_KINDS),
      paper: z.string(),
      name: text,
      until: z.string(),
      left: z.int().describe('days until its last day; negative when it has lapsed'),
      threshold: z.int().describe('days before at which it was told'),
      project: z.string().nullable(),
      product: z.string().nullable(),
      raisedAt: z.string(),
    }),
  ),
  async run({ tx, actor, query: page, house }) {
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: ID })
    const today = dayHere(house, house.clock())
    const rows = await tx
      .selectFrom('paper_notice as n')
      .leftJoin('supplier as s', (on) => on.onRef('s.org_id', '=', 'n.org_id').onRef('s.id', '=', 'n.supplier_id'))
      .select([
        'n.supplier_id as supplier',
        's.name as supplierName',
        'n.kind',
        'n.paper',
        'n.name',
        'n.until',
        sql<number>`n.until - ${today}::date`.as('left'),
        'n.threshold',
        'n.project_id as project',
        'n.product_id as product',
        'n.raised_at as raisedAt',
        sql<unknown>`${column}`.as('place'),
        sql<string>`${ID}`.as('id'),
      ])
      .where('n.org_id', '=', actor.org)
      .where(where)
      .where(
        saying(page.q, {
          texts: [
            sql`n.supplier_id`,
            sql`s.name`,
            sql`n.paper`,
            sql`n.name ->> 'zh'`,
            sql`n.name ->> 'en'`,
            sql`n.product_id`,
          ],
        }),
      )
      .$if(actor.supplier !== undefined, (q) => q.where('n.kind', '<>', 'screening'))
      .$if(page.supplier !== undefined, (q) => q.where('n.supplier_id', '=', page.supplier as string))
      .$if(page.project !== undefined, (q) => q.where('n.project_id', '=', page.project as string))
      .$if(page.kind !== undefined, (q) => q.where('n.kind', '=', page.kind as never))
      .$if(page.before !== undefined, (q) => q.where('n.until', '<', page.before as string))
      .$if(!page.all, (q) =>
        q.where(sql<boolean>`not exists (select 1 from paper_notice t where t.org_id = n.org_id
          and t.supplier_id = n.supplier_id and t.kind = n.kind and t.paper = n.paper and t.raised_at > n.raised_at)`),
      )
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.id])
    return { rows: shown.map(({ place: _, id: __, ...r }) => r), next }
  },
})
