import type { Edge } from '@haixuan/domain/kernel/log/grow-tree'
import { joinSubtrees, type Range, type Subtree, subtreesOf } from '@haixuan/domain/kernel/log/merkle-proof'
import { sql, type Transaction } from 'kysely'
import type { Tables } from '../database/tables.ts'
import { sha256 } from './log-event.ts'

type Tx = Transaction<Tables>
type Named = Subtree & { readonly hash: Buffer | null }

/** Reads the hashes of complete subtrees, leaves among them, in the order given: one query, by primary key. */
async function hashesOf(tx: Tx, org: string, subtrees: readonly Subtree[]): Promise<Buffer[]> {
  const levels = subtrees.map((s) => s.level)
  const indexes = subtrees.map((s) => s.index)
  const { rows } = await sql<Named>`
    select s.level, s.index, coalesce(n.hash, l.hash) as hash
    from unnest(${levels}::int[], ${indexes}::bigint[]) with ordinality as s (level, index, place)
    left join tree_node n on n.org_id = ${org} and n.level = s.level and n.index = s.index
    left join leaf l on s.level = 0 and l.org_id = ${org} and l.seq = s.index
    order by s.place
  `.execute(tx)
  return rows.map(({ level, index, hash }) => {
    if (!hash) throw new Error(`the log of ${org} lacks the subtree ${index} at level ${level}`)
    return hash
  })
}

/** The newest checkpoint of an organisation's log; undefined before anything is sealed. */
export const newestCheckpoint = (tx: Tx, org: string) =>
  tx
    .selectFrom('checkpoint')
    .select(['size', 'root', 'note', 'at'])
    .where('org_id', '=', org)
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst()

/** Where the log ends: all that is needed to append to it. */
export async function readEdge(tx: Tx, org: string): Promise<Edge> {
  const size = (await newestCheckpoint(tx, org))?.size ?? 0
  return { size, hashes: await hashesOf(tx, org, subtreesOf(0, size)) }
}

/** Computes a proof from the stored tree: `path` says which ranges it is made of. */
export const proofFrom = (
  tx: Tx,
  org: string,
  path: (range: Range<readonly [number, number]>) => readonly (readonly [number, number])[],
): Promise<Uint8Array[]> =>
  rangeHashes(
    tx,
    org,
    path((from, to) => [from, to]),
  )

/** The hashes over ranges of leaves that nodes of some tree stand for. */
export async function rangeHashes(
  tx: Tx,
  org: string,
  of: readonly (readonly [from: number, to: number])[],
): Promise<Uint8Array[]> {
  const ranges = of.map(([from, to]) => subtreesOf(from, to))
  const hashes = await hashesOf(tx, org, ranges.flat())
  let at = 0
  return ranges.map((subtrees) => {
    at += subtrees.length
    return joinSubtrees(hashes.slice(at - subtrees.length, at), sha256)
  })
}
