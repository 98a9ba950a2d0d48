import { expect, it } from 'vitest'
import { standardData } from '../../../test/standard-data.ts'
import { samplingFile } from './sampling-schema.ts'

const samplingTables = standardData('sampling/iso-2859-1.yaml', samplingFile)

import { type LotResult, switchSeverity } from './switching.ts'

const rules = samplingTables.switching
const lots = (text: string): LotResult[] =>
  [...text].map((c) => ({ accepted: c === 'a', accept: 1, acceptedTighter: c === 'a' }))
const after = (text: string, steady = true, reducedWanted = true) =>
  switchSeverity(rules, lots(text), { steady, reducedWanted })

it('two refused among five consecutive lots tighten', () => {
  expect(after('araar').severity).toBe('tightened')
  expect(after('raaaar').severity).toBe('normal')
})
it('five accepted in a row under tightened return to normal', () => {
  expect(after('rraaaa').severity).toBe('tightened')
  expect(after('rraaaaa').severity).toBe('normal')
})
it('five refused under tightened discontinue acceptance', () => expect(after('rrrrrrr').discontinued).toBe(true))
it('a score of 30 reduces: fifteen accepted lots at two points each', () => {
  expect(after('a'.repeat(14)).severity).toBe('normal')
  expect(after('a'.repeat(15))).toMatchObject({ severity: 'reduced', score: 30 })
})
it('ten lots reduce when acceptance numbers are two and more: three points each', () => {
  const big = lots('a'.repeat(10)).map((lot) => ({ ...lot, accept: 3 }))
  expect(switchSeverity(rules, big, { steady: true, reducedWanted: true }).severity).toBe('reduced')
})
it('a lot that would fail one AQL tighter sets the score back', () => {
  const big = lots('a'.repeat(10)).map((lot, i) => ({ ...lot, accept: 3, acceptedTighter: i !== 5 }))
  expect(switchSeverity(rules, big, { steady: true, reducedWanted: true })).toMatchObject({
    severity: 'normal',
    score: 12,
  })
})
it('one refused lot, or unsteady production, ends reduced inspection', () => {
  expect(after(`${'a'.repeat(15)}r`).severity).toBe('normal')
  expect(after('a'.repeat(16), false).severity).toBe('normal')
})
