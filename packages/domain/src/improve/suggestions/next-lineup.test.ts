import { describe, expect, it } from 'vitest'
import { type Candidate, type OptimisationFile, PROPOSALS, proposeNext } from './next-lineup.ts'

const text = { zh: '', en: '' }
const FILE: OptimisationFile = {
  source: { act: 'practice', status: 'recorded-from-memory' },
  confidence: '0.95',
  'exploration-share': '0.2',
  'least-trials': 100,
  conversion: [
    ['orders', 'clicks'],
    ['orders', 'views'],
  ],
  proposals: PROPOSALS.map((id) => ({ id, name: text, why: text })),
}
const sold = (product: string, orders: number, clicks: number, more: Partial<Candidate> = {}): Candidate => ({
  product,
  counts: { orders, clicks },
  passed: true,
  held: false,
  ...more,
})
const proposals = (candidates: readonly Candidate[], slots = 10) =>
  Object.fromEntries(proposeNext(FILE, candidates, slots).proposed.map((p) => [p.product, p.proposal]))

describe('proposals for the next lineup', () => {
  // average 280 / 3000 = 9.3 %. Wilson at 95 %: 200/1000 → [0.176, 0.226]; 20/1000 → [0.013, 0.031]; 60/1000 → [0.047, 0.077]
  it('keep what is beyond doubt above the stream, and rest what is below', () => {
    expect(proposals([sold('a', 200, 1000), sold('b', 20, 1000), sold('c', 60, 1000)])).toEqual({
      a: 'keep',
      b: 'rest',
      c: 'rest',
    })
    // 11 of 100 against 9 of 100: nothing can be said
    expect(proposals([sold('a', 11, 100), sold('b', 9, 100)])).toEqual({})
  })

  it('stop what a risk indicator holds, however well it sells', () => {
    expect(proposals([sold('a', 200, 1000, { held: true }), sold('b', 20, 1000)])).toMatchObject({ a: 'stop' })
  })

  it('try no more than the share of the slots, and only what passed all gates', () => {
    const unknown = ['p', 'q', 'r'].map((product): Candidate => ({ product, passed: true, held: false }))
    const open: Candidate = { product: 'o', passed: false, held: false }
    const { proposed, trials } = proposeNext(FILE, [open, ...unknown], 10)
    expect(trials).toBe(2)
    expect(proposed.map((p) => [p.product, p.proposal])).toEqual([
      ['p', 'explore'],
      ['q', 'explore'],
    ])
    expect(proposals([sold('few', 1, 3), sold('a', 200, 1000)])).toMatchObject({ few: 'repeat' })
  })

  it('measure the uplift as the difference of the shares, with its interval', () => {
    const { uplift, whole, of } = proposeNext(FILE, [sold('a', 200, 1000), sold('b', 20, 1000)], 10)
    expect(of).toEqual(['orders', 'clicks'])
    expect(whole).toEqual({ events: 220, trials: 2000 })
    // 0.20 − 0.02 = 0.18; √((0.2−0.17638)² + (0.03068−0.02)²) = 0.0259, √((0.22588−0.2)² + (0.02−0.01299)²) = 0.0268
    expect(uplift?.change).toBeCloseTo(0.18, 10)
    expect(uplift?.low).toBeCloseTo(0.1541, 3)
    expect(uplift?.high).toBeCloseTo(0.2068, 3)
  })
})
