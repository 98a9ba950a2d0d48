import type { Day } from '@haixuan/domain/kernel/day'
import { expect, test } from 'vitest'
import { periodsIn, recheckOn } from './recheck.ts'

const asOf = '2026-06-06' as Day

test('a paper that names its last day is looked at that day and the day after, when it has lapsed', () => {
  const paper = { expires: '2026-06-10' }
  expect(recheckOn(asOf, [], paper)).toBe('2026-06-10')
  expect(recheckOn('2026-06-10' as Day, [], paper)).toBe('2026-06-11')
  expect(recheckOn('2026-06-11' as Day, [], paper)).toBeUndefined()
})

test('what is valid for a time from a day that is past is looked at when the time is over', () => {
  // 2026-05-30 and ten days are 2026-06-09
  expect(recheckOn(asOf, [10], { issued: '2026-05-30' })).toBe('2026-06-09')
  expect(recheckOn(asOf, [10], { at: '2026-05-30T08:00:00.000Z' })).toBe('2026-06-09')
})

test('what looks back some days from a day to come is looked at when they begin', () =>
  expect(recheckOn(asOf, [30], { from: '2026-07-20' })).toBe('2026-06-20'))

test('records that name no day, or none that exists, are not looked at again', () =>
  expect(recheckOn(asOf, [10], { number: '12' }, undefined, { expires: '2026-02-30' })).toBeUndefined())

test('numbers of days are found by their names, wherever they stand', () =>
  expect(periodsIn({ a: [{ 'valid-days': 365 }], limits: { 'parallel-days': { days: 30 } }, count: 7 })).toEqual([
    30, 365,
  ]))
