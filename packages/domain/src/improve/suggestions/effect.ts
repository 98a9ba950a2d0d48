import { type Count, wilson } from '../../supervise/risk/indicator.ts'

/** How far a share moved from before to after; `worse` and `better` only when the interval leaves no doubt. */
export type Effect = {
  readonly before: Count
  readonly after: Count
  /** share after − share before; null while one of them has no trials */
  readonly change: number | null
  readonly low: number
  readonly high: number
  readonly verdict: 'better' | 'worse' | 'not-clear'
}

const Z_95 = 1.96

/**
 * T3 · Compares an indicator before and after a measure: the difference of two shares with Newcombe's hybrid score interval
 * (R. G. Newcombe, Statistics in Medicine 17, 1998, method 10), at 95 %. Fewer is better for the shares the register watches.
 */
export function effectOf(before: Count, after: Count, z = Z_95): Effect {
  if (before.trials === 0 || after.trials === 0)
    return { before, after, change: null, low: -1, high: 1, verdict: 'not-clear' }
  const { change, low, high } = differenceOf(before, after, z)
  return { before, after, change, low, high, verdict: high < 0 ? 'better' : low > 0 ? 'worse' : 'not-clear' }
}

/** share after − share before with Newcombe's interval; both have trials. */
export function differenceOf(before: Count, after: Count, z = Z_95): { change: number; low: number; high: number } {
  const share = ({ events, trials }: Count) => events / trials
  const change = share(after) - share(before)
  const [a, b] = [wilson(after, z), wilson(before, z)]
  return {
    change,
    low: change - Math.hypot(share(after) - a.low, b.high - share(before)),
    high: change + Math.hypot(a.high - share(after), share(before) - b.low),
  }
}
