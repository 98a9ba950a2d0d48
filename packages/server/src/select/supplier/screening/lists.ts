import type { Day } from '@haixuan/domain/kernel/day'
import { BadInput } from '@haixuan/domain/kernel/errors'
import type { ScreenedList } from '@haixuan/domain/select/supplier/screen-supplier'
import { buildIndex, type ListEntry } from '@haixuan/domain/select/supplier/screening'
import { readLists } from '@haixuan/interchange/lists/list-files'
import type { Standard } from '@haixuan/interchange/standard/load'
import type { House } from '../../../house.ts'
import type { Asked } from '../../../platform/commands/command.ts'
import { Problem } from '../../../platform/http/problem.ts'

type Stored = { readonly sha256: string; readonly name: string }
type ReadList = {
  readonly id: string
  readonly day: Day | undefined
  readonly entries: readonly ListEntry[]
  readonly parties: number
  readonly names: number
}

/** Reads the files of one list; what is wrong is told by the names they were sent by. @throws BadInput, Problem */
export async function readList({ files }: House, org: string, stored: readonly Stored[]): Promise<ReadList> {
  const places = new Map<string, string>()
  for (const { sha256, name } of stored) {
    const place = await files.placeOf(org, sha256)
    if (place === undefined) throw new Problem('not-found', { detail: `the bytes of ${name} are gone` })
    places.set(place, name)
  }
  try {
    const { entries, files: read } = await readLists([...places.keys()])
    const ids = [...new Set(entries.map((e) => e.list))]
    if (ids.length !== 1) throw new BadInput('the files are of more than one list; adopt one list at a time', {})
    const day = read.find((f) => f.date !== undefined)?.date as Day | undefined
    const names = entries.reduce((sum, e) => sum + e.names.length, 0)
    return { id: ids[0] as string, day, entries, parties: entries.length, names }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error
    let said = error.message
    for (const [place, name] of places) said = said.replaceAll(place, name)
    throw new BadInput(said, { field: 'files' })
  }
}

/** Indexes that were built, newest last: a list is screened against many times and changes rarely. */
const built = new Map<string, ScreenedList['index']>()
const KEPT = 4

/** Every list of the organisation, ready to screen against. */
export async function listsOf({
  tx,
  actor,
  house,
}: Pick<Asked, 'tx' | 'actor' | 'house'>): Promise<readonly ScreenedList[]> {
  const rows = await tx
    .selectFrom('screening_list')
    .select(['id', 'day', 'files'])
    .where('org_id', '=', actor.org)
    .orderBy('id')
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
