import fc from 'fast-check'
import { expect, test } from 'vitest'
import { allocate } from './allocate.ts'
import { money } from './money.ts'

const minors = (total: number, weights: number[]) => allocate(money(total, 'EUR'), weights).map((m) => m.minor)

test('10.00 over 1:1:1 gives 3.34 + 3.33 + 3.33, the odd cent to the first', () => {
  expect(minors(1000, [1, 1, 1])).toEqual([334, 333, 333])
})

test('the largest remainder gets the odd cent: 1.00 over 2:5:3 of 11 parts', () => {
  // 100 × 2/11 = 18.18, 100 × 5/11 = 45.45, 100 × 4/11 = 36.36; one cent left → the .45
  expect(minors(100, [2, 5, 4])).toEqual([18, 46, 36])
})

test('all weights zero shares equally; a negative amount mirrors the positive one', () => {
  expect(minors(5, [0, 0])).toEqual([3, 2])
  expect(minors(-1000, [1, 1, 1])).toEqual([-334, -333, -333])
})

test('a negative weight is refused', () => {
  expect(() => minors(5, [1, -1])).toThrow('whole weights')
})

test('shares add up and none is more than one minor unit from its exact part', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e9 }),
      fc.array(fc.integer({ min: 0, max: 1e6 }), { minLength: 1, maxLength: 9 }),
      (total, weights) => {
        const shares = minors(total, weights)
        expect(shares.reduce((a, b) => a + b, 0)).toBe(total)
        const whole = weights.reduce((a, b) => a + b, 0)
        if (whole > 0)
          for (const [i, w] of weights.entries())
            expect(Math.abs((shares[i] ?? 0) - (total * w) / whole)).toBeLessThan(1)
      },
    ),
  )
})
