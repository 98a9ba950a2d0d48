import type { ListEntry } from '../screening.ts'

/** A party of a list, without the list it stands on. */
export type ListedParty = Omit<ListEntry, 'list'>

/** What a newer file of a list does to one party. */
export type PartyChange = {
  readonly party: string
  readonly what: 'added' | 'changed' | 'removed'
  readonly before?: ListedParty
  readonly after?: ListedParty
}

/** The parties of a list by their number, in its order; entries of one number are one party under all their names. */
export function partiesOf(entries: readonly ListEntry[]): ReadonlyMap<string, ListedParty> {
  const parties = new Map<string, ListedParty>()
  for (const { list: _, ...entry } of entries) {
    const known = parties.get(entry.id)
    const party = known ? { ...known, names: [...known.names, ...entry.names] } : entry
    parties.set(entry.id, { ...party, names: [...new Set(party.names)] })
  }
  return parties
}

/** I2 · What a newer file of a list adds, changes and removes. The order of aliases says nothing, the main name is the first. */
export function listDifference(
  before: ReadonlyMap<string, ListedParty>,
  after: ReadonlyMap<string, ListedParty>,
): readonly PartyChange[] {
  const added: PartyChange[] = []
  const changed: PartyChange[] = []
  const removed: PartyChange[] = []
  for (const [party, now] of after) {
    const then = before.get(party)
    if (!then) added.push({ party, what: 'added', after: now })
    else if (saidOf(then) !== saidOf(now)) changed.push({ party, what: 'changed', before: then, after: now })
  }
  for (const [party, then] of before) if (!after.has(party)) removed.push({ party, what: 'removed', before: then })
  return [...added, ...changed, ...removed]
}

/** All that a list says of a party, the same however its aliases are ordered. */
const saidOf = ({ names: [main, ...aliases], kind, programme, country, reason }: ListedParty): string =>
  JSON.stringify([main, aliases.toSorted(), kind, programme, country, reason])
