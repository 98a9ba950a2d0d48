import { nodeHash, type Sha256 } from './merkle.ts'
import { joinSubtrees, type Subtree, subtreesOf } from './merkle-proof.ts'

/** A complete subtree with its hash. */
export type HashedSubtree = Subtree & { readonly hash: Uint8Array }

/** A log as far as more can be appended to it: its size, and the hashes of `subtreesOf(0, size)`, left to right. */
export type Edge = { readonly size: number; readonly hashes: readonly Uint8Array[] }

export const EMPTY_EDGE: Edge = { size: 0, hashes: [] }

/** The root of the log that ends in this edge. */
export const edgeRoot = (edge: Edge, sha256: Sha256): Uint8Array => joinSubtrees(edge.hashes, sha256)

/**
 * Appends leaves to a log of which only the edge is known. Gives the edge after them and the subtrees above the leaves
 * that they complete, in the order they are completed. For n leaves it takes fewer than n + log2(size + n) hashes.
 */
export function growTree(
  { size, hashes }: Edge,
  leaves: readonly Uint8Array[],
  sha256: Sha256,
): { readonly edge: Edge; readonly completed: readonly HashedSubtree[] } {
  const edge = subtreesOf(0, size).map((subtree, i): HashedSubtree => ({ ...subtree, hash: hashes[i]! }))
  const completed: HashedSubtree[] = []
  for (const [i, leaf] of leaves.entries()) {
    let last: HashedSubtree = { level: 0, index: size + i, hash: leaf }
    for (let left = edge.at(-1); left?.level === last.level; left = edge.at(-1)) {
      edge.pop()
      last = { level: left.level + 1, index: left.index / 2, hash: nodeHash(left.hash, last.hash, sha256) }
      completed.push(last)
    }
    edge.push(last)
  }
  return { edge: { size: size + leaves.length, hashes: edge.map((e) => e.hash) }, completed }
}
