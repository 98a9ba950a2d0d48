import { sha256 as pure } from '@noble/hashes/sha2.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Edge, EMPTY_EDGE, edgeRoot, growTree } from './grow-tree.ts'
import { leafHash, type Sha256 } from './merkle.ts'
import { MerkleTree } from './merkle-tree.ts'

const leaves = Array.from({ length: 300 }, (_, i) => leafHash(Uint8Array.of(i % 256, i >> 8)))
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

describe('a log of which only the edge is known', () => {
  test('grown in any steps has the roots and subtrees of the whole tree', () =>
    fc.assert(
      fc.property(fc.array(fc.nat(60), { maxLength: 5 }), (steps) => {
        const whole = new MerkleTree()
        const seen = new Set<string>()
        let edge: Edge = EMPTY_EDGE
        for (const step of steps) {
          const next = leaves.slice(edge.size, edge.size + step)
          const grown = growTree(edge, next, pure)
          for (const leaf of next) whole.append(leaf)
          for (const { level, index } of grown.completed) seen.add(`${level} ${index}`)
          edge = grown.edge
          expect(hex(edgeRoot(edge, pure))).toBe(hex(whole.root()))
        }
        // every complete subtree above the leaves, once: floor(n / 2^level) at each level
        const wanted: string[] = []
        for (let level = 1; 2 ** level <= edge.size; level += 1)
          for (let index = 0; (index + 1) * 2 ** level <= edge.size; index += 1) wanted.push(`${level} ${index}`)
        expect([...seen].sort()).toEqual(wanted.sort())
      }),
    ))

  test('takes about one hash a leaf', () => {
    let hashes = 0
    const counting: Sha256 = (bytes) => {
      hashes += 1
      return pure(bytes)
    }
    const { edge } = growTree(EMPTY_EDGE, leaves.slice(0, 255), pure)
    growTree(edge, leaves.slice(255, 300), counting)
    // 300 leaves complete 296 subtrees (150 + 75 + 37 + 18 + 9 + 4 + 2 + 1), 255 leaves 247: 49 more
    expect(hashes).toBe(49)
  })
})
