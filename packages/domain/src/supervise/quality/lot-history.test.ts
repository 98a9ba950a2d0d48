import { describe, expect, it } from 'vitest'
import { standardData } from '../../../test/standard-data.ts'
import { lot as lotSchema } from './lot.ts'
import { severityAfter, switchingResult } from './lot-history.ts'
import { samplingFile } from './sampling-schema.ts'

const file = standardData('sampling/iso-2859-1.yaml', samplingFile)
const lot = (found: number[], more: object = {}) => lotSchema.parse({ id: 'L', units: 1000, found, ...more })

describe('what a lot counts for', () => {
  // letter J, n = 80: AQL 2.5 takes 5 nonconforming units, AQL 1.5 takes 3
  it.each([
    [[3], { accepted: true, accept: 5, acceptedTighter: true }],
    [[4], { accepted: true, accept: 5, acceptedTighter: false }],
    [[6], { accepted: false, accept: 5, acceptedTighter: false }],
  ])('found %j', (found, result) => expect(switchingResult(file, lot(found))).toEqual(result))
  it('nothing while it waits, or when it was put up again', () => {
    expect(switchingResult(file, lot([]))).toBeUndefined()
    expect(switchingResult(file, lot([0], { resubmits: 'L-0' }))).toBeUndefined()
  })
})

describe('how the next lot is inspected', () => {
  const good = { accepted: true, accept: 5, acceptedTighter: true }
  const bad = { accepted: false, accept: 5, acceptedTighter: false }
  it('reduced only where the organisation has agreed to it', () => {
    const ten = Array.from({ length: 10 }, () => good)
    expect(severityAfter(file, ten, { reduced: false, resumed: false }).severity).toBe('normal')
    expect(severityAfter(file, ten, { reduced: true, resumed: false }).severity).toBe('reduced')
  })
  it('tightened after two refused, and from the start when acceptance is taken up again after a stop', () => {
    expect(severityAfter(file, [bad, bad], { reduced: false, resumed: false }).severity).toBe('tightened')
    expect(severityAfter(file, [], { reduced: false, resumed: true }).severity).toBe('tightened')
    expect(severityAfter(file, [good, good, good, good, good], { reduced: false, resumed: true }).severity).toBe(
      'normal',
    )
  })
})
