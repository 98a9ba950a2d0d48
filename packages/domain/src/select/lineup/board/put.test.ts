import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { differencesBetween } from './compare.ts'
import { exchanged, moved, putInto, putsBetween, type Seat } from './put.ts'
import { clockAfter, slotTimes } from './slot-times.ts'

const seats = (ids: string, locked = 0): Seat[] =>
  [...ids].map((id, at) => ({
    slot: at + 1,
    product: id === '-' ? null : id,
    role: id === '-' ? null : 'regular',
    locked: at + 1 === locked,
  }))
const read = (all: readonly Seat[]) => all.map((s) => s.product ?? '-').join('')

describe('slots arranged by hand', () => {
  it('exchange, move up, and leave locked ones where they are', () => {
    expect(read(putInto(seats('abcde'), exchanged(seats('abcde'), 2, 4)))).toBe('adcbe')
    expect(read(putInto(seats('abcde'), moved(seats('abcde'), 1, 4)))).toBe('bcdae')
    expect(read(putInto(seats('abcde'), moved(seats('abcde'), 5, 2)))).toBe('aebcd')
    expect(read(putInto(seats('abcde', 3), moved(seats('abcde', 3), 1, 4)))).toBe('bdcae')
  })

  it('refuse a product twice, a slot that is not there, and a locked slot', () => {
    expect(() => putInto(seats('abc'), [{ slot: 1, product: 'c' }])).toThrow('c would stand in slots 1 and 3')
    expect(() => putInto(seats('abc'), [{ slot: 4, product: 'd' }])).toThrow('there is no slot 4')
    expect(() => putInto(seats('abc', 2), [{ slot: 2, product: 'd' }])).toThrow('slot 2 is locked')
  })

  it('are undone by the puts between, turned round', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...'abcdef-'], { minLength: 7 }), fc.nat(6), fc.nat(6), (ids, a, b) => {
        const before = seats(ids.join(''))
        const after = putInto(before, moved(before, a + 1, b + 1))
        expect(read(putInto(after, putsBetween(after, before)))).toBe(read(before))
        const differ = before.filter((s, at) => s.product !== after[at]?.product && s.product !== null).length
        expect(differencesBetween(before, after)).toHaveLength(differ)
      }),
    )
  })

  it('keep their minutes with the product, and begin one after another', () => {
    const long = putInto(seats('abc'), [{ slot: 1, product: 'a', minutes: 12 }])
    const after = putInto(long, exchanged(long, 1, 3))
    expect(after.map((s) => s.minutes)).toEqual([undefined, undefined, 12])
    expect(slotTimes(after, 5)?.map((t) => [t.from, t.minutes])).toEqual([
      [0, 5],
      [5, 5],
      [10, 12],
    ])
    expect(slotTimes(after, undefined)).toBeUndefined()
    expect(clockAfter('23:50', 22)).toBe('00:12')
  })
})
