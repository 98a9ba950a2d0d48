import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { standardData } from '../../../test/standard-data.ts'
import { codeLetter, judgeLot, samplingPlan } from './sampling.ts'
import { samplingFile } from './sampling-schema.ts'

const samplingTables = standardData('sampling/iso-2859-1.yaml', samplingFile)

const file = samplingTables
const plan = (
  lot: number,
  level: string,
  aql: string,
  severity?: 'normal' | 'tightened' | 'reduced',
  type?: 'single' | 'double',
) => samplingPlan(file, { lot, level, aql, severity, type })

describe('Table 1', () => {
  // examples the standard's users know by heart
  it.each([
    [2000, 'II', 'K'],
    [1000, 'II', 'J'],
    [500, 'II', 'H'],
    [8, 'I', 'A'],
    [50, 'III', 'E'],
    [35000, 'S-4', 'H'],
    [500001, 'III', 'R'],
    [150000, 'S-1', 'D'],
  ])('%i at level %s is %s', (lot, level, code) => expect(codeLetter(file, lot, level)).toBe(code))
})

describe('single plans', () => {
  // GB/T 2828.1 textbook cases: N = 2000, AQL 1.5, II → normal 125 [5,6], tightened 125 [3,4], reduced 50 [3,4]
  it.each([
    [2000, '1.5', 'normal', 125, 5],
    [2000, '1.5', 'tightened', 125, 3],
    [2000, '1.5', 'reduced', 50, 3],
    [2000, '0.65', 'normal', 125, 2],
    [2000, '0.65', 'tightened', 125, 1],
    [2000, '0.65', 'reduced', 50, 1],
    [1000, '2.5', 'normal', 80, 5],
    [1000, '2.5', 'tightened', 80, 3],
    [1000, '1.0', 'normal', 80, 2],
    [1000, '4.0', 'normal', 80, 7],
    [1000, '0.15', 'normal', 80, 0],
    [90, '1.0', 'normal', 13, 0],
    [500, '2.5', 'normal', 50, 3],
    [150, '6.5', 'normal', 20, 3],
  ] as const)('lot %i, AQL %s, %s: n = %i, Ac = %i', (lot, aql, severity, n, accept) => {
    const p = plan(lot, 'II', aql, severity)
    expect([p.sampleSize, p.accept, p.reject]).toEqual([n, accept, accept + 1])
  })

  it('follows arrows: J at 0.65 down is 80 [1,2]; J at 0.25 goes up to H, 50 [0,1]; J at 0.40 down to K, 125 [1,2]', () => {
    // J + 0.65: the table itself holds 1; 0.25 holds an up arrow, 0.40 a down arrow
    expect(plan(1000, 'II', '0.65')).toMatchObject({ code: 'J', sampleSize: 80, accept: 1 })
    expect(plan(1000, 'II', '0.25')).toMatchObject({ code: 'H', sampleSize: 50, accept: 0 })
    expect(plan(1000, 'II', '0.40')).toMatchObject({ code: 'K', sampleSize: 125, accept: 1 })
  })

  it('uses letter S for tightened R at 0.025: 3150 [1,2]', () =>
    expect(plan(600_000, 'III', '0.025', 'tightened')).toMatchObject({ code: 'S', sampleSize: 3150, accept: 1 }))
})

describe('cell by cell against the structure of the tables', () => {
  // Along a diagonal (letter one down, AQL one left) the plan is the same; the sequences are the standard's
  const sequences = {
    normal: [0, 1, 2, 3, 5, 7, 10, 14, 21, 30, 44],
    tightened: [0, 1, 2, 3, 5, 8, 12, 18, 27, 41],
    reduced: [0, 1, 2, 3, 5, 6, 8, 10, 14, 21],
  }
  for (const severity of ['normal', 'tightened', 'reduced'] as const) {
    const rows = file.single[severity].map((r) => r.plans.split(' '))
    it(`${severity}: each row reads down arrows, 0, arrows, then the sequence, then up arrows`, () => {
      for (const cells of rows.slice(0, 16)) {
        const plans = cells.filter((c) => /\d/.test(c)).map(Number)
        const from = sequences[severity].indexOf(plans[0] as number)
        expect(plans).toEqual(sequences[severity].slice(from, from + plans.length))
        expect(cells.join('')).toMatch(/^↓*(0[↑↓]*)?(↑*\d+)?/)
      }
    })
    it(`${severity}: the diagonals agree`, () => {
      for (let i = 1; i < 15; i += 1)
        for (let a = 1; a < 26; a += 1) {
          const here = rows[i]?.[a - 1]
          const above = rows[i - 1]?.[a]
          if (/\d/.test(here ?? '') && /\d/.test(above ?? '') && !(severity === 'reduced' && i === 1))
            expect(here).toBe(above)
        }
    })
  }
  it('sample sizes are the standard ones', () => {
    const sizes = (kind: 'normal' | 'reduced') => file.single[kind].map((r) => r.n)
    expect(sizes('normal')).toEqual([2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800, 1250, 2000])
    expect(sizes('reduced')).toEqual([2, 2, 2, 3, 5, 8, 13, 20, 32, 50, 80, 125, 200, 315, 500, 800])
  })
})

describe('double plans', () => {
  it('lot 2000, AQL 1.5: 80 + 80, 2-5 then 6-7', () =>
    expect(plan(2000, 'II', '1.5', 'normal', 'double')).toMatchObject({
      type: 'double',
      sampleSize: [80, 80],
      accept: [2, 6],
      reject: [5, 7],
    }))
  it('uses the single plan where the table says so', () =>
    expect(plan(1000, 'II', '0.15', 'normal', 'double')).toMatchObject({ type: 'single', sampleSize: 80, accept: 0 }))
  it('takes a second sample between accept and reject', () => {
    const p = plan(2000, 'II', '1.5', 'normal', 'double')
    expect(judgeLot(p, [2])).toBe('accepted')
    expect(judgeLot(p, [5])).toBe('refused')
    expect(judgeLot(p, [4])).toBe('second-sample')
    expect(judgeLot(p, [4, 2])).toBe('accepted')
    expect(judgeLot(p, [4, 3])).toBe('refused')
  })
})

it('a ↑ that stands where no larger sample is leads up to the plan above', () => {
  // Table 2-C at AQL 0.025: Q and P point up to N, 200 units, none nonconforming
  const asked = { lot: 500_001, level: 'II', aql: '0.025', severity: 'reduced' } as const
  for (const type of ['single', 'double'] as const)
    expect(samplingPlan(file, { ...asked, type })).toMatchObject({
      lotCode: 'Q',
      code: 'N',
      sampleSize: 200,
      accept: 0,
    })
})

it('every lot, level, AQL, severity and type has a plan', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 2, max: 2_000_000 }),
      fc.constantFrom(...file.levels),
      fc.constantFrom(...file.aqls),
      fc.constantFrom('normal' as const, 'tightened' as const, 'reduced' as const),
      fc.constantFrom('single' as const, 'double' as const),
      (lot, level, aql, severity, type) => {
        const p = plan(lot, level, aql, severity, type)
        const last = (x: number | readonly [number, number]) => (typeof x === 'number' ? x : x[1])
        expect(last(p.reject)).toBe(last(p.accept) + 1)
      },
    ),
  )
})

it('refuses a lot of one, an unknown level and an AQL between the columns', () => {
  expect(() => plan(1, 'II', '1.0')).toThrow(/at least 2/)
  expect(() => plan(100, 'IV', '1.0')).toThrow(/no inspection level/)
  expect(() => plan(100, 'II', '2.0')).toThrow(/no AQL/)
})
