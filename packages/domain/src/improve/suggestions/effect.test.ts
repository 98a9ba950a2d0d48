import { describe, expect, it } from 'vitest'
import { effectOf } from './effect.ts'

const count = (events: number, trials: number) => ({ events, trials })

describe('the effect of a measure', () => {
  // Newcombe 1998, table II, method 10: differences of 56/70 − 48/80, 9/10 − 3/10, 10/10 − 0/20
  it.each([
    [count(48, 80), count(56, 70), 0.0524, 0.3339],
    [count(3, 10), count(9, 10), 0.1705, 0.809],
    [count(0, 20), count(10, 10), 0.6791, 1],
  ])('%j → %j', (before, after, low, high) => {
    const effect = effectOf(before, after)
    expect(effect.low).toBeCloseTo(low, 4)
    expect(effect.high).toBeCloseTo(high, 4)
    expect(effect.verdict).toBe('worse')
    expect(effectOf(after, before)).toMatchObject({ verdict: 'better', change: -(effect.change as number) })
  })

  it('is not clear from few counts, or from none', () => {
    expect(effectOf(count(3, 10), count(1, 10)).verdict).toBe('not-clear')
    expect(effectOf(count(3, 10), count(0, 0))).toMatchObject({ change: null, verdict: 'not-clear' })
  })
})
