import { describe, expect, it } from 'vitest'
import { smallSupplier } from '../../../test/supplier/small-supplier.ts'
import type { Day } from '../../kernel/day.ts'
import { decideSupplier } from './decision.ts'
import { documentType } from './documents.ts'
import { inspectionTemplate } from './inspection.ts'
import { qualificationFile, requirementsFor, tightening } from './qualification.ts'

const both = (text: string) => ({ zh: text, en: text })
const source = { act: 'made for the test', status: 'recorded-from-memory' }
const type = (id: string, more = {}) =>
  documentType.parse({ id, name: both(id), proves: both('it'), issuer: both('office'), source, ...more })
const documents = new Map(
  [
    type('business-licence'),
    type('cn-business-licence', { 'counts-as': ['business-licence'] }),
    type('quality-certificate'),
    type('iso-9001', { 'counts-as': ['quality-certificate'] }),
    type('bank-account', { 'valid-days': 365 }),
    type('food-licence'),
  ].map((t) => [t.id, t]),
)
const template = inspectionTemplate.parse({
  id: 'factory',
  name: both('factory'),
  modes: ['on-site', 'remote'],
  kinds: ['manufacturer'],
  pass: '0.8',
  conditional: '0.6',
  'critical-below': '0.6',
  'valid-days': 365,
  source,
  items: Array.from({ length: 25 }, (_, i) => ({
    id: `i${i}`,
    section: both('all'),
    text: both('item'),
    max: 5,
    weight: 1,
    critical: i === 0,
  })),
})
const standard = { documents, templates: new Map([['factory', template]]) }
const matrix = qualificationFile.parse({
  'review-days': 365,
  'conditional-days': 60,
  'screening-days': 200,
  'owner-share': '0.25',
  bank: { 'cooling-off-days': 7, verifiers: 2, how: ['call-back'] },
  rows: [
    {
      id: 'all',
      title: both('all'),
      documents: [
        { 'any-of': ['business-licence'], need: 'must' },
        { 'any-of': ['bank-account'], need: 'should' },
      ],
      source,
    },
    {
      id: 'cn',
      title: both('cn'),
      applies: { country: { in: ['CN'] } },
      numbers: [{ 'any-of': ['cn uscc'], need: 'must' }],
      source,
    },
    {
      id: 'maker',
      title: both('maker'),
      applies: { kind: ['manufacturer'] },
      documents: [{ 'any-of': ['quality-certificate'], need: 'should' }],
      inspection: { 'any-of': ['factory'], need: 'must', 'min-score': '0.7' },
      source,
    },
    {
      id: 'food',
      title: both('food'),
      applies: { class: ['food'] },
      documents: [{ 'any-of': ['food-licence'], need: 'must' }],
      source,
    },
  ],
})
const day = '2026-06-01' as Day
const inspected = (score: number, changes = {}) => ({
  inspections: [
    {
      template: 'factory',
      day: '2026-04-01',
      mode: 'on-site',
      items: template.items.map((i) => ({ id: i.id, score })),
      ...changes,
    },
  ],
})
const decide = (
  changes: Record<string, unknown> = {},
  classes: string[] = ['household'],
  tighter?: Record<string, unknown>,
) => {
  const s = smallSupplier({ ...inspected(5), ...changes })
  return decideSupplier(s, requirementsFor(s, classes, matrix, tighter && tightening.parse(tighter)), standard, day)
}

it('qualifies a supplier that holds all, until the first of it ends', () => {
  // quality certificate 2026-09-30; screening 2026-05-25 + 200 = 2026-12-11; bank letter 2027-01-10; inspection 2027-04-01
  expect(decide()).toEqual({
    result: 'qualified',
    lapses: '2026-09-30',
    because: { zh: 'quality-certificate到期', en: 'quality-certificate ends' },
    reasons: [],
  })
})

it('counts the paper whose scan is held, whatever was recorded without one before it', () => {
  const { documents } = smallSupplier()
  expect(decide({ documents: [{ type: 'cn-business-licence' }, ...documents] }).result).toBe('qualified')
})

describe('is conditional', () => {
  it('when something that should be held is missing, for at most the conditional days: 1 June + 60 = 31 July', () => {
    const found = decide({ documents: [{ type: 'cn-business-licence', issued: '2020-01-01', evidence: 'a.pdf' }] })
    expect(found).toMatchObject({ result: 'conditional', lapses: '2026-07-31' })
    expect(found.reasons.map((r) => [r.part, r.state, r.row])).toEqual([
      ['document', 'missing', 'all'],
      ['document', 'missing', 'maker'],
    ])
  })
  it.each([
    ['no screening', { screenings: [] }],
    [
      "a screening against the organisation's own list alone",
      { screenings: [{ list: 'own-blocked', 'list-date': '2026-05-20', on: '2026-05-25', decision: 'clear' }] },
    ],
    [
      'undecided hits',
      { screenings: [{ list: 'un', 'list-date': '2026-05-20', on: '2026-05-25', hits: [{ name: 'a', entry: 'b' }] }] },
    ],
    ['no owners', { 'beneficial-owners': [] }],
    [
      'owners of more than all',
      {
        'beneficial-owners': [
          { name: 'a', share: '0.6' },
          { name: 'b', share: '0.5' },
        ],
      },
    ],
    ['an unverified account', { 'bank-accounts': [] }],
    [
      'an overdue corrective action',
      inspected(4, { 'corrective-actions': [{ item: 'i2', action: 'mend', due: '2026-05-01' }] }),
    ],
  ])('%s', (_, changes) => {
    expect(decide(changes).result).toBe('conditional')
  })
})

