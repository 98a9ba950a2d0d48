import { describe, expect, it } from 'vitest'
import type { Day } from '../../kernel/day.ts'
import { inspectionTemplate, scoreInspection } from './inspection.ts'
import { inspection } from './supplier.ts'

const both = (text: string) => ({ zh: text, en: text })
/** 25 items of at most 4 points: the first critical with weight 4, the others of weight 1; 28 in all. */
const template = inspectionTemplate.parse({
  id: 'small',
  name: both('small'),
  modes: ['on-site'],
  kinds: ['manufacturer'],
  pass: '0.80',
  conditional: '0.60',
  'critical-below': '0.5',
  'valid-days': 365,
  source: { act: 'made for the test', status: 'recorded-from-memory' },
  items: Array.from({ length: 25 }, (_, i) => ({
    id: `i${i}`,
    section: both(i < 5 ? 'one' : 'two'),
    text: both('item'),
    max: 4,
    weight: i === 0 ? 4 : 1,
    critical: i === 0,
  })),
})
const day = '2026-06-01' as Day
const scored = (points: (i: number) => number | 'n/a', changes: Record<string, unknown> = {}) =>
  inspection.parse({
    template: 'small',
    day: '2026-05-01',
    mode: 'on-site',
    items: template.items.map((item, i) => ({ id: item.id, score: points(i), remark: 'seen' })),
    ...changes,
  })
const result = (points: (i: number) => number | 'n/a', changes = {}) =>
  scoreInspection(scored(points, changes), template, day)

describe('weighs the items', () => {
  it('all full is 1', () => {
    expect(result(() => 4)).toMatchObject({ result: 'pass', score: 1, sections: [{ score: 1 }, { score: 1 }] })
  })
  it('critical full, the rest 3 of 4: (4 + 24 × 0.75) / 28 = 0.7857, conditional', () => {
    expect(result((i) => (i === 0 ? 4 : 3))).toMatchObject({ result: 'conditional', score: 0.7857 })
  })
  it('n/a leaves the weights: 24 of 24 with one item n/a beside the critical 4', () => {
    expect(result((i) => (i === 1 ? 'n/a' : 4)).score).toBe(1)
  })
  it('below the conditional share fails: (4 + 24 × 0.5) / 28 = 0.5714', () => {
    expect(result((i) => (i === 0 ? 4 : 2))).toMatchObject({ result: 'fail', score: 0.5714, critical: [] })
  })
})

describe('a critical item', () => {
  it('below its share fails the whole', () => {
    expect(result((i) => (i === 0 ? 1 : 4))).toMatchObject({ result: 'fail', critical: ['i0'] })
  })
  it('cannot be left out as n/a', () => {
    expect(result((i) => (i === 0 ? 'n/a' : 4))).toMatchObject({ result: 'fail', critical: ['i0'] })
  })
  it('nobody scored counts as failed', () => {
    const found = scoreInspection(
      scored(() => 4, { items: [{ id: 'i1', score: 4 }] }),
      template,
      day,
    )
    expect(found).toMatchObject({ result: 'fail', critical: ['i0'] })
    expect(found.unscored).toHaveLength(24)
  })
})

it('an overdue corrective action holds a pass back', () => {
  const action = { item: 'i3', action: 'mend', due: '2026-05-20' }
  expect(result(() => 4, { 'corrective-actions': [action] })).toMatchObject({ result: 'conditional', overdue: ['i3'] })
  expect(result(() => 4, { 'corrective-actions': [{ ...action, done: '2026-05-19' }] }).result).toBe('pass')
})

it.each([
  [{ items: [{ id: 'x', score: 1 }] }, /"x" is not an item/],
  [{ items: [{ id: 'i1', score: 5 }] }, /5 points of at most 4/],
  [
    {
      items: [
        { id: 'i1', score: 1 },
        { id: 'i1', score: 1 },
      ],
    },
    /scored twice/,
  ],
  [{ items: [{ id: 'i1', score: 'n/a' }] }, /needs a remark/],
  [{ mode: 'remote' }, /not made for remote/],
])('refuses %o', (changes, message) => {
  expect(() => result(() => 4, changes)).toThrow(message)
})
