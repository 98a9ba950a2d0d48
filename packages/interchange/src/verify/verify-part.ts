import { parseCheckpoint } from '@haixuan/domain/kernel/log/checkpoint'
import { partRoot } from '@haixuan/domain/kernel/log/merkle-proof'
import { openNote } from '@haixuan/domain/kernel/log/signed-note'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { native } from '#native'
import * as at from '../archive/layout.ts'
import { sameBytes } from '../zip/bytes.ts'
import type { OpenedArchive } from './opened-archive.ts'
import type { Problems } from './problem.ts'
import type { Log } from './read-log.ts'
import type { Seal } from './verify-seal.ts'

const latin = new TextDecoder('latin1')

/** The log that the events of an archive are a part of, as its signed checkpoint tells it; `root` in hex. */
export type PartOf = { readonly origin: string; readonly size: number; readonly root: string }

/** Whether an archive says that its events are a part of a larger log. */
export const isPart = (archive: OpenedArchive): boolean => archive.has(at.LOG_CHECKPOINT) || archive.has(at.LOG_PROOF)

/** Every event is a leaf of the larger log, at the number it carries, under a checkpoint that the same key signed. */
export function verifyPart(archive: OpenedArchive, log: Log, { key }: Seal, problems: Problems): PartOf | undefined {
  try {
    const text = key && openNote(archive.text(at.LOG_CHECKPOINT) ?? '', key)
    const { origin, size, root } = parseCheckpoint(text ?? '')
    const leaves = log.seqs.map((_, place) => log.tree.leaf(place))
    const found = partRoot({ indexes: log.seqs, leaves, size, proof: [...hashes(archive)] }, native.sha256)
    if (found && sameBytes(found, root)) return { origin, size, root: bytesToHex(root) }
    problems.add('proof.wrong', at.LOG_PROOF)
  } catch {
    // what cannot be read or is not signed proves nothing
    problems.add('proof.wrong', at.LOG_CHECKPOINT)
  }
  return undefined
}

/** The lines of the proof; one that is no hash makes the proof fail by its length. */
function* hashes(archive: OpenedArchive): Generator<Uint8Array> {
  for (const line of archive.lines(at.LOG_PROOF)) {
    const text = latin.decode(line)
    yield /^[0-9a-f]{64}$/.test(text) ? hexToBytes(text) : new Uint8Array()
  }
}
