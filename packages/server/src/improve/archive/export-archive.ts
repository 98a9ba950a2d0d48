import { BadInput } from '@haixuan/domain/kernel/errors'
import type { Event } from '@haixuan/domain/kernel/log/event'
import { partPath } from '@haixuan/domain/kernel/log/merkle-proof'
import type { Evidence } from '@haixuan/interchange/archive/evidence'
import { type ArchiveContents, type LogHead, writeArchive } from '@haixuan/interchange/archive/write-archive'
import type { Standards } from '@haixuan/interchange/verify/replay-decisions'
import type { House } from '../../house.ts'
import { asSystem } from '../../platform/database/scope.ts'
import { LEAF_COLUMNS, logEvent, WITHHOLDABLE } from '../../platform/events/log-event.ts'
import { saltOf, signingKeyOf } from '../../platform/events/log-keys.ts'
import { sealOrganisation } from '../../platform/events/seal.ts'
import { keepStandard, keptStandards } from '../../platform/events/standards.ts'
import { newestCheckpoint, proofFrom } from '../../platform/events/tree-store.ts'
import { Problem } from '../../platform/http/problem.ts'
import { missing } from '../../platform/http/records.ts'
import { because } from '../because.ts'
import { eventsOf, type Part, partName } from './part.ts'

export type ExportOptions = Pick<ArchiveContents, 'report' | 'languages'> & {
  /** fields whose values stay out, of those that can be withheld */
  readonly withheld?: readonly string[]
  /** where the bytes of a piece of evidence lie; undefined when they are gone */
  readonly placeOf?: (sha256: string) => Promise<string | undefined>
  /** how many events are read, of how many */
  readonly progress?: (done: number, of: number) => void | Promise<void>
}

const BATCH = 500
const SHA256 = /"([0-9a-f]{64})"/g

/**
 * Writes the archive of a part of an organisation's log to a file (T2): the events as they were sealed, proven to be in
 * the log under its newest checkpoint, with the standards and evidence behind them. `haixuan verify` needs nothing else.
 * @throws Problem when nothing is on record, BadInput for a field that cannot be withheld
 */
export async function exportArchive(
  house: House,
  part: Part,
  toFile: string,
  options: ExportOptions = {},
): Promise<LogHead & { readonly file: string }> {
  const { db, masterKey, desks, standard } = house
  const unknown = options.withheld?.find((field) => !WITHHOLDABLE.includes(field))
  if (unknown !== undefined)
    throw new BadInput(because('not-withholdable', { unknown, withholdable: WITHHOLDABLE }), { field: 'withheld' })
  await sealOrganisation(db, masterKey, part.org)
  await keepStandard(db, desks.standardHash, standard, house.own)
  const { seqs, ...log } = await asSystem(db, async (tx) => {
    const newest = await newestCheckpoint(tx, part.org)
    const key = await signingKeyOf(tx, masterKey, part.org)
    const secret = await saltOf(tx, masterKey, part.org)
    const rows = await tx
      .selectFrom('event as e')
      .select('e.seq')
      .where('e.org_id', '=', part.org)
      .where('e.seq', '<', newest?.size ?? 0)
      .where(eventsOf(part))
      .orderBy('e.seq')
      .execute()
    if (!newest || !key || !secret || rows.length === 0)
      throw new Problem('not-found', { why: missing('record-of', partName(part)) })
    return { checkpoint: newest.note, key, secret, seqs: rows.map((row) => row.seq as number) }
  })
  const reading = new Reading(house, part.org, seqs, options)
  return writeArchive(toFile, {
    events: reading.events(),
    part: {
      checkpoint: log.checkpoint,
      proof: (_, size) => asSystem(db, (tx) => proofFrom(tx, part.org, (range) => partPath(seqs, size, range))),
    },
    committed: (e) => reading.committed(e),
    withheld: options.withheld ?? [],
    secret: log.secret,
    rules: async () => ({ standards: await keptStandards(db, [...reading.standards], part.org) }) satisfies Standards,
    evidence: () => reading.evidence(),
    key: log.key,
    origin: `${log.key.name}/${partName(part)}`,
    ...(options.report ? { report: options.report } : {}),
    ...(options.languages ? { languages: options.languages } : {}),
  })
}

/** Reads events batch by batch, and gathers what they refer to on the way. */
class Reading {
  readonly standards = new Set<string>()
  readonly #house: House
  readonly #org: string
  readonly #seqs: readonly number[]
  readonly #options: ExportOptions
  readonly #evidence = new Set<string>()
  #committed = new Map<number, readonly string[]>()

  constructor(house: House, org: string, seqs: readonly number[], options: ExportOptions) {
    this.#house = house
    this.#org = org
    this.#seqs = seqs
    this.#options = options
  }

  async *events(): AsyncGenerator<Event> {
    for (let from = 0; from < this.#seqs.length; from += BATCH) {
      const rows = await asSystem(this.#house.db, (tx) =>
        tx
          .selectFrom('event')
          .select(LEAF_COLUMNS)
          .where('org_id', '=', this.#org)
          .where('seq', 'in', this.#seqs.slice(from, from + BATCH))
          .orderBy('seq')
          .execute(),
      )
      this.#committed = new Map(rows.map((row) => [row.seq as number, row.committed ?? []]))
      for (const row of rows) {
        const event = logEvent(row, row.seq as number)
        this.#gather(event)
        yield event
      }
      await this.#options.progress?.(Math.min(from + BATCH, this.#seqs.length), this.#seqs.length)
    }
  }

  committed(e: Event): readonly string[] {
    return this.#committed.get(e.seq) ?? []
  }

  /** The files that the events shown name by their SHA-256. */
  async evidence(): Promise<Evidence[]> {
    const { placeOf } = this.#options
    if (!placeOf || this.#evidence.size === 0) return []
    const files = await asSystem(this.#house.db, (tx) =>
      tx
        .selectFrom('file')
        // the organisation's own and its suppliers' may be the same bytes
        .distinctOn('sha256')
        .select(['sha256', 'name'])
        .where('org_id', '=', this.#org)
        .where('sha256', 'in', [...this.#evidence])
        .orderBy('sha256')
        .orderBy('owner')
        .execute(),
    )
    const placed = await Promise.all(files.map(async (file) => ({ ...file, path: await placeOf(file.sha256) })))
    return placed.flatMap(({ name, path }) => (path === undefined ? [] : [{ name, path }]))
  }

  #gather(e: Event): void {
    if (typeof e.body.standard === 'string') this.standards.add(e.body.standard)
    const hidden = this.committed(e).filter((field) => this.#options.withheld?.includes(field))
    const shown = Object.entries(e.body).filter(([field]) => field !== 'standard' && !hidden.includes(field))
    for (const [, sha256] of JSON.stringify(shown).matchAll(SHA256)) this.#evidence.add(sha256 as string)
  }
}
