import { describe, expect, it } from 'vitest'
import { standardData } from '../../../test/standard-data.ts'
import { lot as lotSchema } from './lot.ts'
import { checkCounts, judge, superseded } from './lot-verdict.ts'
import { samplingFile } from './sampling-schema.ts'

const file = standardData('sampling/iso-2859-1.yaml', samplingFile)
/** 1,000 units at level II are letter J, 80 units: AQL 2.5 takes 5, AQL 4.0 takes 7 (Table 2-A). */
const lot = (more: object) => lotSchema.parse({ id: 'L-1', units: 1000, ...more })
const classes = (critical: number[], minor: number[]) => [
  { class: 'critical', found: critical },
  { class: 'minor', aql: '4.0', found: minor },
]

describe('a lot judged by class', () => {
  it.each([
    ['accepted', [5], [0], [7]],
    ['refused', [6], [0], [0]],
    ['refused', [0], [1], [0]],
    ['refused', [0], [0], [8]],
    ['waiting', [], [0], [0]],
    ['waiting', [0], [], [0]],
  ])('%s: major %j, critical %j, minor %j', (verdict, found, critical, minor) =>
    expect(judge(file, lot({ found, classes: classes(critical, minor) })).verdict).toBe(verdict),
  )

  it('gives the numbers of each class, the gravest first', () => {
    const { classes: judged } = judge(file, lot({ found: [1], classes: classes([0], [2]) }))
    expect(judged.map((c) => [c.class, c.aql, c.plan.sampleSize, c.plan.accept])).toEqual([
      ['critical', null, 80, 0],
      ['major', '2.5', 80, 5],
      ['minor', '4.0', 80, 7],
    ])
  })

  it('asks for a second sample where one class is still open', () => {
    // letter K, double at AQL 1.5: 80 + 80, 2-5 then 6-7
    const double = (found: number[]) => judge(file, lot({ units: 2000, aql: '1.5', type: 'double', found })).verdict
    expect(double([3])).toBe('second-sample')
    expect(double([3, 3])).toBe('accepted')
    expect(double([3, 4])).toBe('refused')
  })
})

describe('counts that no sample can have shown', () => {
  it.each([
    [{ found: [81] }, /81 units of major class were found in a sample of 80/],
    [{ found: [1], defects: [{ class: 'major', what: '开线', units: 2 }] }, /told of 2 units, 1 are counted/],
    [{ found: [1], defects: [{ class: 'minor', what: '污渍', units: 1 }] }, /minor class is not counted/],
  ])('%j', (more, why) => {
    const given = lot(more)
    expect(() => checkCounts(judge(file, given), given.defects)).toThrow(why)
  })
  it('two kinds may show in the same unit', () => {
    const defects = [
      { class: 'major', what: '开线', units: 1 },
      { class: 'major', what: '错色', units: 1 },
    ]
    const given = lot({ found: [1], defects })
    expect(() => checkCounts(judge(file, given), given.defects)).not.toThrow()
  })
})

it('a lot that is put up again stands for the one it was', () =>
  expect([...superseded([{}, { resubmits: 'L-1' }])]).toEqual(['L-1']))
