import type { Judged } from '@haixuan/domain/gate/gate'
import { type Supplier, supplier } from '@haixuan/domain/select/supplier/supplier'
import { sql } from 'kysely'
import { z } from 'zod'
import { type Actor, MEMBER_ROLES } from '../../../platform/commands/actor.ts'
import { filesSeen } from '../../../platform/files/files-seen.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { missing } from '../../../platform/http/records.ts'
import { finding, gateState } from '../../../platform/http/schemas.ts'
import { query } from '../../../platform/queries/query.ts'

export const getSupplier = query({
  name: 'supplier.get',
  path: '/suppliers/:supplier',
  summary: { zh: '供应商档案与各项目中的供应商关', en: 'A supplier: its record and its gate in every project' },
  roles: MEMBER_ROLES,
  params: z.object({ supplier: z.string() }),
  query: z.object({}),
  answer: z.object({
    id: z.string(),
    version: z.int(),
    record: supplier,
    channel: z.string().nullable().describe('name of the channel it came by, as a plan records it'),
    gates: z.array(
      z.object({
        project: z.string(),
        name: z.string(),
        day: z.string(),
        state: gateState,
        findings: z.array(finding),
      }),
    ),
  }),
  async run({ tx, actor, params }) {
    const found = await tx
      .selectFrom('supplier as s')
      .select([
        's.id',
        's.version',
        's.body as record',
        ownPhotos.as('ownPhotos'),
        sql<string | null>`(select c ->> 'name' from project p, jsonb_array_elements(p.plan -> 'channels') c
          where p.org_id = s.org_id and c ->> 'id' = s.body ->> 'channel' order by p.day desc limit 1)`.as('channel'),
        sql<{ project: string; name: string; day: string; state: z.infer<typeof gateState>; findings: Judged[] }[]>`
          coalesce((select jsonb_agg(jsonb_build_object('project', p.id, 'name', p.name, 'day', p.day, 'state', g.state,
              'findings', g.findings) order by p.day desc, p.id)
            from supplier_gate g join project p on p.org_id = g.org_id and p.id = g.project_id
            where g.org_id = s.org_id and g.supplier_id = s.id), '[]')`.as('gates'),
      ])
      .where('s.org_id', '=', actor.org)
      .where('s.id', '=', params.supplier)
      .executeTakeFirst()
    if (!found) throw new Problem('not-found', { why: missing('supplier', params.supplier) })
    const gates = found.gates.map((g) => ({ ...g, findings: g.findings.filter((f) => tells(actor, f)) }))
    const { ownPhotos: own, record, ...shown } = found
    return { ...shown, record: recordFor(actor, record, own), gates }
  },
})

/** A supplier is not told against which lists it was screened, nor of what was found: that is ours to judge. */
export const tells = (actor: Pick<Actor, 'supplier'>, f: Pick<Judged, 'owner'>): boolean =>
  actor.supplier === undefined || f.owner === 'supplier'

/** Photos of its inspections that whoever asks may look at: a supplier is not shown the files of others. */
const ownPhotos = filesSeen(
  sql`select photo #>> '{}' from jsonb_path_query(s.body, '$.inspections[*].**.photos[*]') photo`,
)

function recordFor({ supplier }: Pick<Actor, 'supplier'>, record: Supplier, own: readonly string[]): Supplier {
  if (supplier === undefined) return record
  const ours = (photos: readonly string[]) => photos.filter((photo) => own.includes(photo))
  const inspections = record.inspections.map((i) => ({
    ...i,
    photos: ours(i.photos),
    items: i.items.map((item) => ({ ...item, ...(item.photos ? { photos: ours(item.photos) } : {}) })),
  }))
  return { ...record, screenings: [], inspections }
}
