import { hash } from 'node:crypto'
import { committedFields, type Disclosure, disclose } from '@haixuan/domain/kernel/commitment'
import { type Event, parseEvent } from '@haixuan/domain/kernel/event'
import { z } from 'zod'
import * as at from './layout.ts'
import { type OpenedArchive, readRecord } from './opened-archive.ts'
import type { Problem, Problems } from './problem.ts'
import type { Log } from './read-log.ts'

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

/** Disclosures against their commitments; then every decision is run again. */
export async function verifyEvents(archive: OpenedArchive, log: Log, replay: Replay | undefined, problems: Problems) {
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
    try {
      for (const each of (await replay(decision, { ...context, withheld: committedFields(decision) })) ?? [])
        problems.put(each)
    } catch (error) {
      problems.add('replay.failed', `event ${seq}`, error instanceof Error ? error.message : String(error))
    }
  }
}
