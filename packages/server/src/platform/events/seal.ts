import type { KeyObject } from 'node:crypto'
import { formatCheckpoint } from '@haixuan/domain/kernel/log/checkpoint'
import { edgeRoot, growTree, type HashedSubtree } from '@haixuan/domain/kernel/log/grow-tree'
import { signNote } from '@haixuan/domain/kernel/log/signed-note'
import { type Kysely, sql, type Transaction } from 'kysely'
import { asSystem } from '../database/scope.ts'
import type { Tables } from '../database/tables.ts'
import { committedOf, HAPPENED_COLUMNS, type Happened, leafOf, logEvent, sha256 } from './log-event.ts'
import { sealingWith } from './log-keys.ts'
import { sign } from './sign.ts'
import { readEdge } from './tree-store.ts'

type Tx = Transaction<Tables>

/** Few at once while commands come one by one; many when an import leaves many. */
const BATCH = 1_000

/** Told once for each batch that is sealed: `{"org":"…","size":n}`, the events below `size` being in the log. */
export const SEALED_CHANNEL = 'haixuan_sealed'

/** Seals all events that are committed now, of every organisation; gives how many. */
export async function sealOnce(db: Kysely<Tables>, master: KeyObject): Promise<number> {
  let sealed = 0
  for (const org of await organisationsWaiting(db)) sealed += await sealOrganisation(db, master, org)
  return sealed
}

/** Seals all events of one organisation that are committed now, after whoever else is sealing it. */
export async function sealOrganisation(db: Kysely<Tables>, master: KeyObject, org: string): Promise<number> {
  let sealed = 0
  for (;;) {
    const batch = await asSystem(db, async (tx) => {
      await holdLog(tx, org)
      return sealBatch(tx, master, org)
    })
    sealed += batch
    if (batch < BATCH) return sealed
  }
}

/** Organisations with events that are not sealed yet: one step in the index for each. */
export async function organisationsWaiting(db: Kysely<Tables>): Promise<string[]> {
  const { rows } = await sql<{ org_id: string }>`
    with recursive waiting as (
      (select org_id from unsealed order by org_id limit 1)
      union all
      select (select u.org_id from unsealed u where u.org_id > w.org_id order by u.org_id limit 1)
      from waiting w where w.org_id is not null
    )
    select org_id from waiting where org_id is not null
  `.execute(db)
  return rows.map((row) => row.org_id)
}

/** Waits until no one else seals this organisation and keeps others off it until the transaction ends. */
export const holdLog = (tx: Tx, org: string): Promise<unknown> =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`seal ${org}`}, 0))`.execute(tx)

/**
 * Appends the next events of an organisation to its log, at most a batch, and signs a checkpoint over them. Places are
 * given in the order of ids among the events that are committed; one that is committed later gets a later place, whatever
 * its id. Whatever an event stands on was committed before it with a smaller id, so facts come before decisions.
 */
export async function sealBatch(tx: Tx, master: KeyObject, org: string): Promise<number> {
  const rows = await tx
    .selectFrom('unsealed as u')
    .innerJoin('happening as h', (on) => on.onRef('h.org_id', '=', 'u.org_id').onRef('h.id', '=', 'u.event_id'))
    .select(HAPPENED_COLUMNS)
    .where('u.org_id', '=', org)
    .orderBy('u.event_id')
    .limit(BATCH)
    .execute()
  if (rows.length === 0) return 0
  const { salt, key } = await sealingWith(tx, master, org)
  const before = await readEdge(tx, org)
  const leaves = rows.map((row, i) => leafOf(logEvent(row, before.size + i), committedOf(row), salt))
  const { edge, completed } = growTree(before, leaves, sha256)
  const root = edgeRoot(edge, sha256)
  const note = signNote(formatCheckpoint({ origin: key.name, size: edge.size, root, extensions: [] }), key, sign)
  await write(tx, org, { from: before.size, rows, leaves, nodes: completed, size: edge.size, root, note })
  return rows.length
}

type Sealed = {
  readonly from: number
  readonly rows: readonly Happened[]
  readonly leaves: readonly Uint8Array[]
  readonly nodes: readonly HashedSubtree[]
  readonly size: number
  readonly root: Uint8Array
  readonly note: string
}

/** Writes what was sealed: leaves with their events, which wait no more, their counts, the tree above them, and the checkpoint. */
async function write(tx: Tx, org: string, { from, rows, leaves, nodes, size, root, note }: Sealed): Promise<void> {
  const ids = rows.map((row) => row.id)
  await sql`
    with placed as (
      insert into leaf (org_id, seq, hash, event_id, committed)
      select ${org}, ${from} + place - 1, hash, id, string_to_array(committed, ',')
      from unnest(${buffers(leaves)}::bytea[], ${ids}::bigint[], ${rows.map((row) => committedOf(row).join())}::text[])
        with ordinality as l (hash, id, committed, place)
    ), waits as (
      delete from unsealed where org_id = ${org} and event_id = any (${ids}::bigint[])
    ), counted as (
      insert into sealed_count as c (org_id, project_id, type, n, newest, last_at)
      select ${org}, coalesce(project_id, ''), type, count(*), max(id), max(at)
      from happening where org_id = ${org} and id = any (${ids}::bigint[])
      group by 2, 3
      on conflict (org_id, project_id, type) do update set n = c.n + excluded.n,
        newest = greatest(c.newest, excluded.newest), last_at = greatest(c.last_at, excluded.last_at)
    ), grown as (
      insert into tree_node (org_id, level, index, hash)
      select ${org}, level, index, hash
      from unnest(${nodes.map((n) => n.level)}::int[], ${nodes.map((n) => n.index)}::bigint[],
        ${buffers(nodes.map((n) => n.hash))}::bytea[]) as n (level, index, hash)
    ), signed as (
      insert into checkpoint (org_id, size, root, note, at) values (${org}, ${size}, ${Buffer.from(root)}, ${note}, now())
    )
    select pg_notify(${SEALED_CHANNEL}, ${JSON.stringify({ org, size })})
  `.execute(tx)
}

const buffers = (hashes: readonly Uint8Array[]) => hashes.map((hash) => Buffer.from(hash))
