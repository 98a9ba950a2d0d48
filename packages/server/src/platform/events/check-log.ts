import type { KeyObject } from 'node:crypto'
import { type Checkpoint, parseCheckpoint } from '@haixuan/domain/kernel/log/checkpoint'
import { EMPTY_EDGE, edgeRoot, growTree, type HashedSubtree } from '@haixuan/domain/kernel/log/grow-tree'
import { openNote, parseVerifierKey, type VerifierKey } from '@haixuan/domain/kernel/log/signed-note'
import { type Kysely, sql, type Transaction } from 'kysely'
import { asSystem } from '../database/scope.ts'
import type { Tables } from '../database/tables.ts'
import { type EventRow, LEAF_COLUMNS, leafOf, logEvent, sha256 } from './log-event.ts'
import { saltOf } from './log-keys.ts'

type Tx = Transaction<Tables>

/** Something in the database that is not as it was sealed: `where` names the event by its place, the tree or the checkpoint. */
export type LogFault = {
  readonly code:
    | 'event.changed'
    | 'event.missing'
    | 'event.added'
    | 'leaf.missing'
    | 'tree.changed'
    | 'checkpoint.root'
    | 'checkpoint.signature'
    | 'checkpoint.missing'
  readonly where: string
}
type Stored = { readonly root: Buffer; readonly note: string; readonly size: number }
type Leaf = { readonly seq: number; readonly hash: Buffer | null }

const BATCH = 1000
const MOST = 500

/**
 * Computes an organisation's log again from its events and compares what was sealed: leaves, tree, every checkpoint.
 * Names what differs, at most 500 faults. Needs memory for one batch of events, however long the log.
 */
export const checkLog = (db: Kysely<Tables>, master: KeyObject, org: string): Promise<readonly LogFault[]> =>
  asSystem(db, async (tx) => {
    await sql`set transaction isolation level repeatable read read only`.execute(tx)
    const faults: LogFault[] = []
    for await (const fault of faultsOf(tx, master, org)) {
      faults.push(fault)
      if (faults.length === MOST) break
    }
    return faults
  })

async function* faultsOf(tx: Tx, master: KeyObject, org: string): AsyncGenerator<LogFault> {
  yield* await strayEvents(tx, org)
  const last = await lastPlace(tx, org)
  if (last < 0) return
  const salt = (await saltOf(tx, master, org)) ?? new Uint8Array()
  const verifiers = await verifierKeys(tx, org)
  let edge = EMPTY_EDGE
  let proven = 0
  for (let from = 0; from <= last; from += BATCH) {
    const to = Math.min(from + BATCH, last + 1)
    const leaves = await leavesBetween(tx, org, from, to)
    yield* eventFaults(leaves, await eventsBetween(tx, org, from, to), salt)
    const checkpoints = await checkpointsBetween(tx, org, from, to)
    // the tree stands on the leaves as they were sealed, so that one changed event is one fault
    for (const [size, stored] of [...checkpoints.map((c) => [c.size, c] as const), [to, undefined] as const]) {
      const hashes = leaves.slice(edge.size - from, size - from).map(({ hash }) => hash ?? Buffer.alloc(32))
      const grown = growTree(edge, hashes, sha256)
      yield* treeFaults(await nodesOf(tx, org, grown.completed), grown.completed)
      edge = grown.edge
      if (!stored) continue
      yield* checkpointFaults(stored, edgeRoot(edge, sha256), verifiers)
      proven = stored.size
    }
  }
  if (proven !== last + 1) yield { code: 'checkpoint.missing', where: `checkpoint ${last + 1}` }
}

/** Events that have no place and wait for none: the log never told of them. */
async function strayEvents(tx: Tx, org: string): Promise<LogFault[]> {
  const { rows } = await sql<{ before: number | null }>`
    select (select max(l.seq) from leaf l where l.org_id = h.org_id and l.event_id < h.id) as before from happening h
    where h.org_id = ${org}
      and not exists (select from leaf l where l.org_id = h.org_id and l.event_id = h.id)
      and not exists (select from unsealed u where u.org_id = h.org_id and u.event_id = h.id)
    order by h.id limit ${MOST}
  `.execute(tx)
  return rows.map(({ before }) => ({
    code: 'event.added',
    where: before === null ? 'before event 0' : `after event ${before}`,
  }))
}

