import type { Day } from '@haixuan/domain/kernel/day'
import { expect, test } from 'vitest'
import { shiftDays, weeksTo } from './shift-days.ts'

test('days and instants move, texts and birthdays stay', () => {
  const record = {
    date: '2026-02-27',
    host: { born: '1994-03-12' },
    versions: [{ at: '2026-12-31T09:00:00Z', changes: ['function of 2026-06-19 confirmed'] }],
    slots: 4,
  }
  expect(shiftDays(record, 7)).toEqual({
    date: '2026-03-06',
    host: { born: '1994-03-12' },
    versions: [{ at: '2027-01-07T09:00:00Z', changes: ['function of 2026-06-19 confirmed'] }],
    slots: 4,
  })
})

// 6 June 2026 is a Saturday
test.each([
  ['2026-11-24', 'last', '2026-11-14'],
  ['2026-11-24', 'next', '2026-11-28'],
  ['2026-11-28', 'last', '2026-11-14'],
  ['2026-11-29', 'last', '2026-11-21'],
  ['2026-11-28', 'next', '2026-12-05'],
  ['2026-01-01', 'last', '2025-12-20'],
  ['2026-01-01', 'next', '2026-01-03'],
] as const)('on %s the %s stream on a Saturday is %s', (today, which, expected) => {
  expect(shiftDays('2026-06-06', weeksTo('2026-06-06' as Day, today as Day, which))).toBe(expected)
})
