import { committedFields, type Disclosure, disclose } from '@haixuan/domain/kernel/log/commitment'
import { type Event, parseEvent } from '@haixuan/domain/kernel/log/event'
import { bytesToHex } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { native } from '#native'
import * as at from '../archive/layout.ts'
import { type OpenedArchive, readRecord } from './opened-archive.ts'
import type { Problem, Problems } from './problem.ts'
import type { Log } from './read-log.ts'

/** What a decision is re-run from: nothing but the archive. */
export type ReplayContext = {
  /** rules.json, and the SHA-256 (hex) of its canonical text */
  readonly rules: unknown
  readonly rulesHash: string
  /** where the decision stands in the archive, from 0; in an archive of a part its `seq` is another */
  readonly place: number
  /** an earlier or later event by its place, disclosed values in place */
  readonly event: (place: number) => Event | undefined
  /** bytes of evidence by SHA-256 (hex) */
  readonly evidence: (sha256: string) => Uint8Array | undefined
  /** body fields of this decision whose values are withheld */
  readonly withheld: readonly string[]
}
/** What is wrong with a decision, or that facts it stands on are withheld. */
type Rerun = readonly Problem[] | 'withheld' | undefined
export type Replay = (decision: Event, context: ReplayContext) => Rerun | Promise<Rerun>

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

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

/** Disclosures against their commitments; then every decision is run again. Gives the number of those that could not be. */
export async function verifyEvents(
  archive: OpenedArchive,
  log: Log,
  replay: Replay | undefined,
  problems: Problems,
): Promise<number> {
  const disclosures = disclosuresBySeq(archive, problems)
  const readEvent = (place: number): Event | undefined => {
    const start = log.starts[place]
    const end = log.starts[place + 1]
    if (start === undefined || end === undefined) return undefined
    try {
      return parseEvent(utf8.decode(archive.slice(at.EVENTS, start, end - start - 1)))
    } catch {
      return undefined
    }
  }
  const disclosed = (place: number): Event | undefined =>
    (disclosures.get(log.seqs[place] ?? -1) ?? []).reduce(
      (event, each) => event && (disclose(event, each) ?? event),
      readEvent(place),
    )
  const places = new Map(log.seqs.flatMap((seq, place) => (disclosures.has(seq) ? [[seq, place]] : [])))
  for (const [seq, all] of disclosures) {
    const place = places.get(seq)
    const event = place === undefined ? undefined : readEvent(place)
    for (const each of all)
      if (!event || !disclose(event, each)) problems.add('disclosure.wrong', `event ${place ?? seq}`, each.field)
  }
  const rulesBytes = archive.bytes(at.RULES)
  const rules = rulesBytes && readRecord(rulesBytes, z.unknown())
  if (rulesBytes && rules === undefined) problems.add('rules.unreadable', at.RULES)
  if (!replay) return 0
  const context = {
    rules,
    rulesHash: bytesToHex(native.sha256(rulesBytes ?? new Uint8Array())),
    event: disclosed,
    evidence: (sha256: string) => archive.bytes(at.EVIDENCE + sha256),
  }
  let withheld = 0
  for (const place of log.decisions) {
    const decision = disclosed(place)
    if (!decision) continue
    try {
      const rerun = await replay(decision, { ...context, place, withheld: committedFields(decision) })
      if (rerun === 'withheld') withheld += 1
      else for (const each of rerun ?? []) problems.put(each)
    } catch (error) {
      problems.add('replay.failed', `event ${place}`, error instanceof Error ? error.message : String(error))
    }
  }
  return withheld
}
