import { describe, expect, it } from 'vitest'
import type { Day, Instant } from '../../kernel/day.ts'
import { lowestBefore } from './price-history.ts'

/** A price set on a day at noon; each stood until the next was set. */
type Priced = readonly [day: string, minor: number, currency?: string]
const history = (...set: readonly Priced[]) =>
  set.map(([day, minor, currency = 'EUR'], i) => {
    const next = set[i + 1]
    return {
      from: `${day}T12:00:00.000Z` as Instant,
      price: { minor, currency },
      ...(next ? { until: `${next[0]}T12:00:00.000Z` as Instant } : {}),
    }
  })
const before = (day: string, ...set: readonly Priced[]) => lowestBefore(history(...set), day as Day, 30)

// Directive 98/6/EC, Article 6a(2): the lowest price applied during a period not shorter than 30 days before the reduction
describe('the lowest price of the 30 days before a reduction on 1 July', () => {
  it('counts the price that stood when they began', () => {
    // 1 July − 30 days = 1 June; 1,500 stood from 1 May to 10 June, then 1,900
    expect(before('2026-07-01', ['2026-05-01', 1_500], ['2026-06-10', 1_900])).toEqual({
      since: '2026-06-01',
      price: { minor: 1_500, currency: 'EUR' },
      whole: true,
    })
  })
  it('leaves out what had ended before they began, and what begins with the reduction', () => {
    const set = [
      ['2026-04-01', 900],
      ['2026-05-20', 1_800],
      ['2026-07-01', 700],
    ] as const
    expect(before('2026-07-01', ...set).price?.minor).toBe(1_800)
  })
  it('says when the record does not reach back so far, or changes its currency', () => {
    expect(before('2026-07-01', ['2026-06-20', 1_500])).toMatchObject({ price: { minor: 1_500 }, whole: false })
    expect(before('2026-07-01', ['2026-05-01', 1_200, 'USD'], ['2026-06-20', 1_500])).toMatchObject({
      price: { minor: 1_500, currency: 'EUR' },
      whole: false,
    })
    expect(before('2026-07-01')).toEqual({ since: '2026-06-01', price: undefined, whole: false })
  })
})
