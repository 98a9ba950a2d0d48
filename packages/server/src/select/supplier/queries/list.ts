import { SUPPLIER_KINDS } from '@haixuan/domain/select/supplier/supplier'
import { sql } from 'kysely'
import { z } from 'zod'
import { MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { gateState } from '../../../platform/http/schemas.ts'
import { pageAnswer, pageOf, pagePieces, pageRows, searching } from '../../../platform/queries/page.ts'
import { query } from '../../../platform/queries/query.ts'

const NEVER = '9999-12-31'
const SORTS = {
  name: sql`s.name`,
  updated: sql`s.updated_at`,
  lapses: sql`coalesce(s.lapses, ${NEVER}::date)`,
  papers: sql`coalesce(s.paper_until, ${NEVER}::date)`,
}
const decision = z.enum(['qualified', 'conditional', 'rejected'])

export const listSuppliers = query({
  name: 'supplier.list',
  path: '/suppliers',
  summary: { zh: '供应商', en: 'Suppliers of the organisation' },
  roles: MEMBER_ROLES,
  params: z.object({}),
  query: pageOf(['name', 'updated', 'lapses', 'papers']).extend({
    country: z.string().length(2).optional(),
    kind: z.enum(SUPPLIER_KINDS).optional(),
    decision: z
      .enum([...decision.options, 'none'])
      .optional()
      .describe('`none`: not decided yet'),
    project: z.string().optional().describe('those that stand in this project'),
    state: gateState.optional().describe('state of the gate, in `project` or in any open one'),
    owes: z.string().optional().describe('role that owes something at its gate'),
    'lapses-before': z.iso.date().optional().describe('a paper or the decision ends before this day'),
  }),
  answer: pageAnswer(
    z.object({
      id: z.string(),
      version: z.int(),
      name: z.string(),
      country: z.string(),
      kind: z.enum(SUPPLIER_KINDS),
      decision: decision.nullable(),
      lapses: z.string().nullable().describe('last day of the decision'),
      paperUntil: z.string().nullable().describe('the day on which the first of its papers lapses'),
      products: z.int().describe('candidates in open projects'),
      gates: z.array(z.object({ project: z.string(), name: z.string(), day: z.string(), state: gateState })),
    }),
  ),
  async run({ tx, actor, query: page }) {
    const column = SORTS[page.sort.replace('-', '') as keyof typeof SORTS]
    const { where, order } = pagePieces(page, { column, id: sql`s.id` })
    const before = page['lapses-before']
    const gate = page.project !== undefined || page.state !== undefined || page.owes !== undefined
    const rows = await tx
      .selectFrom('supplier as s')
      .select((e) => [
        's.id',
        's.version',
        's.name',
        's.country',
        's.kind',
        e.ref('s.decision').$castTo<z.infer<typeof decision> | null>().as('decision'),
        's.lapses',
        's.paper_until as paperUntil',
        sql<number>`(select count(*)::int from product x join project p on p.org_id = x.org_id and p.id = x.project_id
          and p.closed_at is null where x.org_id = s.org_id and x.supplier_id = s.id)`.as('products'),
        sql<{ project: string; name: string; day: string; state: z.infer<typeof gateState> }[]>`coalesce((
          select jsonb_agg(jsonb_build_object('project', p.id, 'name', p.name, 'day', p.day, 'state', g.state)
            order by p.day desc, p.id)
          from supplier_gate g join project p on p.org_id = g.org_id and p.id = g.project_id
          where g.org_id = s.org_id and g.supplier_id = s.id), '[]')`.as('gates'),
        sql<unknown>`${column}`.as('place'),
      ])
      .where('s.org_id', '=', actor.org)
      .where(where)
      .where(searching(sql`s.search`, page.q))
      .$if(page.country !== undefined, (q) => q.where('s.country', '=', page.country as string))
      .$if(page.kind !== undefined, (q) => q.where('s.kind', '=', page.kind as never))
      .$if(page.decision !== undefined, (q) =>
        page.decision === 'none'
          ? q.where('s.decision', 'is', null)
          : q.where('s.decision', '=', page.decision as string),
      )
      .$if(before !== undefined, (q) =>
        q.where((w) => w.or([w('s.paper_until', '<', before as string), w('s.lapses', '<', before as string)])),
      )
      .$if(gate, (q) =>
        q.where(sql<boolean>`exists (
          select 1 from supplier_gate g join project p on p.org_id = g.org_id and p.id = g.project_id
          where g.org_id = s.org_id and g.supplier_id = s.id
            and (${page.project ?? null}::text is null and p.closed_at is null or g.project_id = ${page.project ?? null})
            and (${page.state ?? null}::text is null or g.state = ${page.state ?? null})
            and (${page.owes ?? null}::text is null or g.owes @> array[${page.owes ?? null}::text]))`),
      )
      .orderBy(order as never)
      .limit(page.limit + 1)
      .execute()
    const { rows: shown, next } = pageRows(rows, page, (r) => [r.place, r.id])
    return { rows: shown.map(({ place: _, ...r }) => r), next }
  },
})
