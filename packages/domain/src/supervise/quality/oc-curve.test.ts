import { describe, expect, it } from 'vitest'
import { acceptanceOf, ocCurve, shareAt } from './oc-curve.ts'

const single = (n: number, accept: number) => ({ sampleSize: n, accept, reject: accept + 1 })

describe('chance that a lot is accepted', () => {
  it('binomial: n = 80, Ac = 2 at 1 %', () =>
    // Σ C(80,k) .01^k .99^(80-k), k = 0…2 = 0.4475 + 0.3616 + 0.1443 = 0.9534
    expect(acceptanceOf(single(80, 2), 0.01, 'binomial', 1000)).toBeCloseTo(0.9534, 3))

  it('hypergeometric: 3 of 10 taken, 2 nonconforming, none allowed', () =>
    // C(8,3) / C(10,3) = 56 / 120
    expect(acceptanceOf(single(3, 0), 0.2, 'hypergeometric', 10)).toBeCloseTo(56 / 120, 10))

  it('hypergeometric: 13 of 100 taken, 4 nonconforming, one allowed', () =>
    // P(0) = 87·86·85·84 / (100·99·98·97) = 53421480 / 94109400 = 0.567653; P(1) = 4·13·87·86·85 / 94109400 = 0.351404
    expect(acceptanceOf(single(13, 1), 0.04, 'hypergeometric', 100)).toBeCloseTo(0.919057, 5))

  it('Poisson: np = 2 with Ac = 1 is e^-2 (1 + 2) = 0.4060', () =>
    expect(acceptanceOf(single(20, 1), 0.1, 'poisson', 1000)).toBeCloseTo(0.406, 4))

  it('double, 80 + 80, 2-5 then 6-7, at 4 %: what the first sample leaves open, the second decides', () => {
    // binomial terms of n = 80, p = 0.04, by the recurrence b(k+1) = b(k) (80-k)/(k+1) · 0.04/0.96 from 0.96^80 = 0.038163
    const b = [0.03816]
    for (let k = 0; k < 8; k += 1) b.push((((b[k] as number) * (80 - k)) / (k + 1)) * (0.04 / 0.96))
    const upTo = (k: number) => b.slice(0, k + 1).reduce((sum, x) => sum + x, 0)
    const byHand = upTo(2) + (b[3] as number) * upTo(3) + (b[4] as number) * upTo(2)
    const plan = { sampleSize: [80, 80], accept: [2, 6], reject: [5, 7] } as const
    expect(acceptanceOf(plan, 0.04, 'binomial', 2000)).toBeCloseTo(byHand, 3)
  })
})

describe('the operating characteristic', () => {
  // Unity values of Poisson plans (Cameron 1952, Table 1): np at 95, 50 and 10 of 100 accepted
  it.each([
    [1, 0.355, 1.678, 3.89],
    [2, 0.818, 2.674, 5.322],
    [3, 1.366, 3.672, 6.681],
    [5, 2.613, 5.67, 9.275],
  ])('of Ac = %i agrees with the unity values when the sample is large', (accept, at95, at50, at10) => {
    const n = 20_000
    const plan = single(n, accept)
    expect(shareAt(plan, 0.95) * n).toBeCloseTo(at95, 2)
    expect(shareAt(plan, 0.5) * n).toBeCloseTo(at50, 2)
    expect(shareAt(plan, 0.1) * n).toBeCloseTo(at10, 2)
  })

  it('falls from 1, and names the shares of 95, 50 and 10 of 100', () => {
    const { points, at } = ocCurve(single(80, 5), 1000, 'binomial')
    expect(points[0]).toEqual({ share: 0, chance: 1 })
    expect(points.at(-1)?.chance).toBeLessThan(0.006)
    for (const [i, p] of points.entries()) if (i > 0) expect(p.chance).toBeLessThanOrEqual(points[i - 1]?.chance ?? 0)
    expect(at['0.95']).toBeLessThan(at['0.50'])
    expect(at['0.50']).toBeLessThan(at['0.10'])
  })

  it('of one lot stands at whole units', () => {
    const { points } = ocCurve(single(8, 0), 40, 'hypergeometric')
    for (const { share } of points) expect(share * 40).toBeCloseTo(Math.round(share * 40), 9)
  })
})