describe('is rejected', () => {
  it('by a critical item, which is told in its own words and not by its id', () => {
    const [reason] = decide(inspected(2)).reasons
    expect(reason?.what).toEqual({
      zh: '2026-04-01 的考察关键项不合格：item',
      en: 'The inspection of 2026-04-01 failed critical items: item',
    })
  })
  it.each([
    [
      'a number that fails its check',
      { numbers: [{ country: 'cn', kind: 'uscc', number: '910000000000000011' }] },
      'number',
      'wrong',
    ],
    ['no number', { numbers: [] }, 'number', 'missing'],
    ['no licence', { documents: [] }, 'document', 'missing'],
    ['a failed inspection', inspected(2), 'inspection', 'wrong'],
    ['no inspection', { inspections: [] }, 'inspection', 'missing'],
    ['an inspection out of date', inspected(5, { day: '2025-05-01' }), 'inspection', 'wrong'],
    [
      'being on a list',
      { screenings: [{ list: 'un', 'list-date': '2026-05-20', on: '2026-05-25', decision: 'the-same' }] },
      'screening',
      'wrong',
    ],
  ])('%s', (_, changes, part, state) => {
    const found = decide(changes)
    expect(found.result).toBe('rejected')
    expect(found.reasons.find((r) => r.effect === 'reject')).toMatchObject({ part, state })
  })
  it('by the list it is on until the organisation withdraws that list, and as of days before then', () => {
    const sdn = { list: 'ofac-sdn', 'list-date': '2026-05-20', on: '2026-05-25', decision: 'clear' }
    const blocked = { list: 'own-blocked', 'list-date': '2026-05-20', on: '2026-05-25', decision: 'the-same' }
    const withdrawn = (on: string) => ({ ...blocked, withdrawn: { on, by: '李', reason: '误列' } })
    expect(decide({ screenings: [sdn, blocked] }).result).toBe('rejected')
    expect(decide({ screenings: [sdn, withdrawn('2026-06-02')] }).result).toBe('rejected')
    expect(decide({ screenings: [sdn, withdrawn('2026-06-01')] }).result).toBe('qualified')
    // who was screened against nothing else was screened against nothing
    expect(decide({ screenings: [{ ...sdn, withdrawn: { on: '2026-06-01', by: '李', reason: '错版' } }] }).result).toBe(
      'conditional',
    )
  })
  it('another number on the licence than on record', () => {
    const licence = {
      type: 'cn-business-licence',
      issued: '2020-01-01',
      evidence: 'a.pdf',
      says: { numbers: [{ country: 'cn', kind: 'uscc', number: '910000000000000H05' }] },
    }
    expect(decide({ documents: [licence] }).reasons).toContainEqual(
      expect.objectContaining({ part: 'consistency', effect: 'reject' }),
    )
  })
  it('food without its licence, by the class', () => {
    expect(decide({}, ['food']).result).toBe('rejected')
    expect(decide({}, ['food-contact']).result).toBe('qualified')
  })
})

describe('a plan may tighten', () => {
  it('what should be held becomes a must', () => {
    const fewer = { documents: [{ type: 'cn-business-licence', issued: '2020-01-01', evidence: 'a.pdf' }] }
    expect(decide(fewer, [], { 'should-is-must': true }).result).toBe('rejected')
  })
  it('adds documents and raises the score', () => {
    expect(decide({}, [], { documents: [{ 'any-of': ['food-licence'], need: 'should' }] }).result).toBe('conditional')
    expect(decide(inspected(4), [], { 'min-score': '0.9' }).result).toBe('conditional')
    expect(decide(inspected(4), []).result).toBe('qualified')
  })
  it('but never loosen', () => {
    expect(() => decide({}, [], { 'review-days': 400 })).toThrow(/400 days are looser than the standard's 365/)
    expect(() => decide({}, [], { 'cooling-off-days': 3 })).toThrow(/looser/)
  })
})

it('names that differ on documents in the same script are seen, other scripts are not compared', () => {
  const says = (name: string) => ({
    documents: [{ type: 'cn-business-licence', issued: '2020-01-01', evidence: 'a.pdf', says: { name } }],
  })
  const consistency = (name: string) => decide(says(name)).reasons.filter((r) => r.part === 'consistency')
  expect(consistency('杭州启明日用品有限公司')).toEqual([])
  expect(consistency('HANGZHOU QIMING HOUSEHOLD CO LTD')).toEqual([])
  expect(consistency('杭州启明贸易有限公司')).toHaveLength(1)
})

it('is the same however the facts are ordered', () => {
  const s = smallSupplier(inspected(5))
  const turned = { documents: s.documents.toReversed(), ...inspected(5) }
  expect(decide(turned)).toEqual(decide())
})
