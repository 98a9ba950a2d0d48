import { setImmediate as turn } from 'node:timers/promises'
import type { Listing } from '@haixuan/domain/select/product/listing'
import { type ImportReport, importListings } from '@haixuan/interchange/import/import-listings'
import { importWordsOf } from '@haixuan/interchange/import/import-words'
import type { Standard } from '@haixuan/interchange/standard/load'
import { z } from 'zod'
import { judgeOfNew } from '../../flow/decide/decide-new.ts'
import { type Judge, ReadAhead } from '../../flow/judge/judge.ts'
import { projectFor } from '../../plan/project/store.ts'
import { type Job, taskKind } from '../../platform/jobs/task-kind.ts'
import { recordCandidates, rememberedSuppliers } from '../product/add-candidates.ts'
import { decideUndecided } from './decide-undecided.ts'
import { keepFaults, type RowFault } from './faults.ts'
import { listInput } from './list-input.ts'
import { headersOf, rememberMapping } from './mapping.ts'
import { countRows, withList } from './read-list.ts'
import { takePrices } from './take-prices.ts'

/** Rows of a batch: few at first, so that something is to be seen, and written while the next are read; then more, which takes less. */
const ROWS_AT_FIRST = 500
const ROWS_AT_ONCE = 4_000
/** Rows that are read in one go, some two milliseconds. */
const ROWS_A_TURN = 32
/** Digits of a list's SHA-256 that tell its rows from those of other lists. */
const LIST_DIGITS = 12

const input = listInput.extend({
  project: z.string(),
  file: z.string(),
  currency: z.string().optional(),
  channel: z.string().optional(),
  seller: z.string().optional(),
  prices: z.enum(['keep', 'take']).default('keep'),
})
type Input = z.output<typeof input>

/** How far an import has come: the last row that is dealt with, and what became of the listings up to it. */
type Place = {
  readonly row: number
  readonly added: number
  readonly present: number
  /** of those that were there: how many took another price */
  readonly repriced?: number
  readonly logged?: boolean
  /** suppliers whose gate turned by what they sell */
  readonly turned?: readonly string[]
  /** how far the products are decided */
  readonly decided?: { readonly after: string; readonly count: number }
}
const BEGINNING: Place = { row: 0, added: 0, present: 0 }
type Batch = {
  readonly row: number
  readonly listings: readonly Listing[]
  readonly faults: readonly RowFault[]
  readonly ahead: ReadAhead | undefined
}

/**
 * P2 · Adds the rows of a list to a project as candidates, each decided, batch by batch; while PostgreSQL writes one, the
 * next is read, its class, claims and signals too. A batch is kept whole with its place or not at all, so that an import
 * that was cut off goes on with the next row; rows that have no sku or gtin get an id of the list and the row, so that the
 * same list imported again adds nothing.
 */
export const importProducts = taskKind({
  name: 'product.import',
  input,
  run: (job) =>
    withList(job.house, job.actor.org, job.input, async (source) => {
      let place = (job.place as Place | null) ?? BEGINNING
      const from = place.row
      const of = await countRows(source, job.input.sheet)
      await job.progress(place.row, of)
      const suppliers = rememberedSuppliers()
      const oneByOne = inTurn()
      let judge: Judge | undefined
      const readAhead = () => judge && new ReadAhead(judge)
      const report = await readBatches(job, source, readAhead, async ({ row, listings, faults, ahead }) => {
        if (row <= from) return
        const rest = listings.filter((l) => l.row > from)
        await oneByOne((goOn) =>
          job.step(async (asked) => {
            const project = await projectFor(asked, job.input.project, 'share')
            judge = judgeOfNew(asked, project)
            const { added, events, turned } = await recordCandidates(asked, project, rest, {
              channel: job.input.channel,
              suppliers,
              ahead,
              writing: goOn,
            })
            const taken = job.input.prices === 'take' ? await takePrices(asked, project, rest, new Set(added)) : NONE
            await keepFaults(asked, job.id, faults)
            place = {
              row,
              added: place.added + added.length,
              present: place.present + rest.length - added.length,
              repriced: (place.repriced ?? 0) + taken.repriced,
              turned: [...new Set([...(place.turned ?? []), ...turned])],
            }
            return { events: [...events, ...taken.events], place, done: row, of: Math.max(of, row) }
          }),
        )
      })
      await oneByOne()
      if (!place.logged) {
        place = { ...place, logged: true }
        await logImport(job, report, place)
      }
      await decideUndecided(job, job.input.project, place, { rows: report.rows, turned: place.turned ?? [] })
      const { added, present, repriced = 0 } = place
      return { ...report, file: job.input.file, added, present, repriced }
    }),
})

/**
 * Begins one piece of work when the one before has ended, and waits until it lets others go on beside it; called without,
 * for all. What comes next would else be read between its short questions, and PostgreSQL wait for the one that is long.
 */
function inTurn(): (work?: (goOn: () => void) => Promise<void>) => Promise<void> {
  let before: Promise<void> = Promise.resolve()
  return async (work) => {
    await before
    if (!work) return
    await new Promise<void>((goOn) => {
      before = work(goOn)
      // what goes wrong is told to the next
      before.then(goOn, goOn)
    })
  }
}

/** Reads the list and hands on its rows by batches, the listings read ahead where someone can; gives the report. */
async function readBatches(
  { house, input }: Job<Input>,
  source: string,
  readAhead: () => ReadAhead | undefined,
  take: (batch: Batch) => Promise<void>,
): Promise<ImportReport> {
  const list = input.sha256.slice(0, LIST_DIGITS)
  const { map, sheet, currency, seller } = input
  const ofList = (l: Listing): Listing => ({
    ...l,
    ...(l.seller || seller === undefined ? {} : { seller }),
    ...(l.sku || l.gtin ? {} : { list }),
  })
  const words = importWordsOf(house.standard as unknown as Standard)
  const batchFrom = (row: number) => ({ row, listings: [] as Listing[], faults: [] as RowFault[], ahead: readAhead() })
  let most = ROWS_AT_FIRST
  let batch = batchFrom(0)
  const sizeOf = () => batch.listings.length + batch.faults.length
  for await (const e of importListings(source, { words, map, sheet, currency })) {
    if (e.kind === 'report') {
      if (sizeOf() > 0) await take(batch)
      return e.report
    }
    if (e.kind === 'warning') continue
    if (e.kind === 'listing') {
      const listing = ofList(e.listing)
      batch.ahead ??= readAhead()
      batch.ahead?.read(listing)
      batch.listings.push(listing)
    } else batch.faults.push({ row: e.row, field: e.field, reason: e.reason })
    batch.row = e.kind === 'listing' ? e.listing.row : e.row
    // what PostgreSQL is sent, and its answer, wait for no more than these
    if (sizeOf() % ROWS_A_TURN === 0) await turn()
    if (sizeOf() < most) continue
    await take(batch)
    most = Math.min(2 * most, ROWS_AT_ONCE)
    batch = batchFrom(batch.row)
  }
  throw new Error(`${source} gave no report of its import`)
}

const logImport = ({ step, input }: Job<Input>, report: ImportReport, place: Place) =>
  step(async (asked) => {
    const { rows, rejected } = report
    if (input.map) await rememberMapping(asked, headersOf(report), input.seller, input.map)
    return {
      events: [
        {
          type: 'listings.imported',
          subject: input.project,
          clause: 'P2',
          project: input.project,
          body: { file: input.file, sha256: input.sha256, rows, rejected },
        },
      ],
      place,
      done: rows,
      of: rows,
    }
  })

/** What is done when nothing is asked for. */
const NONE = { repriced: 0, events: [] }
