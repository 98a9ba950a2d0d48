import { hash } from 'node:crypto'
import { mkdtempSync, renameSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { crc32 } from 'node:zlib'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { wrongsOf } from '@haixuan/domain/kernel/issue'
import { canonicalBytes, canonicalJson } from '@haixuan/domain/kernel/log/canonical-json'
import { formatCheckpoint, parseCheckpoint } from '@haixuan/domain/kernel/log/checkpoint'
import { commitFields } from '@haixuan/domain/kernel/log/commitment'
import { type Event, event as eventSchema, isDecision } from '@haixuan/domain/kernel/log/event'
import { leafHash } from '@haixuan/domain/kernel/log/merkle'
import { MerkleTree } from '@haixuan/domain/kernel/log/merkle-tree'
import { openNote, type SigningKey, signNote } from '@haixuan/domain/kernel/log/signed-note'
import { fileError } from '../zip/file-source.ts'
import { type Part, Spool } from '../zip/spool.ts'
import { writeZip } from '../zip/write-zip.ts'
import { because } from './because.ts'
import { type Evidence, evidenceIndex, evidencePart, evidenceParts } from './evidence.ts'
import * as at from './layout.ts'
import { type ReadmeLanguage, readme } from './readme.ts'

export type LogHead = { readonly events: number; readonly root: string }

/** What places the events of a part in the log they come from. */
export type PartOfLog = {
  /** a checkpoint of that log, signed with the archive's key */
  readonly checkpoint: string
  /** the hashes of `partPath` for events of these numbers */
  readonly proof: (seqs: readonly number[], size: number) => readonly Uint8Array[] | Promise<readonly Uint8Array[]>
}

export type ArchiveContents = {
  /** in the order of their `seq`, from 0 unless they are a part of a log; read once */
  readonly events: Iterable<Event> | AsyncIterable<Event>
  readonly part?: PartOfLog
  /** the files behind the facts, or what finds them once all events have been read */
  readonly evidence?: Iterable<Evidence> | (() => Promise<Iterable<Evidence>>)
  /** the rules as used, or what finds them once all events have been read */
  readonly rules: object | (() => Promise<object>)
  readonly key: SigningKey
  /** name of the log; the key's name when not given */
  readonly origin?: string
  /** a PDF, or what makes it once the log's root (hex) is known */
  readonly report?: Uint8Array | ((log: LogHead) => Uint8Array | Promise<Uint8Array>)
  /** body fields of an event that stand in the log as commitments, and those of them whose values stay out */
  readonly committed?: (e: Event) => readonly string[]
  readonly withheld?: readonly string[]
  /** what the salts of commitments come from; the seed of the key when not given */
  readonly secret?: Uint8Array
  /** signed checkpoints of this log given out before */
  readonly checkpoints?: readonly string[]
  readonly languages?: readonly ReadmeLanguage[]
}

const sha256 = (bytes: Uint8Array): Uint8Array => hash('sha256', bytes, 'buffer')
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64')
const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

/**
 * Writes an archive (clause T2): whole or not at all, and byte for byte the same for the same contents and key.
 * @throws BadInput for contents that cannot be archived or a place that cannot be written
 */
export async function writeArchive(file: string, contents: ArchiveContents): Promise<LogHead & { file: string }> {
  const folder = workFolder(file)
  try {
    const log = await writeLog(folder, contents)
    const head = { events: log.tree.size, root: hex(log.tree.root()) }
    const report = typeof contents.report === 'function' ? await contents.report(head) : contents.report
    const evidence = [...(await called(contents.evidence ?? []))].map(evidencePart)
    const bound = present([
      bytesPart(at.README, Buffer.from(readme(contents.languages ?? ['zh', 'en']))),
      log.events,
      bytesPart(at.RULES, canonicalBytes(await called(contents.rules))),
      bytesPart(at.EVIDENCE_INDEX, evidenceIndex(evidence)),
      ...evidenceParts(evidence),
      log.disclosures,
      report && bytesPart(at.REPORT, report),
      log.leaves,
      log.inclusion,
      bytesPart(at.CONSISTENCY, consistency(contents, log.tree)),
      ...(await partParts(contents, log.seqs)),
      bytesPart(at.PUBLIC_KEY, Buffer.from(at.publicKeyText(contents.key))),
    ])
    const files = bound.map(({ crc32, path, sha256, size }) => ({ crc32, path, sha256, size }))
    const manifest = canonicalBytes({ format: 'haixuan-archive/2', files } satisfies at.Manifest)
    const checkpoint = formatCheckpoint({
      origin: contents.origin ?? contents.key.name,
      size: log.tree.size,
      root: log.tree.root(),
      extensions: [at.manifestLine(hex(sha256(manifest)))],
    })
    const seal = [
      bytesPart(at.MANIFEST, manifest),
      bytesPart(at.CHECKPOINT, Buffer.from(signNote(checkpoint, contents.key))),
    ]
    const whole = path.join(folder, 'archive.zip')
    writeZip(whole, present([...bound, ...seal]))
    renameSync(whole, file)
    return { file, ...head }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const called = <T extends object>(given: T | (() => Promise<T>)): T | Promise<T> =>
  typeof given === 'function' ? given() : given

const present = (parts: readonly (Part | undefined)[]): Part[] => parts.filter((part) => part !== undefined)

/** A folder beside the archive for what is not finished yet, so that the last step is a rename. */
function workFolder(file: string): string {
  const folder = path.dirname(file)
  try {
    if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
      throw new BadInput(because('folder-not-file'), { place: file })
    return mkdtempSync(path.join(folder, '.archive-'))
  } catch (error) {
    if (error instanceof BadInput) throw error
    const reason = fileError(error, folder)
    throw reason instanceof BadInput ? new BadInput(because('folder-not-writable'), { place: folder }) : reason
  }
}

/** A part in memory; undefined when empty: files without content are not there. */
function bytesPart(path: string, bytes: Uint8Array): Part | undefined {
  if (bytes.length === 0) return undefined
  return { path, size: bytes.length, sha256: hex(sha256(bytes)), crc32: crc32(bytes), read: () => [bytes] }
}

async function writeLog(folder: string, { events, part, committed, withheld, secret, key }: ArchiveContents) {
  const spool = (name: string) => new Spool(path.join(folder, name))
  const tree = new MerkleTree(sha256)
  const eventSpool = spool('events')
  const disclosureSpool = spool('disclosures')
  const decisions: number[] = []
  const seqs: number[] = []
  const keptBack = new Set(withheld)
  for await (const given of events) {
    const read = eventSchema.safeParse(given)
    const place = `event ${tree.size}`
    if (!read.success) {
      const [wrong] = wrongsOf(read.error.issues, given)
      throw new BadInput(wrong?.reason ?? because('archived-not-event'), {
        place,
        field: wrong?.path.join('.') ?? 'event',
      })
    }
    if (part ? given.seq <= (seqs.at(-1) ?? -1) : given.seq !== tree.size)
      throw new BadInput(because('events-out-of-order', { seq: given.seq }), { place })
    const [kept, disclosures] = commitFields(read.data, committed?.(given) ?? [], secret ?? key.seed)
    const bytes = canonicalBytes(kept)
    eventSpool.write(bytes)
    eventSpool.line('')
    for (const each of disclosures) if (!keptBack.has(each.field)) disclosureSpool.line(canonicalJson(each))
    if (isDecision(kept)) decisions.push(tree.size)
    seqs.push(given.seq)
    tree.append(leafHash(bytes, sha256))
  }
  const leafSpool = spool('leaves')
  for (let index = 0; index < tree.size; index += 1) leafSpool.line(hex(tree.leaf(index)))
  const inclusionSpool = spool('inclusion')
  for (const index of decisions)
    inclusionSpool.line(canonicalJson({ hashes: tree.inclusionProof(index).map(base64), index }))
  return {
    tree,
    seqs,
    events: eventSpool.end(at.EVENTS),
    disclosures: disclosureSpool.end(at.DISCLOSURES),
    leaves: leafSpool.end(at.LEAVES),
    inclusion: inclusionSpool.end(at.INCLUSION),
  }
}

/** The checkpoint of the log that a part comes from, and its proof. @throws BadInput for a checkpoint of another key */
async function partParts({ part, key }: ArchiveContents, seqs: readonly number[]) {
  if (!part) return []
  const text = openNote(part.checkpoint, key)
  if (text === undefined) throw new BadInput(because('not-signed-by-key'), { place: 'checkpoint of the log' })
  const proof = await part.proof(seqs, parseCheckpoint(text).size)
  return [
    bytesPart(at.LOG_PROOF, Buffer.from(proof.map((each) => `${hex(each)}\n`).join(''))),
    bytesPart(at.LOG_CHECKPOINT, Buffer.from(part.checkpoint)),
  ]
}

/** @throws BadInput for a checkpoint that is not of this key or this log */
function consistency({ checkpoints, key }: ArchiveContents, tree: MerkleTree): Uint8Array {
  const lines = (checkpoints ?? []).map((checkpoint, i) => {
    const text = openNote(checkpoint, key)
    const head = text === undefined ? undefined : parseCheckpoint(text)
    if (!head || head.size > tree.size || hex(head.root) !== hex(tree.root(head.size)))
      throw new BadInput(because('checkpoint-of-other-log'), { place: `checkpoint ${i + 1}` })
    return {
      size: head.size,
      line: canonicalJson({ checkpoint, hashes: tree.consistencyProof(head.size).map(base64) }),
    }
  })
  lines.sort((a, b) => a.size - b.size || (a.line < b.line ? -1 : 1))
  return Buffer.from(lines.map(({ line }) => `${line}\n`).join(''))
}
