import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confidenceOf } from './confidence.ts'
import { STRENGTH, SURE } from './weights.ts'

const weight = fc.double({ min: 0, max: 30, noNaN: true })

describe('confidence', () => {
  it('is none without signs, not enough with one weak word, and 0.85 with one strong word alone', () => {
    expect(confidenceOf(0, 0)).toBe(0)
    expect(confidenceOf(STRENGTH.weak, 0)).toBeLessThan(SURE)
    // 1 - e^(-3 / 1.58) = 0.8502
    expect(confidenceOf(STRENGTH.strong, 0)).toBe(0.85)
  })

  it('is less than even when two classes have the same signs', () => {
    expect(confidenceOf(10, 10)).toBe(0.45)
  })

  it('grows with the signs and falls with the rival’s', () => {
    fc.assert(
      fc.property(weight, weight, weight, (a, b, c) => {
        const [low, middle, high] = [a, b, c].sort((x, y) => x - y) as [number, number, number]
        expect(confidenceOf(high, low)).toBeGreaterThanOrEqual(confidenceOf(high, middle))
        expect(confidenceOf(high, low)).toBeGreaterThanOrEqual(confidenceOf(middle, low))
      }),
    )
  })
})
