import { createHash } from 'node:crypto'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { leafHash, verifyConsistency, verifyInclusion } from './merkle.ts'
import { MerkleTree } from './merkle-tree.ts'

/** The reference tree of the Certificate Transparency test suite (RFC 6962). */
const ENTRIES = [
  '',
  '00',
  '10',
  '2021',
  '3031',
  '40414243',
  '5051525354555657',
  '606162636465666768696a6b6c6d6e6f',
].map(hexToBytes)
const ROOTS = [
  'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
]
/** [index, size, path] */
const PATHS: [number, number, string[]][] = [
  [0, 1, []],
  [
    0,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    5,
    8,
    [
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
  [
    1,
    5,
    [
      '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
]
/** [from, to, proof] */
const PROOFS: [number, number, string[]][] = [
  [1, 1, []],
  [
    1,
    8,
    [
      '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
    ],
  ],
  [
    6,
    8,
    [
      '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
      'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
      'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
    ],
  ],
  [
    2,
    5,
    [
      '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
      'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
    ],
  ],
]

const sha256 = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest())
const treeOf = (entries: readonly Uint8Array[]) => {
  const tree = new MerkleTree(sha256)
  for (const entry of entries) tree.append(leafHash(entry, sha256))
  return tree
}

describe('the reference tree of Certificate Transparency', () => {
  const tree = treeOf(ENTRIES)

  test('roots, as the tree grows and looked back on', () => {
    ROOTS.forEach((root, size) => {
      expect(bytesToHex(treeOf(ENTRIES.slice(0, size)).root())).toBe(root)
      expect(bytesToHex(tree.root(size))).toBe(root)
    })
  })

  test.each(PATHS)('path of leaf %i in the tree of %i', (index, size, path) => {
    expect(tree.inclusionProof(index, size).map(bytesToHex)).toEqual(path)
    const claim = { leaf: leafHash(ENTRIES[index]!), index, size, root: hexToBytes(ROOTS[size]!) }
    expect(verifyInclusion({ ...claim, proof: path.map(hexToBytes) })).toBe(true)
  })

  test.each(PROOFS)('the tree of %i leaves grew into the tree of %i', (from, to, proof) => {
    expect(tree.consistencyProof(from, to).map(bytesToHex)).toEqual(proof)
    const roots = { fromRoot: hexToBytes(ROOTS[from]!), toRoot: hexToBytes(ROOTS[to]!) }
    expect(verifyConsistency({ from, to, ...roots, proof: proof.map(hexToBytes) })).toBe(true)
  })
})

/** RFC 9162 section 2.1.1, word for word, without anything kept. */
const plainRoot = (entries: readonly Uint8Array[]): Uint8Array => {
  if (entries.length === 0) return sha256(new Uint8Array())
  if (entries.length === 1) return sha256(Uint8Array.of(0, ...entries[0]!))
  let k = 1
  while (k * 2 < entries.length) k *= 2
  return sha256(Uint8Array.of(1, ...plainRoot(entries.slice(0, k)), ...plainRoot(entries.slice(k))))
}
const entryOf = (i: number) => new TextEncoder().encode(`entry ${i}`)
const SIZES = Array.from({ length: 65 }, (_, size) => size)

describe('all trees up to 64 leaves', () => {
  const tree = treeOf(SIZES.slice(1).map(entryOf))

  test('roots are those of the plain definition', () => {
    for (const size of SIZES)
      expect(tree.root(size)).toEqual(plainRoot(Array.from({ length: size }, (_, i) => entryOf(i + 1))))
  })

  test('every inclusion proof verifies, only at its own place and size', () => {
    for (const size of SIZES)
      for (let index = 0; index < size; index += 1) {
        const claim = { leaf: tree.leaf(index), index, size, root: tree.root(size) }
        const proof = tree.inclusionProof(index, size)
        expect(verifyInclusion({ ...claim, proof }, sha256)).toBe(true)
        expect(verifyInclusion({ ...claim, proof, index: (index + 1) % size }, sha256)).toBe(size === 1)
        expect(verifyInclusion({ ...claim, proof, leaf: sha256(claim.leaf) }, sha256)).toBe(false)
        expect(verifyInclusion({ ...claim, proof: [...proof, claim.leaf] }, sha256)).toBe(false)
        if (proof.length > 0) expect(verifyInclusion({ ...claim, proof: proof.slice(1) }, sha256)).toBe(false)
      }
  })

  test('every consistency proof verifies, only between its own sizes', () => {
    for (const to of SIZES)
      for (let from = 0; from <= to; from += 1) {
        const claim = { from, to, fromRoot: tree.root(from), toRoot: tree.root(to) }
        const proof = tree.consistencyProof(from, to)
        expect(verifyConsistency({ ...claim, proof }, sha256)).toBe(true)
        expect(verifyConsistency({ ...claim, proof: [...proof, claim.toRoot] }, sha256)).toBe(false)
        if (proof.length > 0) expect(verifyConsistency({ ...claim, proof: proof.slice(1) }, sha256)).toBe(false)
        if (from > 0)
          expect(verifyConsistency({ ...claim, proof, fromRoot: sha256(claim.fromRoot) }, sha256)).toBe(false)
        if (from > 0) expect(verifyConsistency({ ...claim, proof, toRoot: sha256(claim.toRoot) }, sha256)).toBe(false)
        if (from > 1 && from < to) expect(verifyConsistency({ ...claim, proof, from: from - 1 }, sha256)).toBe(false)
      }
  })

  test('a proof with any bit changed fails', () => {
    const change = fc.record({
      size: fc.integer({ min: 2, max: 64 }),
      pick: fc.nat(),
      hash: fc.nat(),
      bit: fc.nat(255),
    })
    fc.assert(
      fc.property(change, ({ size, pick, hash, bit }) => {
        const flip = (proof: Uint8Array[]) => {
          const broken = proof[hash % proof.length]!
          broken[bit >> 3]! ^= 1 << (bit & 7)
          return proof
        }
        const index = pick % size
        const inclusion = { leaf: tree.leaf(index), index, size, root: tree.root(size) }
        expect(verifyInclusion({ ...inclusion, proof: flip(tree.inclusionProof(index, size)) }, sha256)).toBe(false)
        const from = 1 + (pick % (size - 1))
        const roots = { from, to: size, fromRoot: tree.root(from), toRoot: tree.root(size) }
        expect(verifyConsistency({ ...roots, proof: flip(tree.consistencyProof(from, size)) }, sha256)).toBe(false)
      }),
      { numRuns: 500 },
    )
  })
})

test('sizes that are no sizes are no proof', () => {
  const leaf = leafHash(entryOf(0))
  expect(verifyInclusion({ leaf, index: 0, size: 0, proof: [], root: leaf })).toBe(false)
  expect(verifyInclusion({ leaf, index: -1, size: 1, proof: [], root: leaf })).toBe(false)
  expect(verifyInclusion({ leaf, index: 0.5, size: 1, proof: [], root: leaf })).toBe(false)
  expect(verifyInclusion({ leaf, index: 0, size: 1, proof: [], root: leaf })).toBe(true)
  expect(verifyConsistency({ from: 2, to: 1, proof: [leaf], fromRoot: leaf, toRoot: leaf })).toBe(false)
  expect(() => new MerkleTree().root(1)).toThrow(RangeError)
})

test('a tree of 100,000 leaves proves any of them in 17 hashes', () => {
  const tree = treeOf(Array.from({ length: 100_000 }, (_, i) => entryOf(i)))
  for (const index of [0, 1, 65_535, 65_536, 99_999]) {
    const proof = tree.inclusionProof(index)
    expect(proof.length).toBeLessThanOrEqual(17)
    const claim = { leaf: leafHash(entryOf(index)), index, size: 100_000, proof, root: tree.root() }
    expect(verifyInclusion(claim, sha256)).toBe(true)
  }
})
