import { hash } from 'node:crypto'
import { type Checkpoint, parseCheckpoint } from '@haixuan/domain/kernel/checkpoint'
import { committedFields, type Disclosure, disclose } from '@haixuan/domain/kernel/commitment'
import { type Event, isDecision, parseEvent } from '@haixuan/domain/kernel/event'
import { leafHash, verifyConsistency } from '@haixuan/domain/kernel/merkle'
import { MerkleTree } from '@haixuan/domain/kernel/merkle-tree'
import { openNote } from '@haixuan/domain/kernel/signed-note'
import { z } from 'zod'
import * as at from './layout.ts'
import { nameDifferences } from './log-difference.ts'
import { type OpenedArchive, readRecord } from './opened-archive.ts'
import type { Problem, Problems } from './problem.ts'
import type { Seal } from './verify-seal.ts'

/** What a decision is re-run from: nothing but the archive. */
export type ReplayContext = {
  /** rules.json, and the SHA-256 (hex) of its canonical text */
  readonly rules: unknown
  readonly rulesHash: string
  /** an earlier or later event by its number, disclosed values in place */
  readonly event: (seq: number) => Event | undefined
  /** bytes of evidence by SHA-256 (hex) */
  readonly evidence: (sha256: string) => Uint8Array | undefined
  /** body fields of this decision whose values are withheld */
  readonly withheld: readonly string[]
}
export type Replay = (
  decision: Event,
  context: ReplayContext,
) => readonly Problem[] | undefined | Promise<readonly Problem[] | undefined>

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** The events: their root, spelling and numbers, proofs, disclosures; then every decision is run again. */
export async function verifyLog(archive: OpenedArchive, seal: Seal, replay: Replay | undefined, problems: Problems) {
  const log = readLog(archive, problems)
  const { checkpoint } = seal
  const sound = checkpoint ? compareWithCheckpoint(log, checkpoint, archive, problems) : log
  // when the log was changed its numbers say nothing new
  if (sound === log) for (const seq of log.misnumbered) problems.add('event.numbered', `event ${seq}`)
  if (checkpoint) {
    if (sound) verifyInclusions(archive, sound, problems)
    verifyEarlier(archive, seal, checkpoint, problems)
  }
  await verifyEvents(archive, log, replay, problems)
  return { events: log.tree.size, root: hex(log.tree.root()) }
}

type Log = {
  readonly tree: MerkleTree
  /** start of each line, and the end of the last, in bytes */
  readonly starts: readonly number[]
  readonly decisions: readonly number[]
  readonly withCommitments: ReadonlySet<number>
  readonly misnumbered: readonly number[]
}

function readLog(archive: OpenedArchive, problems: Problems): Log {
  const tree = new MerkleTree(sha256)
  const starts = [0]
  const decisions: number[] = []
  const withCommitments = new Set<number>()
  const misnumbered: number[] = []
  for (const line of archive.lines(at.EVENTS)) {
    const seq = tree.append(leafHash(line, sha256))
    starts.push(starts[seq]! + line.length + 1)
    try {
      const event = parseEvent(utf8.decode(line))
      if (event.seq !== seq) misnumbered.push(seq)
      if (isDecision(event)) decisions.push(seq)
      if (committedFields(event).length > 0) withCommitments.add(seq)
    } catch (error) {
      problems.add('event.unreadable', `event ${seq}`, error instanceof Error ? error.message : undefined)
    }
  }
  return { tree, starts, decisions, withCommitments, misnumbered }
}

/** The hashes of proofs/leaves.txt, when they are hashes. */
function listedLeaves(archive: OpenedArchive): string[] | undefined {
  const leaves: string[] = []
  for (const line of archive.lines(at.LEAVES)) {
    const text = Buffer.from(line).toString('latin1')
    if (!/^[0-9a-f]{64}$/.test(text)) return undefined
    leaves.push(text)
  }
  return leaves
}

