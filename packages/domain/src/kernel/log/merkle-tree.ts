import { sha256 as pureSha256 } from '@noble/hashes/sha2.js'
import { nodeHash, type Sha256 } from './merkle.ts'
import { consistencyPath, inclusionPath, split } from './merkle-proof.ts'

const HASH_BYTES = 32

/** Hashes of one level side by side in one growing buffer: 32 bytes each, no object per node. */
class Level {
  #bytes = new Uint8Array(16 * HASH_BYTES)
  count = 0
  push(hash: Uint8Array) {
    if ((this.count + 1) * HASH_BYTES > this.#bytes.length) {
      const wider = new Uint8Array(this.#bytes.length * 2)
      wider.set(this.#bytes)
      this.#bytes = wider
    }
    this.#bytes.set(hash, this.count * HASH_BYTES)
    this.count += 1
  }
  at(index: number): Uint8Array {
    return this.#bytes.slice(index * HASH_BYTES, (index + 1) * HASH_BYTES)
  }
}

/**
 * An append-only Merkle tree (RFC 9162 section 2.1) that keeps every complete subtree: appending is O(1) amortised,
 * a root or a proof O(log² n) hashes at most. A million leaves take about 64 MB.
 */
export class MerkleTree {
  readonly #sha256: Sha256
  readonly #levels: Level[] = [new Level()]
  /** hashes of the ranges that end where the tree asked about ends: every proof of one size needs the same few */
  #edge = { to: 0, hashes: new Map<number, Uint8Array>() }

  constructor(sha256: Sha256 = pureSha256) {
    this.#sha256 = sha256
  }

  get size(): number {
    return this.#levels[0]!.count
  }

  /** Appends the hash of an entry (`leafHash`) and gives its index. */
  append(leaf: Uint8Array): number {
    const index = this.size
    let hash = leaf
    for (let level = 0; ; level += 1) {
      if (level === this.#levels.length) this.#levels.push(new Level())
      const nodes = this.#levels[level]!
      nodes.push(hash)
      if (nodes.count % 2 === 1) return index
      hash = nodeHash(nodes.at(nodes.count - 2), hash, this.#sha256)
    }
  }

  leaf(index: number): Uint8Array {
    this.#within(index, this.size - 1)
    return this.#levels[0]!.at(index)
  }

  /** The tree's root when it had `size` leaves; SHA-256 of nothing when empty. */
  root(size: number = this.size): Uint8Array {
    this.#within(size, this.size)
    return size === 0 ? this.#sha256(new Uint8Array()) : this.#range(0, size)
  }

  /** The audit path of the leaf at `index`, from the leaf upwards: RFC 9162 section 2.1.3.1. */
  inclusionProof(index: number, size: number = this.size): Uint8Array[] {
    this.#within(size, this.size)
    this.#within(index, size - 1)
    return inclusionPath(index, 0, size, this.#hashOf)
  }

  /** The proof that the tree of `to` leaves extends the tree of `from`: RFC 9162 section 2.1.4.1. */
  consistencyProof(from: number, to: number = this.size): Uint8Array[] {
    this.#within(to, this.size)
    this.#within(from, to)
    return consistencyPath(from, to, this.#hashOf)
  }

  readonly #hashOf = (from: number, to: number) => this.#range(from, to)

  /** Hash over leaves [from, to): kept when the range is a complete subtree, else joined at the RFC's split. */
  #range(from: number, to: number): Uint8Array {
    const count = to - from
    const level = Math.log2(count)
    if (Number.isInteger(level) && from % count === 0) return this.#levels[level]!.at(from / count)
    if (this.#edge.to !== to) this.#edge = { to, hashes: new Map() }
    const known = this.#edge.hashes.get(from)
    if (known) return known.slice()
    const middle = from + split(count)
    const hash = nodeHash(this.#range(from, middle), this.#range(middle, to), this.#sha256)
    this.#edge.hashes.set(from, new Uint8Array(hash))
    return hash
  }

  #within(value: number, most: number) {
    if (!Number.isInteger(value) || value < 0 || value > most)
      throw new RangeError(`${value} is not between 0 and ${most} of a tree of ${this.size} leaves`)
  }
}
