import { type Supplier, supplier as supplierSchema } from '@haixuan/domain/select/supplier/supplier'
import { sql } from 'kysely'
import { searchWords } from '../../flow/search-words.ts'
import type { Asked } from '../../platform/commands/command.ts'
import { parseRecord } from '../../platform/commands/parse-record.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { because } from '../because.ts'
import { papersIn } from './papers/papers-in.ts'

type In = Pick<Asked, 'tx' | 'actor'>
type Saving = In & Pick<Asked, 'house'>

/** The columns that lists read, from the record. */
const columnsOf = (body: Supplier, { standard }: Asked['house']) => ({
  body: JSON.stringify(body),
  name: body.name,
  country: body.country,
  decision: body.decision?.result ?? null,
  lapses: body.decision?.lapses ?? null,
  paper_until: papersIn(body, standard)[0]?.until ?? null,
  search: sql`array_to_tsvector(${searchWords([body.id, body.name, ...body.names].join(' '))})`,
})

/** A supplier locked for the rest of the transaction. @throws Problem */
export async function supplierForUpdate(
  { tx, actor }: In,
  id: string,
): Promise<{ readonly version: number; readonly body: Supplier }> {
  const row = await tx
    .selectFrom('supplier')
    .select(['version', 'body'])
    .where('org_id', '=', actor.org)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { why: missing('supplier', id) })
  return row
}

/** @throws Problem when the id is taken */
export async function insertSupplier({ tx, actor, house }: Saving, body: Supplier, now: string): Promise<void> {
  const done = await tx
    .insertInto('supplier')
    .values({ org_id: actor.org, id: body.id, version: 1, ...columnsOf(body, house), created_at: now, updated_at: now })
    .onConflict((c) => c.columns(['org_id', 'id']).doNothing())
    .executeTakeFirst()
  if (done.numInsertedOrUpdatedRows === 0n)
    throw new Problem('already-exists', { why: because('supplier-exists', { id: body.id }) })
}

/** Adds suppliers in one statement; gives the ids added. One that is on record is left as it is. */
export async function insertSuppliers(
  { tx, actor, house }: Saving,
  bodies: readonly Supplier[],
  now: string,
): Promise<string[]> {
  if (bodies.length === 0) return []
  const rows = bodies.map((body) => ({
    org_id: actor.org,
    id: body.id,
    version: 1,
    ...columnsOf(body, house),
    created_at: now,
    updated_at: now,
  }))
  const added = await tx
    .insertInto('supplier')
    .values(rows)
    .onConflict((c) => c.columns(['org_id', 'id']).doNothing())
    .returning('id')
    .execute()
  return added.map((r) => r.id)
}

export async function saveSupplier(
  { tx, actor, house }: Saving,
  body: Supplier,
  version: number,
  now: string,
): Promise<void> {
  await tx
    .updateTable('supplier')
    .set({ version, ...columnsOf(body, house), updated_at: now })
    .where('org_id', '=', actor.org)
    .where('id', '=', body.id)
    .execute()
}

/** The open projects a supplier stands in, locked so that its gate is decided there. */
export const projectsOfSupplier = ({ tx, actor }: In, id: string) =>
  tx
    .selectFrom('project as p')
    .innerJoin('supplier_gate as g', (on) => on.onRef('g.org_id', '=', 'p.org_id').onRef('g.project_id', '=', 'p.id'))
    .select(['p.id', 'p.plan', 'p.state'])
    .where('p.org_id', '=', actor.org)
    .where('g.supplier_id', '=', id)
    .where('p.closed_at', 'is', null)
    .orderBy('p.id')
    .forShare('p')
    .execute()

/** @throws BadInput naming the field */
export const parseSupplier = (record: unknown): Supplier => parseRecord(supplierSchema, record, 'supplier')
