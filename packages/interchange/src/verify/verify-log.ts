import type { Checkpoint } from '@haixuan/domain/kernel/log/checkpoint'
import { MerkleTree } from '@haixuan/domain/kernel/log/merkle-tree'
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js'
import { native } from '#native'
import * as at from '../archive/layout.ts'
import { nameDifferences } from './log-difference.ts'
import type { OpenedArchive } from './opened-archive.ts'
import type { Problems } from './problem.ts'
import { type Log, readLog } from './read-log.ts'
import { type Replay, verifyEvents } from './verify-events.ts'
import { isPart, type PartOf, verifyPart } from './verify-part.ts'
import { type Sound, verifyEarlier, verifyInclusions } from './verify-proofs.ts'
import type { Seal } from './verify-seal.ts'

const latin = new TextDecoder('latin1')

export type LogVerdict = {
  readonly events: number
  readonly root: string
  /** the larger log these events are proven to be a part of */
  readonly partOf?: PartOf
  /** decisions that could not be run again, as facts they stand on are withheld */
  readonly withheld: number
}

/** The events: their root, spelling and numbers, proofs, disclosures; then every decision is run again. */
export async function verifyLog(
  archive: OpenedArchive,
  seal: Seal,
  replay: Replay | undefined,
  problems: Problems,
): Promise<LogVerdict> {
  const log = readLog(archive, problems)
  const { checkpoint } = seal
  const sound = checkpoint ? compareWithCheckpoint(log, checkpoint, archive, problems) : log
  // when the log was changed its numbers say nothing new
  const partOf = sound === log ? verifyNumbers(archive, log, seal, problems) : undefined
  if (checkpoint) {
    if (sound) verifyInclusions(archive, sound, problems)
    verifyEarlier(archive, seal, checkpoint, problems)
  }
  const withheld = await verifyEvents(archive, log, replay, problems)
  return { events: log.tree.size, root: bytesToHex(log.tree.root()), ...(partOf ? { partOf } : {}), withheld }
}

/** The events of a whole log are numbered from 0; those of a part as in the log they come from, and proven to be in it. */
function verifyNumbers(archive: OpenedArchive, log: Log, seal: Seal, problems: Problems): PartOf | undefined {
  const part = isPart(archive)
  const right = (seq: number, place: number) => (part ? seq > (log.seqs[place - 1] ?? -1) : seq === place)
  const wrong = log.seqs.flatMap((seq, place) => (right(seq, place) ? [] : [place]))
  for (const place of wrong) problems.add('event.numbered', `event ${place}`)
  return part && wrong.length === 0 ? verifyPart(archive, log, seal, problems) : undefined
}

/** The hashes of proofs/leaves.txt, when they are hashes. */
function listedLeaves(archive: OpenedArchive): string[] | undefined {
  const leaves: string[] = []
  for (const line of archive.lines(at.LEAVES)) {
    const text = latin.decode(line)
    if (!/^[0-9a-f]{64}$/.test(text)) return undefined
    leaves.push(text)
  }
  return leaves
}

/**
 * The log when its events are those of the checkpoint. If not, but the list of leaves is, the events at fault are
 * named, and the tree of the list is given.
 */
function compareWithCheckpoint(
  log: Log,
  checkpoint: Checkpoint,
  archive: OpenedArchive,
  problems: Problems,
): Sound | undefined {
  const root = bytesToHex(checkpoint.root)
  const same = log.tree.size === checkpoint.size && bytesToHex(log.tree.root()) === root
  const leaves = listedLeaves(archive)
  const listed = new MerkleTree(native.sha256)
  for (const leaf of leaves ?? []) listed.append(hexToBytes(leaf))
  const trusted = listed.size === checkpoint.size && bytesToHex(listed.root()) === root
  if (!trusted) problems.add('proof.wrong', at.LEAVES)
  if (same) return log
  if (log.tree.size !== checkpoint.size) problems.add('log.size', at.EVENTS, `${log.tree.size} ≠ ${checkpoint.size}`)
  problems.add('log.root', at.EVENTS)
  if (!trusted || !leaves) return undefined
  nameDifferences(leaves, log.tree, problems)
  return { tree: listed }
}