/** A tree, and the decisions in it when they are known. */
type Sound = { readonly tree: MerkleTree; readonly decisions?: readonly number[] }

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
  const root = hex(checkpoint.root)
  const same = log.tree.size === checkpoint.size && hex(log.tree.root()) === root
  const leaves = listedLeaves(archive)
  const listed = new MerkleTree(sha256)
  for (const leaf of leaves ?? []) listed.append(Buffer.from(leaf, 'hex'))
  const trusted = listed.size === checkpoint.size && hex(listed.root()) === root
  if (!trusted) problems.add('proof.wrong', at.LEAVES)
  if (same) return log
  if (log.tree.size !== checkpoint.size) problems.add('log.size', at.EVENTS, `${log.tree.size} ≠ ${checkpoint.size}`)
  problems.add('log.root', at.EVENTS)
  if (!trusted || !leaves) return undefined
  nameDifferences(leaves, log.tree, problems)
  return { tree: listed }
}

/** A leaf has one proof under one root, so the tree's own is compared and nothing is hashed. */
function verifyInclusions(archive: OpenedArchive, { tree, decisions }: Sound, problems: Problems) {
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
    const holds = hashes.length === wanted.length && wanted.every((hash, i) => base64(hash) === hashes[i])
    if (!holds || owed?.delete(index) === false) problems.add('proof.wrong', `event ${index}`)
  }
  for (const seq of owed ?? []) problems.add('proof.missing', `event ${seq}`)
}

/** Hashes from base 64; undefined when one is spelt in another way than the usual. */
function readHashes(coded: readonly string[]): Uint8Array[] | undefined {
  const hashes = coded.map((each) => Buffer.from(each, 'base64'))
  return hashes.every((each, i) => each.toString('base64') === coded[i]) ? hashes : undefined
}

function verifyEarlier(
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
      if (proof && verifyConsistency({ from, to, proof, fromRoot, toRoot }, sha256)) continue
    } catch {
      // falls through: what cannot be read proves nothing
    }
    problems.add('proof.wrong', `${at.CONSISTENCY} line ${number}`)
  }
}

function disclosuresBySeq(archive: OpenedArchive, problems: Problems): Map<number, Disclosure[]> {
  const all = new Map<number, Disclosure[]>()
  let number = 0
  for (const line of archive.records(at.DISCLOSURES, at.disclosureLine)) {
    number += 1
    if (!line) problems.add('disclosure.wrong', `${at.DISCLOSURES} line ${number}`)
    else all.set(line.seq, [...(all.get(line.seq) ?? []), line])
  }
  return all
}

async function verifyEvents(archive: OpenedArchive, log: Log, replay: Replay | undefined, problems: Problems) {
  const disclosures = disclosuresBySeq(archive, problems)
  const readEvent = (seq: number): Event | undefined => {
    const start = log.starts[seq]
    const end = log.starts[seq + 1]
    if (start === undefined || end === undefined) return undefined
    try {
      return parseEvent(utf8.decode(archive.slice(at.EVENTS, start, end - start - 1)))
    } catch {
      return undefined
    }
  }
  const disclosed = (seq: number): Event | undefined =>
    (disclosures.get(seq) ?? []).reduce((event, each) => event && (disclose(event, each) ?? event), readEvent(seq))
  for (const [seq, all] of disclosures) {
    const event = readEvent(seq)
    for (const each of all)
      if (!event || !disclose(event, each)) problems.add('disclosure.wrong', `event ${seq}`, each.field)
  }
  const rulesBytes = archive.bytes(at.RULES)
  const rules = rulesBytes && readRecord(rulesBytes, z.unknown())
  if (rulesBytes && rules === undefined) problems.add('rules.unreadable', at.RULES)
  if (!replay) return
  const context = {
    rules,
    rulesHash: hash('sha256', rulesBytes ?? new Uint8Array(), 'hex'),
    event: disclosed,
    evidence: (sha256: string) => archive.bytes(at.EVIDENCE + sha256),
  }
  for (const seq of log.decisions) {
    const decision = disclosed(seq)
    if (!decision) continue
    const withheld = log.withCommitments.has(seq) ? committedFields(decision) : []
    try {
      for (const each of (await replay(decision, { ...context, withheld })) ?? []) problems.put(each)
    } catch (error) {
      problems.add('replay.failed', `event ${seq}`, error instanceof Error ? error.message : String(error))
    }
  }
}
