import { hash } from 'node:crypto'
import { canonicalBytes } from '@haixuan/domain/kernel/log/canonical-json'
import { commitFields } from '@haixuan/domain/kernel/log/commitment'
import type { Event } from '@haixuan/domain/kernel/log/event'
import { leafHash } from '@haixuan/domain/kernel/log/merkle'
import type { Selectable } from 'kysely'
import type { Tables } from '../database/tables.ts'

export const sha256 = (bytes: Uint8Array): Buffer => hash('sha256', bytes, 'buffer')

/** The columns of what happened that its leaf is made from. */
export const HAPPENED_COLUMNS = [
  'id',
  'at',
  'type',
  'actor',
  'subject',
  'clause',
  'project_id',
  'supplier_id',
  'body',
] as const
/** The same of an event that may have its place. */
export const LEAF_COLUMNS = [...HAPPENED_COLUMNS, 'seq', 'committed'] as const
export type Happened = Pick<Selectable<Tables['happening']>, (typeof HAPPENED_COLUMNS)[number]>
export type EventRow = Pick<Selectable<Tables['event']>, (typeof LEAF_COLUMNS)[number]>

/**
 * Fields of a body that the log holds as commitments: what a house may have to keep from someone it gives an archive to.
 * Sealing notes them with the event, so that a change here leaves what is sealed as it is.
 */
const COMMITTED: Readonly<Record<string, readonly string[]>> = {
  'plan.recorded': ['plan'],
  'supplier.recorded': ['supplier'],
  'supplier.changed': ['supplier'],
  'product.recorded': ['facts', 'offer'],
}

/** Every field that can be kept out of an archive. */
export const WITHHOLDABLE: readonly string[] = [...new Set(Object.values(COMMITTED).flat())].sort()

/** The fields of a new event that are committed to, by its type and body. */
export const committedOf = ({ type, body }: Pick<EventRow, 'type' | 'body'>): string[] =>
  (COMMITTED[type] ?? []).filter((field) => Object.hasOwn(body, field))

/** The event as the log tells it, at its place. */
export const logEvent = (row: Omit<Happened, 'id'>, seq: number): Event => ({
  seq,
  at: row.at as Event['at'],
  type: row.type,
  actor: row.actor,
  subject: row.subject,
  clause: row.clause,
  ...(row.project_id === null ? {} : { project: row.project_id }),
  ...(row.supplier_id === null ? {} : { supplier: row.supplier_id }),
  body: row.body,
})

/** The hash of an event in the tree: of its canonical bytes, commitments in place of the fields named. */
export const leafOf = (event: Event, committed: readonly string[], salt: Uint8Array): Uint8Array =>
  leafHash(canonicalBytes(commitFields(event, committed, salt)[0]), sha256)
