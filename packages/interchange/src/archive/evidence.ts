import { canonicalJson } from '@haixuan/domain/kernel/log/canonical-json'
import { digestOf } from '../zip/digest.ts'
import { fileChunks, type Part } from '../zip/spool.ts'
import * as at from './layout.ts'
import { mediaType } from './media-type.ts'

/** A file that stands behind a fact, by the name it came under. */
export type Evidence = { readonly name: string } & ({ readonly path: string } | { readonly bytes: Uint8Array })

type Held = { readonly line: at.EvidenceLine; readonly part: Part }

const HEAD_BYTES = 512

/** Hashes one piece of evidence and keeps how to read it again. @throws BadInput when its file cannot be read */
export function evidencePart(evidence: Evidence): Held {
  const read = () => ('bytes' in evidence ? [evidence.bytes] : fileChunks(evidence.path))
  let head: Uint8Array | undefined
  const digest = digestOf(read(), (piece) => {
    head ??= new Uint8Array(piece.subarray(0, HEAD_BYTES))
  })
  const { sha256, size } = digest
  const line = { name: evidence.name, sha256, size, type: mediaType(head ?? new Uint8Array()) }
  return { line, part: { path: at.EVIDENCE + sha256, ...digest, read } }
}

/** One file for each content, however many names it came under. */
export const evidenceParts = (held: readonly Held[]): Part[] =>
  [...new Map(held.map(({ part }) => [part.path, part])).values()].sort((a, b) => (a.path < b.path ? -1 : 1))

/** evidence.jsonl: every name that evidence came under, by its hash. */
export const evidenceIndex = (held: readonly Held[]): Uint8Array => {
  const order = (line: at.EvidenceLine) => `${line.sha256} ${line.name}`
  const lines = held.map(({ line }) => line).sort((a, b) => (order(a) < order(b) ? -1 : 1))
  // a Set: the same file under the same name twice is one line
  return Buffer.from([...new Set(lines.map((line) => `${canonicalJson(line)}\n`))].join(''))
}
