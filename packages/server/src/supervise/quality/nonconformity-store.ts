import type { DefectClass } from '@haixuan/domain/supervise/quality/lot'
import {
  inTime,
  type Nonconformity,
  type NonconformityStep,
  nextStep,
} from '@haixuan/domain/supervise/quality/nonconformity'
import type { Asked } from '../../platform/commands/command.ts'
import { checkSeen } from '../../platform/commands/seen.ts'
import type { NewEvent } from '../../platform/events/append.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { dayHere } from '../../platform/settings/day-here.ts'

type With = Pick<Asked, 'tx' | 'actor' | 'now' | 'house'>
type Opening = {
  readonly project: string
  readonly product: string
  readonly supplier: string
  readonly lot?: string | undefined
  readonly class: DefectClass
  readonly what: string
}

/** Columns that follow from a record: what is owed next, and how many steps were taken in time. */
function standing({ house }: Pick<With, 'house'>, record: Nonconformity) {
  const { next, due } = nextStep(house.standard.quality, record)
  return {
    body: JSON.stringify(record),
    next,
    due,
    owner: house.standard.quality.steps.find((s) => s.id === next)?.owner ?? null,
    steps_due: record.steps.length,
    steps_in_time: record.steps.filter(inTime).length,
  }
}

/** Opens a nonconformity; nothing when one of this lot is open already. */
export async function openNonconformity(asked: With, { project, product, supplier, lot, ...told }: Opening) {
  const { tx, actor, now, house } = asked
  const id = `NC-${crypto.randomUUID()}`
  const record: Nonconformity = { ...told, opened: { by: actor.name, at: now, on: dayHere(house, now) }, steps: [] }
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('nonconformity')
    .values({
      org_id: actor.org,
      id,
      version: 1,
      project_id: project,
      product_id: product,
      supplier_id: supplier,
      lot_id: lot ?? null,
      class: told.class,
      what: told.what,
      ...standing(asked, record),
      created_at: now,
      updated_at: now,
    })
    .onConflict((c) => c.doNothing())
    .executeTakeFirstOrThrow()
  if (!numInsertedOrUpdatedRows) return undefined
  const body = { version: 1, product, ...(lot === undefined ? {} : { lot }), record }
  const event: NewEvent = { type: 'nonconformity.opened', subject: id, clause: 'S1', project, supplier, body }
  return { id, event }
}

export type StoredNonconformity = {
  readonly id: string
  readonly version: number
  readonly project: string
  readonly supplier: string
  readonly record: Nonconformity
}

/** A nonconformity locked for the rest of the transaction, at the version seen. @throws Problem */
export async function nonconformityForUpdate(
  asked: Pick<Asked, 'tx' | 'actor' | 'version'>,
  id: string,
): Promise<StoredNonconformity> {
  const { tx, actor } = asked
  const row = await tx
    .selectFrom('nonconformity')
    .select(['version', 'project_id', 'supplier_id', 'body'])
    .where('org_id', '=', actor.org)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw new Problem('not-found', { why: missing('nonconformity', id) })
  await checkSeen(asked, id, row.version)
  return { id, version: row.version, project: row.project_id, supplier: row.supplier_id, record: row.body }
}

type Followed = {
  readonly events: readonly NewEvent[]
  readonly version: number
  readonly next: NonconformityStep | null
  readonly due: string | null
}

export async function saveNonconformity(
  asked: With,
  before: StoredNonconformity,
  record: Nonconformity,
): Promise<Followed> {
  const { tx, actor, now } = asked
  const version = before.version + 1
  const after = standing(asked, record)
  await tx
    .updateTable('nonconformity')
    .set({ ...after, version, updated_at: now })
    .where('org_id', '=', actor.org)
    .where('id', '=', before.id)
    .execute()
  const taken = record.steps.at(-1)
  const event: NewEvent = {
    type: 'nonconformity.followed',
    subject: before.id,
    clause: 'S1',
    project: before.project,
    supplier: before.supplier,
    body: { version, taken, record },
  }
  return { events: [event], version, next: after.next, due: after.due }
}
