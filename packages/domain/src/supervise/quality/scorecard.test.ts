import { expect, it } from 'vitest'
import { standardData } from '../../../test/standard-data.ts'
import { qualityFile } from './quality-schema.ts'
import { scoreOf } from './scorecard.ts'

const file = standardData('quality.yaml', qualityFile)

it('weighs the shares that went well: 0.4 × 9/10 + 0.3 × 990/1000 + 0.2 × 950/1000 + 0.1 × 3/4 = 0.922', () => {
  const counts = {
    'lots-accepted': 9,
    'lots-inspected': 10,
    'as-described': 990,
    'on-time': 950,
    orders: 1000,
    'steps-in-time': 3,
    'steps-due': 4,
  }
  expect(scoreOf(file, counts)).toMatchObject({ score: 92.2, grade: 'B' })
})

it('leaves out what has no figures: (0.4 × 1 + 0.3 × 0.5 + 0.2 × 0) / 0.9', () => {
  const { score, parts } = scoreOf(file, { 'lots-accepted': 2, 'lots-inspected': 2, 'as-described': 5, orders: 10 })
  // on-time has orders but nothing on time: 0 of 10 counts
  expect(parts.find((p) => p.id === 'on-time')?.share).toBe(0)
  expect(score).toBe(61.1)
  expect(scoreOf(file, { 'lots-accepted': 2, 'lots-inspected': 2 })).toMatchObject({ score: 100, grade: 'A' })
  expect(scoreOf(file, {})).toMatchObject({ score: null, grade: null })
})
