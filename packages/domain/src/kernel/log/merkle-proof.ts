import { nodeHash, type Sha256 } from './merkle.ts'

/** A complete subtree of a log: the 2^level leaves from index · 2^level on. Once it is complete its hash never changes. */
export type Subtree = { readonly level: number; readonly index: number }

/** What stands for the leaves [from, to): their hash, or only a note that it is needed. */
export type Range<T> = (from: number, to: number) => T

/** The largest power of two below `count`, for count ≥ 2. */
export const split = (count: number) => 2 ** Math.floor(Math.log2(count - 1))

/** The audit path of a leaf in the tree over [from, to), from the leaf upwards: RFC 9162 section 2.1.3.1. */
export function inclusionPath<T>(index: number, from: number, to: number, range: Range<T>): T[] {
  if (to - from === 1) return []
  const middle = from + split(to - from)
  return index < middle
    ? [...inclusionPath(index, from, middle, range), range(middle, to)]
    : [...inclusionPath(index, middle, to, range), range(from, middle)]
}

/** The proof that the tree of `to` leaves extends that of `from` leaves: RFC 9162 section 2.1.4.1. */
export function consistencyPath<T>(from: number, to: number, range: Range<T>): T[] {
  const path = (first: number, start: number, end: number, known: boolean): T[] => {
    if (first === end) return known ? [] : [range(start, end)]
    const middle = start + split(end - start)
    return first <= middle
      ? [...path(first, start, middle, known), range(middle, end)]
      : [...path(first, middle, end, false), range(start, middle)]
  }
  return from === 0 ? [] : path(from, 0, to, true)
}

/**
 * What proves many leaves of one tree at once: the hash of every largest range that holds none of them, left to right.
 * `indexes` ascend and are below `size`.
 */
export function partPath<T>(indexes: readonly number[], size: number, range: Range<T>): T[] {
  const hashes: T[] = []
  walkPart(indexes, size, {
    known: () => undefined,
    other: (from, to) => {
      hashes.push(range(from, to))
    },
    join: () => undefined,
  })
  return hashes
}

/** The root of the tree that `partPath` was made for; undefined when the proof has too few or too many hashes. */
export function partRoot(
  claim: {
    readonly indexes: readonly number[]
    readonly leaves: readonly Uint8Array[]
    readonly size: number
    readonly proof: readonly Uint8Array[]
  },
  sha256: Sha256,
): Uint8Array | undefined {
  const { indexes, leaves, size, proof } = claim
  const ascending = indexes.every((each, i) => Number.isSafeInteger(each) && each > (indexes[i - 1] ?? -1))
  if (!ascending || leaves.length !== indexes.length || (indexes.at(-1) ?? -1) >= size) return undefined
  let used = 0
  const root = walkPart<Uint8Array | undefined>(indexes, size, {
    known: (place) => leaves[place],
    other: () => proof[used++],
    join: (left, right) => left && right && nodeHash(left, right, sha256),
  })
  return used === proof.length ? root : undefined
}

type Visit<T> = {
  /** the leaf at this place of the part */
  readonly known: (place: number) => T
  readonly other: Range<T>
  readonly join: (left: T, right: T) => T
}

function walkPart<T>(indexes: readonly number[], size: number, { known, other, join }: Visit<T>): T {
  const walk = (from: number, to: number, first: number, end: number): T => {
    if (first === end) return other(from, to)
    if (to - from === 1) return known(first)
    const middle = from + split(to - from)
    let cut = first
    while (cut < end && indexes[cut]! < middle) cut += 1
    return join(walk(from, middle, first, cut), walk(middle, to, cut, end))
  }
  return walk(0, size, 0, indexes.length)
}

/** The complete subtrees that make up the leaves [from, to) of a tree, left to right; `from` is where one may begin. */
export function subtreesOf(from: number, to: number): Subtree[] {
  const subtrees: Subtree[] = []
  for (let at = from; at < to; ) {
    const count = 2 ** Math.floor(Math.log2(to - at))
    subtrees.push({ level: Math.log2(count), index: at / count })
    at += count
  }
  return subtrees
}

/** The hash over neighbouring subtrees as `subtreesOf` gives them. */
export const joinSubtrees = (hashes: readonly Uint8Array[], sha256: Sha256): Uint8Array =>
  hashes.length === 0 ? sha256(new Uint8Array()) : hashes.reduceRight((right, left) => nodeHash(left, right, sha256))
