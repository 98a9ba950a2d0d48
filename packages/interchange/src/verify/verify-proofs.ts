import { fromBase64, toBase64 } from '@haixuan/domain/kernel/base64'
import { type Checkpoint, parseCheckpoint } from '@haixuan/domain/kernel/log/checkpoint'
import { verifyConsistency } from '@haixuan/domain/kernel/log/merkle'
import type { MerkleTree } from '@haixuan/domain/kernel/log/merkle-tree'
import { openNote } from '@haixuan/domain/kernel/log/signed-note'
import { native } from '#native'
import * as at from '../archive/layout.ts'
import type { OpenedArchive } from './opened-archive.ts'
import type { Problems } from './problem.ts'
import type { Seal } from './verify-seal.ts'

/** A tree, and the decisions in it when they are known. */
export type Sound = { readonly tree: MerkleTree; readonly decisions?: readonly number[] }

/** A leaf has one proof under one root, so the tree's own is compared and nothing is hashed. */
export function verifyInclusions(archive: OpenedArchive, { tree, decisions }: Sound, problems: Problems) {
  const owed = decisions && new Set(decisions)
  let number = 0
  for (const line of archive.records(at.INCLUSION, at.inclusionLine)) {
    number += 1
    if (!line || line.index >= tree.size) {
      problems.add('proof.wrong', `${at.INCLUSION} line ${number}`)
      continue
    }
    const { hashes, index } = line
    const wanted = tree.inclusionProof(index)
    const holds = hashes.length === wanted.length && wanted.every((hash, i) => toBase64(hash) === hashes[i])
    if (!holds || owed?.delete(index) === false) problems.add('proof.wrong', `event ${index}`)
  }
  for (const seq of owed ?? []) problems.add('proof.missing', `event ${seq}`)
}

/** Hashes from base 64; undefined when one is spelt in another way than the usual. */
function readHashes(coded: readonly string[]): Uint8Array[] | undefined {
  try {
    return coded.map(fromBase64)
  } catch {
    return undefined
  }
}

/** Checkpoints given out before: signed with the same key, and the beginning of this log. */
export function verifyEarlier(
  archive: OpenedArchive,
  { key }: Seal,
  { size: to, root: toRoot }: Checkpoint,
  problems: Problems,
) {
  let number = 0
  for (const line of archive.records(at.CONSISTENCY, at.consistencyLine)) {
    number += 1
    const proof = line && readHashes(line.hashes)
    try {
      const text = line && key && openNote(line.checkpoint, key)
      const { size: from, root: fromRoot } = parseCheckpoint(text ?? '')
      if (proof && verifyConsistency({ from, to, proof, fromRoot, toRoot }, native.sha256)) continue
    } catch {
      // falls through: what cannot be read proves nothing
    }
    problems.add('proof.wrong', `${at.CONSISTENCY} line ${number}`)
  }
}
