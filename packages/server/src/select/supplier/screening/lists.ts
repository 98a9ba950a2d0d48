import type { Day } from '@haixuan/domain/kernel/day'
import { BadInput } from '@haixuan/domain/kernel/errors'
import { withWords } from '@haixuan/domain/kernel/reason'
import { type ListedParty, partiesOf } from '@haixuan/domain/select/supplier/lists/list-difference'
import { OWN_LIST } from '@haixuan/domain/select/supplier/lists/list-names'
import type { ScreenedList } from '@haixuan/domain/select/supplier/screen-supplier'
import { buildIndex, type ListEntry } from '@haixuan/domain/select/supplier/screening'
import { readLists } from '@haixuan/interchange/lists/list-files'
import { BadRow } from '@haixuan/interchange/lists/own-list'
import type { Standard } from '@haixuan/interchange/standard/load'
import type { House } from '../../../house.ts'
import type { Asked } from '../../../platform/commands/command.ts'
import { fileOf } from '../../../platform/files/find-file.ts'
import { Problem } from '../../../platform/http/problem.ts'
import { because } from '../../because.ts'

type Stored = { readonly sha256: string; readonly name: string }
type In = Pick<Asked, 'tx' | 'actor' | 'house'>
export type ReadList = {
  readonly id: string
  /** as the file names it */
  readonly day: Day | undefined
  readonly files: readonly Stored[]
  readonly entries: readonly ListEntry[]
  readonly parties: ReadonlyMap<string, ListedParty>
  readonly names: number
}
const LONGEST_NUMBER = 300

/** Reads the files of one list as they were uploaded, by their hashes. @throws BadInput, Problem */
export async function uploadedList(asked: In, hashes: readonly string[]): Promise<ReadList> {
  const files: Stored[] = []
  for (const hash of new Set(hashes)) {
    const { sha256, name } = await fileOf(asked, hash)
    files.push({ sha256, name })
  }
  return readList(asked.house, asked.actor.org, files)
}

/** Reads the files of one list; what is wrong is told by the names they were sent by. @throws BadInput, Problem */
export async function readList({ files: store }: House, org: string, files: readonly Stored[]): Promise<ReadList> {
  const places = new Map<string, string>()
  for (const { sha256, name } of files) {
    const place = await store.placeOf(org, sha256)
    if (place === undefined) throw new Problem('not-found', { why: because('named-file-content-gone', { name }) })
    places.set(place, name)
  }
  try {
    const { entries, files: read } = await readLists([...places.keys()])
    const ids = [...new Set(entries.map((e) => e.list))]
    if (ids.length !== 1) throw new BadInput(because('several-lists'), {})
    const long = entries.find((e) => e.id.length > LONGEST_NUMBER)
    if (long) throw new BadInput(because('party-number-too-long', { longestnumber: LONGEST_NUMBER }), {})
    const day = read.find((f) => f.date !== undefined)?.date as Day | undefined
    const parties = partiesOf(entries)
    const names = [...parties.values()].reduce((sum, p) => sum + p.names.length, 0)
    return { id: ids[0] as string, day, files, entries, parties, names }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    throw toldByName(error, places)
  }
}

/** Puts the name a file was sent by where the reader had its place. */
function toldByName(error: BadInput, places: ReadonlyMap<string, string>): Problem | BadInput {
  const named = (text: string) => [...places].reduce((all, [place, name]) => all.replaceAll(place, name), text)
  const { reason, place, field } = error
  const why = withWords(reason, named)
  const where = place === undefined ? {} : { place: named(place) }
  if (!(error instanceof BadRow)) return new BadInput(why, { ...where, field: 'files' })
  return new Problem('bad-input', { why, ...where, field: field ?? 'files', remedy: error.remedy })
}

/** The day of a list that its file does not name: an own list is of the day it is uploaded. */
export const dayOfList = (read: Pick<ReadList, 'id' | 'day'>, today: Day): Day | undefined =>
  read.day ?? (read.id === OWN_LIST ? today : undefined)

/** Indexes that were built, newest last: a list is screened against many times and changes rarely. */
const built = new Map<string, ScreenedList['index']>()
const KEPT = 4

/**
 * Every list of the organisation, ready to screen against; none is withdrawn or put in the place of another before the
 * transaction that screens is over.
 */
export async function listsOf({ tx, actor, house }: In): Promise<readonly ScreenedList[]> {
  const rows = await tx
    .selectFrom('screening_list')
    .select(['id', 'day', 'files'])
    .where('org_id', '=', actor.org)
    .where('withdrawn_at', 'is', null)
    .orderBy('id')
    .forShare()
    .execute()
  return Promise.all(
    rows.map(async ({ id, day, files }) => {
      const hashes = files.map((f) => f.sha256)
      const key = [actor.org, ...hashes].join(' ')
      const known = built.get(key)
      const index =
        known ??
        buildIndex((await readList(house, actor.org, files)).entries, (house.standard as unknown as Standard).screening)
      built.delete(key)
      built.set(key, index)
      for (const old of [...built.keys()].slice(0, -KEPT)) built.delete(old)
      return { id, day: day as Day, files: hashes, index }
    }),
  )
}
