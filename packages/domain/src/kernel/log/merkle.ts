import { sha256 as pureSha256 } from '@noble/hashes/sha2.js'

/** SHA-256 of some bytes; a caller with a faster one than the pure default passes it in. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array

const HASH_BYTES = 32
const same = (a: Uint8Array, b: Uint8Array) => a.length === b.length && a.every((byte, i) => byte === b[i])

/** Hash of one entry: SHA-256(0x00 || entry), RFC 9162 section 2.1.1. */
export function leafHash(entry: Uint8Array, sha256: Sha256 = pureSha256): Uint8Array {
  const bytes = new Uint8Array(1 + entry.length)
  bytes.set(entry, 1)
  return sha256(bytes)
}

/** Hash of two subtrees: SHA-256(0x01 || left || right), RFC 9162 section 2.1.1. */
export function nodeHash(left: Uint8Array, right: Uint8Array, sha256: Sha256 = pureSha256): Uint8Array {
  const bytes = new Uint8Array(1 + 2 * HASH_BYTES)
  bytes[0] = 1
  bytes.set(left, 1)
  bytes.set(right, 1 + HASH_BYTES)
  return sha256(bytes)
}

const isHash = (hash: Uint8Array) => hash.length === HASH_BYTES
const isSize = (n: number) => Number.isSafeInteger(n) && n >= 0
const half = (n: number) => Math.floor(n / 2)
const isOdd = (n: number) => n % 2 === 1

/** Whether the leaf stands at `index` of the tree of `size` leaves with this root: RFC 9162 section 2.1.3.2. */
export function verifyInclusion(
  claim: { leaf: Uint8Array; index: number; size: number; proof: readonly Uint8Array[]; root: Uint8Array },
  sha256: Sha256 = pureSha256,
): boolean {
  const { leaf, index, size, proof, root } = claim
  if (!isSize(index) || !isSize(size) || index >= size || !isHash(leaf) || !proof.every(isHash)) return false
  let at = index
  let last = size - 1
  let hash = leaf
  for (const sibling of proof) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      hash = nodeHash(sibling, hash, sha256)
      while (!isOdd(at) && at !== 0) {
        at = half(at)
        last = half(last)
      }
    } else {
      hash = nodeHash(hash, sibling, sha256)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && same(hash, root)
}

/** Whether the later tree only appended to the earlier one: RFC 9162 section 2.1.4.2. An empty tree is a prefix of all. */
export function verifyConsistency(
  claim: {
    from: number
    to: number
    proof: readonly Uint8Array[]
    fromRoot: Uint8Array
    toRoot: Uint8Array
  },
  sha256: Sha256 = pureSha256,
): boolean {
  const { from, to, proof, fromRoot, toRoot } = claim
  if (!isSize(from) || !isSize(to) || from > to || !proof.every(isHash)) return false
  if (from === to) return proof.length === 0 && same(fromRoot, toRoot)
  if (from === 0) return proof.length === 0 && same(fromRoot, sha256(new Uint8Array()))
  let at = from - 1
  let last = to - 1
  while (isOdd(at)) {
    at = half(at)
    last = half(last)
  }
  // when the earlier tree is one complete subtree its root starts the path
  const path = at === 0 ? [fromRoot, ...proof] : proof
  const seed = path[0]
  if (seed === undefined) return false
  let earlier = seed
  let later = seed
  for (const sibling of path.slice(1)) {
    if (last === 0) return false
    if (isOdd(at) || at === last) {
      earlier = nodeHash(sibling, earlier, sha256)
      later = nodeHash(sibling, later, sha256)
      while (!isOdd(at) && at !== 0) {
        at = half(at)
        last = half(last)
      }
    } else {
      later = nodeHash(later, sibling, sha256)
    }
    at = half(at)
    last = half(last)
  }
  return last === 0 && same(earlier, fromRoot) && same(later, toRoot)
}
