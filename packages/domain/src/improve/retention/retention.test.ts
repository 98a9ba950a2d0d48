import { expect, test } from 'vitest'
import type { Day } from '../../kernel/day.ts'
import { checkYears, keptLonger, keptUntil, type RetentionFile } from './retention.ts'

const text = { zh: '', en: '' }
const source = { act: 'an act', status: 'recorded-from-memory' as const }
const FILE: RetentionFile = {
  periods: [
    { id: 'trade', name: text, about: ['project', 'person'], markets: 'all', years: 3, from: text, source },
    { id: 'letters', name: text, about: ['project', 'person'], markets: ['de'], years: 6, from: text, source },
    { id: 'safety', name: text, about: ['project'], markets: ['de', 'fr'], years: 10, from: text, source },
  ],
}
const until = (about: 'project' | 'person', markets: string[], day: string) => {
  const kept = keptUntil(FILE, about, markets, day as Day)
  return [kept?.until, kept?.by.id]
}

test('the longest period of the markets counts, for what it is about', () => {
  expect(until('project', ['sg'], '2026-06-06')).toEqual(['2029-06-06', 'trade'])
  expect(until('project', ['sg', 'fr'], '2026-06-06')).toEqual(['2036-06-06', 'safety'])
  expect(until('person', ['de'], '2026-06-06')).toEqual(['2032-06-06', 'letters'])
})

test('29 February ends on the 28th where the year has none', () => {
  expect(until('person', ['sg'], '2028-02-29')).toEqual(['2031-02-28', 'trade'])
  expect(until('person', ['de'], '2026-02-28')).toEqual(['2032-02-28', 'letters'])
})

test('an organisation may keep records longer than the law asks, never shorter', () => {
  const longer = keptLonger(FILE, { trade: 12, letters: 2 })
  expect(longer.periods.map((p) => p.years)).toEqual([12, 6, 10])
  expect(keptUntil(longer, 'project', ['sg'], '2026-06-06' as Day)?.until).toBe('2038-06-06')
  expect(() => checkYears(FILE, { letters: 5 })).toThrow('letters: is shorter than the 6 years the law asks for')
  expect(() => checkYears(FILE, { moon: 5 })).toThrow('not a period of keeping')
})
