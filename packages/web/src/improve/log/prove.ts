import { fromBase64, toBase64 } from '@haixuan/domain/kernel/base64'
import { parseCheckpoint } from '@haixuan/domain/kernel/log/checkpoint'
import { leafHash, nodeHash, verifyInclusion } from '@haixuan/domain/kernel/log/merkle'
import { split } from '@haixuan/domain/kernel/log/merkle-proof'
import { openNote, parseVerifierKey } from '@haixuan/domain/kernel/log/signed-note'
import { sha256 } from '@noble/hashes/sha2.js'
import type { Answer } from '../../client/operations.ts'

/** What this browser found out by itself; the server is not believed. */
export type Proven =
  | { readonly holds: true; readonly root: string; readonly size: number; readonly key: string; readonly steps: number }
  | { readonly holds: false; readonly fault: 'signature' | 'proof' | 'checkpoint' }

/** The signed checkpoint, opened with one of the keys; undefined when none of them signed it. */
function opened(note: string, keys: readonly string[]) {
  for (const key of keys) {
    const text = openNote(note, parseVerifierKey(key))
    if (text !== undefined) return { key, ...parseCheckpoint(text) }
  }
  return undefined
}

/** T2 · Checks in the browser that an event is in the log: its hash, the way up to the root, the signature on the root. */
export function proveEvent(proof: Answer<'event.proof'>, keys: readonly string[]): Proven {
  try {
    const signed = opened(proof.checkpoint, keys)
    if (!signed) return { holds: false, fault: 'signature' }
    const { root, size, key } = signed
    const leaf = leafHash(new TextEncoder().encode(proof.entry), sha256)
    const claim = { leaf, index: proof.index, size, proof: proof.hashes.map(fromBase64), root }
    return verifyInclusion(claim, sha256)
      ? { holds: true, root: toBase64(root), size, key, steps: proof.hashes.length }
      : { holds: false, fault: 'proof' }
  } catch {
    return { holds: false, fault: 'checkpoint' }
  }
}

type Node = Answer<'log.tree'>['nodes'][number]
/** Nodes by the leaves they stand for. */
export type Known = ReadonlyMap<string, string>
export const placeOf = ({ from, to }: Pick<Node, 'from' | 'to'>) => `${from}-${to}`

/** The two nodes below one: RFC 9162 puts the largest power of two to the left. */
export function below({ from, to }: Pick<Node, 'from' | 'to'>) {
  if (to - from < 2) return undefined
  const middle = from + split(to - from)
  return [
    { from, to: middle },
    { from: middle, to },
  ] as const
}

/** Whether the two nodes below hash to a node; undefined while one of them is not known. */
export function joins(node: Pick<Node, 'from' | 'to'>, known: Known): boolean | undefined {
  const [left, right] = (below(node) ?? []).map((n) => known.get(placeOf(n)))
  const own = known.get(placeOf(node))
  if (left === undefined || right === undefined || own === undefined) return undefined
  return toBase64(nodeHash(fromBase64(left), fromBase64(right), sha256)) === own
}

/** Whether an event's canonical bytes hash to its leaf. */
export const isLeaf = (entry: string, hash: string): boolean =>
  toBase64(leafHash(new TextEncoder().encode(entry), sha256)) === hash

/** Whether the root of a tree is the one that one of the keys signed; gives the key. */
export function signedBy(checkpoint: string, root: string, size: number, keys: readonly string[]): string | undefined {
  try {
    const signed = opened(checkpoint, keys)
    return signed && signed.size === size && toBase64(signed.root) === root ? signed.key : undefined
  } catch {
    return undefined
  }
}
