import { describe, expect, it } from 'vitest'
import { standardData } from '../../../test/standard-data.ts'
import type { Day, Instant } from '../../kernel/day.ts'
import { inTime, type Nonconformity, nextStep, takeStep } from './nonconformity.ts'
import { qualityFile } from './quality-schema.ts'

const file = standardData('quality.yaml', qualityFile)
const opened: Nonconformity = {
  what: '伞骨断裂',
  class: 'major',
  opened: { by: '顾立', at: '2026-06-01T08:00:00.000Z' },
  steps: [],
}
type Taking = Parameters<typeof takeStep>[2]
const take = (record: Nonconformity, step: Taking['step'], by: string, day: string, more: Partial<Taking> = {}) =>
  takeStep(file, record, {
    step,
    by,
    at: `2026-${day}T08:00:00.000Z` as Instant,
    on: `2026-${day}` as Day,
    what: '已完成并复核',
    evidence: ['a'],
    ...more,
  })

describe('a nonconformity', () => {
  it('owes containment the next day, then cause, action and effect with the days of quality.yaml', () => {
    // 1, 5, 14 and 30 days after the step before
    expect(nextStep(file, opened)).toEqual({ next: 'containment', due: '2026-06-02' })
    const contained = take(opened, 'containment', '顾立', '06-02')
    expect(nextStep(file, contained)).toEqual({ next: 'cause', due: '2026-06-07' })
    const explained = take(contained, 'cause', '祝南乔', '06-03')
    expect(nextStep(file, explained)).toEqual({ next: 'action', due: '2026-06-17' })
    const corrected = take(explained, 'action', '祝南乔', '06-10')
    expect(nextStep(file, corrected)).toEqual({ next: 'effect', due: '2026-07-10' })
    const closed = take(corrected, 'effect', '顾立', '07-01', { effective: true })
    expect(nextStep(file, closed)).toEqual({ next: null, due: null })
    expect(closed.steps.map((s) => s.due)).toEqual(['2026-06-02', '2026-06-07', '2026-06-17', '2026-07-10'])
    expect(() => take(closed, 'cause', '顾立', '07-02')).toThrow(/closed/)
  })

  it('counts days by the calendar of whoever took a step', () => {
    // 17:00 UTC is 01:00 of the next day in Shanghai
    const late: Nonconformity = { ...opened, opened: { by: '顾立', at: '2026-06-01T17:00:00.000Z', on: '2026-06-02' } }
    expect(nextStep(file, late)).toEqual({ next: 'containment', due: '2026-06-03' })
    const at = '2026-06-03T17:00:00.000Z' as Instant
    const contained = take(late, 'containment', '顾立', '06-04', { at })
    expect(contained.steps.map(inTime)).toEqual([false])
    expect(nextStep(file, contained)).toEqual({ next: 'cause', due: '2026-06-09' })
  })

  it('asks for the cause anew when the action did not work', () => {
    const steps = [
      ['containment', 'a'],
      ['cause', 'b'],
      ['action', 'b'],
    ] as const
    const corrected = steps.reduce((record, [step, by]) => take(record, step, by, '06-05'), opened)
    const failed = take(corrected, 'effect', 'a', '06-20', { effective: false })
    expect(nextStep(file, failed)).toEqual({ next: 'cause', due: '2026-06-25' })
  })

  it('takes its steps in order, with evidence, the effect by another person', () => {
    expect(() => take(opened, 'cause', 'a', '06-02')).toThrow(/containment comes first/)
    const explained = take(take(opened, 'containment', 'a', '06-02'), 'cause', 'b', '06-03')
    expect(() => take(explained, 'action', 'b', '06-04', { evidence: [] })).toThrow(/no evidence/)
    const corrected = take(explained, 'action', 'b', '06-04')
    expect(() => take(corrected, 'effect', 'a', '06-30')).toThrow(/is judged/)
    expect(() => take(corrected, 'effect', 'b', '06-30', { effective: true })).toThrow(/does not judge its effect/)
  })
})
