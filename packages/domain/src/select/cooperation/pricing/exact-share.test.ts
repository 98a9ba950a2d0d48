import Big from 'big.js'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shareOf, withoutTax } from './exact-share.ts'

const rate = fc.integer({ min: 0, max: 2_000_000 }).map((n) => (n / 1_000_000).toString())
const minor = fc.oneof(fc.integer({ min: -10_000_000, max: 10_000_000 }), fc.integer({ min: 0, max: 1e12 }))
const rounded = (x: Big) => x.round(0, Big.roundHalfUp).toNumber() + 0

test('a half rounds away from zero', () => {
  // 5 % of 10 is 0.5; 19 % in 119 leaves 100; 1 ÷ 1.5 is 0.67
  expect([shareOf(10, '0.05'), shareOf(-10, '0.05'), withoutTax(119, '0.19'), withoutTax(1, '0.5')]).toEqual([
    1, -1, 100, 1,
  ])
})

test('shares and amounts without tax are those of decimal arithmetic', () => {
  fc.assert(
    fc.property(minor, rate, (m, r) => {
      const decimal = /e/.test(r) ? '0' : r
      expect(shareOf(m, decimal) + 0).toBe(rounded(new Big(m).times(decimal)))
      // big.js divides to 20 places: enough to tell a half of these figures
      expect(withoutTax(m, decimal) + 0).toBe(rounded(new Big(m).div(new Big(decimal).plus(1))))
    }),
    { numRuns: 2000 },
  )
})
