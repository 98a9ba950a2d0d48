import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leafHash } from './merkle.ts'
import { inclusionPath, joinSubtrees, partPath, partRoot, type Subtree, subtreesOf } from './merkle-proof.ts'
import { MerkleTree } from './merkle-tree.ts'

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const hex = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('hex')

const MOST = 200
const tree = new MerkleTree(sha256)
for (let i = 0; i < MOST; i += 1) tree.append(leafHash(Buffer.from(`entry ${i}`), sha256))
const leaves = (indexes: readonly number[]) => indexes.map((i) => tree.leaf(i))

/** The hash of leaves [from, to) by the definition of RFC 9162 section 2.1.1, from the leaves alone. */
function byDefinition(from: number, to: number): Uint8Array {
  if (to - from === 1) return tree.leaf(from)
  let half = 1
  while (half * 2 < to - from) half *= 2
  return sha256(Buffer.concat([Buffer.of(1), byDefinition(from, from + half), byDefinition(from + half, to)]))
}

describe('subtrees', () => {
  // RFC 9162 section 2.1.5: a tree of 7 leaves is k (0–3), i (4–5) and the leaf 6
  test('of seven leaves', () =>
    expect(subtreesOf(0, 7)).toEqual([
      { level: 2, index: 0 },
      { level: 1, index: 2 },
      { level: 0, index: 6 },
    ] satisfies Subtree[]))

  test('join to the root of any size', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: MOST }), (size) => {
        const hashes = subtreesOf(0, size).map(({ level, index }) =>
          byDefinition(index * 2 ** level, (index + 1) * 2 ** level),
        )
        expect(hex(joinSubtrees(hashes, sha256))).toBe(hex(tree.root(size)))
      }),
    ))

  test('stand for every range a proof names', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MOST }), fc.nat(), (size, n) => {
        for (const [from, to] of inclusionPath(n % size, 0, size, (a, b) => [a, b] as const)) {
          const hashes = subtreesOf(from, to).map(({ level, index }) =>
            byDefinition(index * 2 ** level, (index + 1) * 2 ** level),
          )
          expect(hex(joinSubtrees(hashes, sha256))).toBe(hex(byDefinition(from, to)))
        }
      }),
    ))
})

describe('the proof of a part', () => {
  const part = fc.integer({ min: 1, max: MOST }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      indexes: fc.subarray([...Array(size).keys()], { minLength: 0 }),
    }),
  )

  test('gives the root of the whole', () =>
    fc.assert(
      fc.property(part, ({ size, indexes }) => {
        const proof = partPath(indexes, size, byDefinition)
        expect(hex(partRoot({ indexes, leaves: leaves(indexes), size, proof }, sha256))).toBe(hex(tree.root(size)))
      }),
    ))

  // of eight leaves, 2 and 3 are known: what is missing is [0, 2) and [4, 8)
  test('is as short as it can be', () =>
    expect(partPath([2, 3], 8, (from, to) => [from, to])).toEqual([
      [0, 2],
      [4, 8],
    ]))

  test('does not hold for another leaf, place, size or number of hashes', () =>
    fc.assert(
      fc.property(
        part.filter(({ indexes }) => indexes.length > 0),
        fc.nat(),
        ({ size, indexes }, n) => {
          const proof = partPath(indexes, size, byDefinition)
          const held = leaves(indexes)
          const root = hex(tree.root(size))
          const at = n % indexes.length
          const other = held.with(at, sha256(held[at]!))
          expect(hex(partRoot({ indexes, leaves: other, size, proof }, sha256))).not.toBe(root)
          const more = [...proof, sha256(Buffer.of())]
          expect(partRoot({ indexes, leaves: held, size, proof: more }, sha256)).toBeUndefined()
          if (proof.length > 0)
            expect(partRoot({ indexes, leaves: held, size, proof: proof.slice(1) }, sha256)).toBeUndefined()
          expect(partRoot({ indexes: [...indexes, size], leaves: held, size, proof }, sha256)).toBeUndefined()
          const moved = indexes.with(at, (indexes[at]! + 1) % size).sort((a, b) => a - b)
          if (new Set(moved).size === moved.length && moved.some((each, i) => each !== indexes[i]))
            expect(hex(partRoot({ indexes: moved, leaves: held, size, proof }, sha256))).not.toBe(root)
        },
      ),
    ))
})
