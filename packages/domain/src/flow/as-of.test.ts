import { describe, expect, it } from 'vitest'
import type { Instant } from '../kernel/day.ts'
import { project } from '../plan/project.ts'
import { planOfDecision } from './as-of.ts'

const plan = project.parse({ theme: '雨具', markets: ['sg'], date: '2026-05-30', language: 'zh', slots: 4 })
const read = (at: string, body: object) => planOfDecision(plan, { at: at as Instant, body: { ...body } })?.date

describe('the day a stored decision was made as of', () => {
  // 16:30 UTC is half past midnight in Shanghai, 12:30 in New York
  it('follows from its moment by the calendar of the zone it names', () => {
    const at = '2026-05-31T16:30:00.000Z'
    expect(read(at, { 'as-of': '2026-06-01', zone: 'Asia/Shanghai' })).toBe('2026-06-01')
    expect(read(at, { 'as-of': '2026-05-31', zone: 'America/New_York' })).toBe('2026-05-31')
    // the stream is not over yet where it is still its day
    expect(read('2026-05-31T02:00:00.000Z', { 'as-of': '2026-05-30', zone: 'America/New_York' })).toBe('2026-05-30')
  })

  it('follows by UTC where no zone is named, as in archives made before zones were', () => {
    expect(read('2026-05-31T16:30:00.000Z', { 'as-of': '2026-05-31' })).toBe('2026-05-31')
    expect(read('2026-05-31T16:30:00.000Z', {})).toBe('2026-05-30')
  })

  it('is no other, and of no zone that nobody knows', () => {
    expect(read('2026-05-31T16:30:00.000Z', { 'as-of': '2026-06-01' })).toBeUndefined()
    expect(read('2026-05-31T16:30:00.000Z', { 'as-of': '2026-05-31', zone: 'Asia/Shanghai' })).toBeUndefined()
    expect(read('2026-05-31T16:30:00.000Z', { 'as-of': '2026-05-31', zone: 'Mars/Olympus' })).toBeUndefined()
  })
})
