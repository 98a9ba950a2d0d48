import type { Day } from '../../kernel/day.ts'
import { nameKey } from './names/name-key.ts'
import { type ScreeningIndex, screen } from './screening.ts'
import type { Screening, Supplier } from './supplier.ts'

/** A list as it was screened against: its names indexed, its own day, and the files it was read from. */
export type ScreenedList = {
  readonly id: string
  readonly day: Day
  readonly files: readonly string[]
  readonly index: ScreeningIndex
}

/** The names a supplier is screened by: its own, its representative, and its owners from a share on, or of unknown share. */
export function namesToScreen(
  s: Pick<Supplier, 'name' | 'names' | 'representative' | 'beneficial-owners'>,
  ownerShare: number,
): readonly string[] {
  const owners = s['beneficial-owners'].filter((o) => o.share === undefined || Number(o.share) >= ownerShare)
  const all = [
    s.name,
    ...s.names,
    ...(s.representative ? [s.representative] : []),
    ...owners.flatMap((o) => [o.name, ...o.names]),
  ]
  return [...new Map(all.map((name) => [nameKey(name), name])).values()]
}

/**
 * I2 · Screens a supplier's names against one list. What was decided before of the very same hits stands, as a list that
 * comes anew asks nothing new of them; any other hit awaits a decision.
 */
export function screenSupplier(supplier: Supplier, list: ScreenedList, ownerShare: number, on: Day): Screening {
  const names = namesToScreen(supplier, ownerShare)
  const hits = names.flatMap((name) =>
    screen(list.index, name).map(({ entry, name: listed, score, words }) => ({
      name,
      entry: entry.id,
      score,
      listed,
      ...(entry.kind ? { kind: entry.kind } : {}),
      ...(entry.programme ? { programme: entry.programme } : {}),
      ...(entry.country ? { country: entry.country } : {}),
      ...(entry.reason ? { reason: entry.reason } : {}),
      words: words.map((w) => ({ ...w })),
    })),
  )
  const before = supplier.screenings.filter((s) => s.list === list.id && s.decision).at(-1)
  const same = (hit: (typeof hits)[number]) =>
    before?.hits.some((b) => b.entry === hit.entry && b.name === hit.name && (b.listed ?? hit.listed) === hit.listed)
  const stands = hits.length > 0 && before !== undefined && hits.every(same)
  return {
    list: list.id,
    'list-date': list.day,
    on,
    names: [...names],
    files: [...list.files],
    hits,
    ...(stands
      ? {
          decision: before.decision,
          ...(before['decided-by'] ? { 'decided-by': before['decided-by'] } : {}),
          ...(before['decided-on'] ? { 'decided-on': before['decided-on'] } : {}),
          ...(before.reason ? { reason: before.reason } : {}),
        }
      : {}),
  }
}

/** What became of screenings against a list that the organisation withdrew: they stand on record and decide no more. */
export const withdrawnScreenings = (
  supplier: Supplier,
  list: string,
  withdrawn: NonNullable<Screening['withdrawn']>,
): Supplier => ({
  ...supplier,
  screenings: supplier.screenings.map((s) => (s.list === list && !s.withdrawn ? { ...s, withdrawn } : s)),
})