/** The last place that a leaf or a checkpoint speaks of; -1 when there is none. */
async function lastPlace(tx: Tx, org: string): Promise<number> {
  const { rows } = await sql<{ last: number }>`
    select greatest(
      coalesce((select max(seq) from leaf where org_id = ${org}), -1),
      coalesce((select max(size) from checkpoint where org_id = ${org}), 0) - 1
    ) as last
  `.execute(tx)
  return rows[0]!.last
}

/** Every place in its order; no hash where a leaf is missing. */
async function leavesBetween(tx: Tx, org: string, from: number, to: number): Promise<Leaf[]> {
  const { rows } = await sql<Leaf>`
    select p.seq, l.hash from generate_series(${from}::bigint, ${to - 1}::bigint) as p (seq)
    left join leaf l on l.org_id = ${org} and l.seq = p.seq order by p.seq
  `.execute(tx)
  return rows
}

const eventsBetween = (tx: Tx, org: string, from: number, to: number): Promise<EventRow[]> =>
  tx
    .selectFrom('event')
    .select(LEAF_COLUMNS)
    .where('org_id', '=', org)
    .where('seq', '>=', from)
    .where('seq', '<', to)
    .execute()

/** Checkpoints at a size beyond `from`, up to `to`, in their order. */
const checkpointsBetween = (tx: Tx, org: string, from: number, to: number): Promise<Stored[]> =>
  tx
    .selectFrom('checkpoint')
    .select(['size', 'root', 'note'])
    .where('org_id', '=', org)
    .where('size', '>', from)
    .where('size', '<=', to)
    .orderBy('size')
    .execute()

async function nodesOf(tx: Tx, org: string, wanted: readonly HashedSubtree[]): Promise<(Buffer | null)[]> {
  const { rows } = await sql<{ hash: Buffer | null }>`
    select n.hash
    from unnest(${wanted.map((n) => n.level)}::int[], ${wanted.map((n) => n.index)}::bigint[])
      with ordinality as w (level, index, place)
    left join tree_node n on n.org_id = ${org} and n.level = w.level and n.index = w.index
    order by w.place
  `.execute(tx)
  return rows.map((row) => row.hash)
}

async function verifierKeys(tx: Tx, org: string): Promise<VerifierKey[]> {
  const keys = await tx.selectFrom('log_key').select('public_key').where('org_id', '=', org).execute()
  return keys.flatMap(({ public_key }) => (public_key === null ? [] : [parseVerifierKey(public_key)]))
}

function* eventFaults(leaves: readonly Leaf[], events: readonly EventRow[], salt: Uint8Array): Generator<LogFault> {
  const bySeq = new Map(events.map((e) => [e.seq, e]))
  for (const { seq, hash } of leaves) {
    const where = `event ${seq}`
    const event = bySeq.get(seq)
    if (!hash) yield { code: 'leaf.missing', where }
    else if (!event) yield { code: 'event.missing', where }
    else if (!hash.equals(leafAgain(event, seq, salt))) yield { code: 'event.changed', where }
  }
}

function leafAgain(row: EventRow, seq: number, salt: Uint8Array): Uint8Array {
  try {
    return leafOf(logEvent(row, seq), row.committed ?? [], salt)
  } catch {
    // it has become something that no leaf could be made of
    return new Uint8Array()
  }
}

function* treeFaults(stored: readonly (Buffer | null)[], wanted: readonly HashedSubtree[]): Generator<LogFault> {
  for (const [i, { level, index, hash }] of wanted.entries())
    if (!stored[i]?.equals(hash))
      yield { code: 'tree.changed', where: `events ${index * 2 ** level} to ${(index + 1) * 2 ** level - 1}` }
}

function* checkpointFaults(stored: Stored, root: Uint8Array, keys: readonly VerifierKey[]): Generator<LogFault> {
  const where = `checkpoint ${stored.size}`
  const told = keys.map((key) => opened(stored.note, key)).find((checkpoint) => checkpoint !== undefined)
  if (!told) yield { code: 'checkpoint.signature', where }
  const roots = [stored.root, ...(told ? [told.root] : [])]
  if ((told && told.size !== stored.size) || roots.some((each) => !Buffer.from(each).equals(root)))
    yield { code: 'checkpoint.root', where }
}

function opened(note: string, key: VerifierKey): Checkpoint | undefined {
  try {
    const text = openNote(note, key)
    return text === undefined ? undefined : parseCheckpoint(text)
  } catch {
    return undefined
  }
}
