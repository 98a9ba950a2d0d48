import type { SamplingPlan } from './sampling.ts'

/** How nonconforming units fall into a sample: many lots of a process, one lot of so many units, or faults per unit. */
export type OcModel = 'binomial' | 'hypergeometric' | 'poisson'

/** ln n!, by the sum: exact enough for samples of any lot, and fast enough up to some hundred thousand units. */
const LOGS: number[] = [0]
function logFactorial(n: number): number {
  for (let k = LOGS.length; k <= n; k += 1) LOGS.push((LOGS[k - 1] as number) + Math.log(k))
  return LOGS[n] as number
}
const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k)

/** Chance of exactly k nonconforming units in a sample of n, of which `share` are nonconforming in the lot. */
type Chance = (n: number, k: number, taken: number, gone: number) => number

function chanceBy(model: OcModel, share: number, units: number): Chance {
  if (model === 'binomial')
    return (n, k) =>
      share <= 0
        ? Number(k === 0)
        : share >= 1
          ? Number(k === n)
          : Math.exp(logChoose(n, k) + k * Math.log(share) + (n - k) * Math.log1p(-share))
  if (model === 'poisson')
    return (n, k) => (share <= 0 ? Number(k === 0) : Math.exp(k * Math.log(n * share) - n * share - logFactorial(k)))
  const bad = Math.round(share * units)
  return (n, k, taken, gone) => {
    const left = units - taken
    const badLeft = bad - gone
    if (k > badLeft || n - k > left - badLeft || badLeft < 0) return 0
    return Math.exp(logChoose(badLeft, k) + logChoose(left - badLeft, n - k) - logChoose(left, n))
  }
}

/** Chance that a lot with this share of nonconforming units is accepted by a plan, single or double. */
export function acceptanceOf(
  plan: Pick<SamplingPlan, 'sampleSize' | 'accept' | 'reject'>,
  share: number,
  model: OcModel,
  units: number,
): number {
  const chance = chanceBy(model, share, units)
  const upTo = (n: number, most: number, taken: number, gone: number) => {
    let total = 0
    for (let k = 0; k <= Math.min(most, n); k += 1) total += chance(n, k, taken, gone)
    return total
  }
  const sizes = typeof plan.sampleSize === 'number' ? [plan.sampleSize] : plan.sampleSize
  const [first = 0, second] = sizes.map((n) => Math.min(n, units))
  if (second === undefined || typeof plan.accept === 'number')
    return Math.min(1, upTo(first, plan.accept as number, 0, 0))
  const [least, both] = plan.accept
  const [refuse] = plan.reject as readonly [number, number]
  let total = upTo(first, least, 0, 0)
  for (let k = least + 1; k < refuse; k += 1)
    total += chance(first, k, 0, 0) * upTo(Math.min(second, units - first), both - k, first, k)
  return Math.min(1, total)
}

/** The share of nonconforming units at which a plan accepts with this chance, by halving; binomial, so that it is smooth. */
export function shareAt(plan: Pick<SamplingPlan, 'sampleSize' | 'accept' | 'reject'>, chance: number): number {
  let [low, high] = [0, 1]
  for (let i = 0; i < 50; i += 1) {
    const middle = (low + high) / 2
    if (acceptanceOf(plan, middle, 'binomial', Number.MAX_SAFE_INTEGER) > chance) low = middle
    else high = middle
  }
  return (low + high) / 2
}

export type OcPoint = { readonly share: number; readonly chance: number }

/**
 * The operating characteristic of a plan: points from none to where hardly a lot is accepted, and the shares at which 95,
 * 50 and 10 of 100 lots are.
 */
export function ocCurve(
  plan: Pick<SamplingPlan, 'sampleSize' | 'accept' | 'reject'>,
  units: number,
  model: OcModel,
): {
  readonly points: readonly OcPoint[]
  readonly at: { readonly '0.95': number; readonly '0.50': number; readonly '0.10': number }
} {
  const end = Math.min(1, shareAt(plan, 0.005))
  const steps = 60
  // by hypergeometric chances a share is a whole number of units
  const shares = Array.from({ length: steps + 1 }, (_, i) => (end * i) / steps)
  const exact = model === 'hypergeometric' ? [...new Set(shares.map((s) => Math.round(s * units) / units))] : shares
  return {
    points: exact.map((share) => ({ share, chance: acceptanceOf(plan, share, model, units) })),
    at: { '0.95': shareAt(plan, 0.95), '0.50': shareAt(plan, 0.5), '0.10': shareAt(plan, 0.1) },
  }
}
