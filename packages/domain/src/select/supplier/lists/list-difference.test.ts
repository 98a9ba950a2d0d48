import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ListEntry } from '../screening.ts'
import { listDifference, partiesOf } from './list-difference.ts'

const entry = (id: string, names: string[], more: Partial<ListEntry> = {}): ListEntry => ({
  list: 'own-blocked',
  id,
  names,
  ...more,
})
const between = (before: ListEntry[], after: ListEntry[]) => listDifference(partiesOf(before), partiesOf(after))

describe('a newer file of a list', () => {
  it('adds, changes and removes parties; the order of aliases changes nothing, another main name does', () => {
    const before = [
      entry('1', ['Alpha', 'A1', 'A2']),
      entry('2', ['Beta']),
      entry('3', ['Gamma', 'G']),
      entry('4', ['Delta'], { reason: 'fraud' }),
    ]
    const after = [
      entry('1', ['Alpha', 'A2', 'A1']),
      entry('3', ['G', 'Gamma']),
      entry('4', ['Delta'], { reason: 'counterfeits' }),
      entry('5', ['Epsilon']),
    ]
    expect(between(before, after).map(({ party, what }) => [party, what])).toEqual([
      ['5', 'added'],
      ['3', 'changed'],
      ['4', 'changed'],
      ['2', 'removed'],
    ])
  })

  it('with two entries of one number names one party under all their names', () => {
    expect([...partiesOf([entry('1', ['Alpha', 'A']), entry('1', ['Alpha', 'B'])]).values()]).toEqual([
      { id: '1', names: ['Alpha', 'A', 'B'] },
    ])
  })

  it('carried out on the former parties gives those of the newer file, whatever they are', () => {
    const list = fc.uniqueArray(
      fc.record({
        id: fc.constantFrom(...'abcdefgh'),
        names: fc.array(fc.constantFrom('p', 'q', 'r'), { minLength: 1 }),
      }),
      { selector: (e) => e.id },
    )
    const entries = list.map((all) => all.map(({ id, names }) => entry(id, names)))
    fc.assert(
      fc.property(entries, entries, (before, after) => {
        const parties = new Map(partiesOf(before))
        for (const change of between(before, after)) {
          if (change.after) parties.set(change.party, change.after)
          else parties.delete(change.party)
        }
        const told = (m: ReadonlyMap<string, { names: readonly string[] }>) =>
          new Map([...m].map(([id, { names }]) => [id, [names[0], ...names.slice(1).toSorted()]]))
        expect(told(parties)).toEqual(told(partiesOf(after)))
      }),
    )
  })
})
