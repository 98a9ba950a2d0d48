import type { RiskFile } from './risk.ts'

/** Counts of one indicator: `events` among `trials`, both whole numbers, events ≤ trials. */
export type Count = { readonly events: number; readonly trials: number }

/**
 * Bounds of a share by Wilson's score interval (E. B. Wilson, JASA 22, 1927), so that three returns of four orders
 * say less than three hundred of four hundred. `z` is the normal quantile of the confidence.
 */
export function wilson({ events, trials }: Count, z: number): { low: number; high: number } {
  if (trials === 0) return { low: 0, high: 1 }
  const p = events / trials
  const z2 = z * z
  const middle = p + z2 / (2 * trials)
  const spread = z * Math.sqrt((p * (1 - p)) / trials + z2 / (4 * trials * trials))
  const scale = 1 + z2 / trials
  return { low: Math.max(0, (middle - spread) / scale), high: Math.min(1, (middle + spread) / scale) }
}

/** Two-sided normal quantiles for the confidences an organisation may choose (tables of the normal distribution). */
const QUANTILES: Record<string, number> = {
  '0.80': 1.2816,
  '0.90': 1.6449,
  '0.95': 1.96,
  '0.98': 2.3263,
  '0.99': 2.5758,
}

/** The two-sided normal quantile of a confidence such as 0.95. */
export const quantileOf = (confidence: string): number => QUANTILES[confidence] as number

export type Reading = {
  readonly id: string
  readonly events: number
  readonly trials: number
  readonly low: number
  readonly high: number
  readonly state: 'quiet' | 'alert' | 'hold'
}

/** Reads the indicators on counts by name. An alert needs the lower bound above the threshold: a few counts do not alarm. */
export function readIndicators(file: RiskFile, counts: Readonly<Record<string, number>>): Reading[] {
  const z = quantileOf(file.confidence)
  return file.indicators.map((indicator): Reading => {
    const [event, trial] = indicator.counts
    const count = { events: counts[event] ?? 0, trials: counts[trial] ?? 0 }
    const { low, high } = wilson(count, z)
    const beyond = (limit: string) => count.events > 0 && low > Number(limit)
    return {
      id: indicator.id,
      ...count,
      low,
      high,
      state: beyond(indicator.hold) ? 'hold' : beyond(indicator.alert) ? 'alert' : 'quiet',
    }
  })
}
