import { expect, it } from 'vitest'
import { smallSupplier } from '../../../../test/supplier/small-supplier.ts'
import type { Day } from '../../../kernel/day.ts'
import { documentType } from '../documents.ts'
import { papersOf } from './papers.ts'
import { thresholdOn } from './threshold.ts'

const both = (text: string) => ({ zh: text, en: text })
const source = { act: 'made for the test', status: 'recorded-from-memory' }
const type = (id: string, days?: number) =>
  documentType.parse({
    id,
    name: both(id),
    proves: both('it'),
    issuer: both('office'),
    source,
    ...(days ? { 'valid-days': days } : {}),
  })
const standard = {
  documents: new Map([type('iso-9001'), type('bank-account', 365), type('cn-taxpayer')].map((t) => [t.id, t])),
  templates: new Map(),
}

it('names what lapses, soonest first: by its own last day, else by the validity of its type', () => {
  const found = papersOf(
    smallSupplier({
      authorisations: [
        {
          brand: 'Lumen',
          from: 'Lumen GmbH',
          to: 'us',
          territory: ['eu'],
          channels: ['all'],
          'valid-from': '2026-01-01',
          expires: '2026-07-31',
        },
      ],
      decision: { result: 'qualified', on: '2026-06-01', lapses: '2026-09-30', by: '李' },
    }),
    standard,
    90,
  )
  // the screening of 2026-05-25 and 90 days; the bank letter of 2026-01-10 and 365; what has no end is no paper
  expect(found.map((p) => [p.kind, p.id, p.until])).toEqual([
    ['authorisation', 'Lumen · Lumen GmbH → us', '2026-07-31'],
    ['screening', 'ofac-sdn', '2026-08-23'],
    ['document', 'iso-9001', '2026-09-30'],
    ['decision', 'qualified', '2026-09-30'],
    ['document', 'bank-account', '2027-01-10'],
  ])
})

it('a renewed paper puts the former one aside', () => {
  const documents = [
    { type: 'iso-9001', number: '1', expires: '2026-06-30' },
    { type: 'iso-9001', number: '2', expires: '2029-06-30' },
  ]
  const found = papersOf(smallSupplier({ documents, screenings: [] }), standard, 90)
  expect(found.map((p) => p.until)).toEqual(['2029-06-30'])
})

it.each([
  ['2026-06-30', undefined],
  ['2026-07-02', 60],
  ['2026-07-31', 60],
  ['2026-08-01', 30],
  ['2026-08-24', 7],
  ['2026-08-30', 1],
  ['2026-08-31', 1],
  ['2026-09-01', 0],
])('on %s a paper that holds through 2026-08-31 stands at %s days', (day, expected) => {
  expect(thresholdOn(day as Day, '2026-08-31' as Day, [60, 30, 7, 1])).toBe(expected)
})
