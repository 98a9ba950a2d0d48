import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeRule, madeMarket as market } from '../../test/made-rules.ts'
import type { Day } from '../kernel/day.ts'
import { type Pack, packFault, rulesOfPack } from './pack.ts'
import type { MarketRule, Rule } from './rule.ts'
import { ruleSetFor } from './rule-set.ts'

const markets = [market('eu', ['DE', 'FR']), market('de', ['DE'], 'eu')]
const key = (tighter?: 'more' | 'less') => ({
  type: 'days' as const,
  zh: '日',
  en: 'days',
  ...(tighter ? { tighter } : {}),
})
const parameters = [
  { name: 'price-reference', keys: { days: key('more'), other: key() } },
  { name: 'delivery-time', keys: { days: key('less') } },
]
const CLASSES = ['toys', 'toys.slime', 'cosmetics']
const FROM = '2026-01-01' as Day

const applies = fc.option(
  fc.record({ class: fc.record({ in: fc.uniqueArray(fc.constantFrom(...CLASSES), { minLength: 1 }) }) }),
  { nil: undefined },
)
const sets = fc.oneof(
  fc.nat(90).map((days) => ({ 'price-reference': { days } })),
  fc.nat(90).map((days) => ({ 'price-reference': { days, other: days } })),
  fc.nat(90).map((days) => ({ 'delivery-time': { days } })),
)
/** Rules of law or of a pack, whatever they ask and set: nothing was checked. */
const rules = (ids: string) =>
  fc
    .array(fc.record({ applies, what: fc.option(sets, { nil: undefined }), market: fc.constantFrom('eu', 'de') }), {
      maxLength: 6,
    })
    .map((all) =>
      all.map(({ applies, what, market }, i) =>
        madeRule(`${market}.${ids}${i}`, {
          ...(applies ? { applies } : {}),
          ...(what ? { sets: what as NonNullable<Rule['sets']> } : { requires: { label: ['origin'] } }),
        }),
      ),
    )
const packsOf = (own: readonly MarketRule[]): MarketRule[] =>
  ['eu', 'de'].flatMap((id) =>
    rulesOfPack(
      { name: 'House', version: 1, market: id, from: FROM, rules: own.filter((r) => r.market === id) },
      parameters,
    ),
  )

describe('a pack beside the law', () => {
  it('leaves every rule of law as it was, and only tightens its figures, for any law and any pack', () => {
    fc.assert(
      fc.property(
        rules('l'),
        rules('own.'),
        fc.option(fc.constantFrom(...CLASSES), { nil: undefined }),
        (law, own, cls) => {
          const day = '2026-05-01' as Day
          const alone = ruleSetFor(law, markets, 'de', day)
          const both = ruleSetFor([...law, ...packsOf(own)], markets, 'de', day)
          const about = cls ? { class: cls } : {}
          expect(both.rulesFor(about).filter((r) => !r.pack)).toEqual(alone.rulesFor(about))
          for (const { name, keys } of parameters) {
            const [before, after] = [alone.parameter(name, about)?.values, both.parameter(name, about)?.values]
            expect(Object.keys(after ?? {}).sort()).toEqual(Object.keys(before ?? {}).sort())
            for (const [k, value] of Object.entries(before ?? {})) {
              const [was, is] = [Number(value), Number(after?.[k])]
              const way = keys[k as 'days']?.tighter
              if (way === 'more') expect(is).toBeGreaterThanOrEqual(was)
              else if (way === 'less') expect(is).toBeLessThanOrEqual(was)
              else expect(is).toBe(was)
            }
          }
        },
      ),
      { numRuns: 500 },
    )
  })

  it('never makes one of its rules a law, and names itself as the source', () => {
    const law = [madeRule('de.l', { sets: { 'price-reference': { days: 30 } } })]
    const own = packsOf([madeRule('de.own.a', { sets: { 'price-reference': { days: 60 } } })])
    expect(own[0]).toMatchObject({ statutory: false, pack: { name: 'House v1' } })
    const found = ruleSetFor([...law, ...own], markets, 'de', '2026-05-01' as Day).parameter('price-reference')
    expect(found).toMatchObject({ values: { days: 60 }, rule: 'de.own.a', source: 'House v1: An act, 1' })
  })

  it('gives way when law becomes stricter than it', () => {
    const law = [
      madeRule('de.l', { sets: { 'price-reference': { days: 30 } }, until: '2026-06-01' }),
      madeRule('de.l', { sets: { 'price-reference': { days: 90 } }, from: '2026-06-01' }),
    ]
    const own = packsOf([madeRule('de.own.a', { sets: { 'price-reference': { days: 60 } } })])
    const on = (day: string) => ruleSetFor([...law, ...own], markets, 'de', day as Day).parameter('price-reference')
    expect([on('2026-05-31'), on('2026-06-01')].map((p) => [p?.values.days, p?.rule])).toEqual([
      [60, 'de.own.a'],
      [90, 'de.l'],
    ])
  })

  it('is in force from the day it was adopted to the day it was withdrawn, and its rules no longer than they say', () => {
    const pack = (from: string, until?: string): Pack => ({
      name: 'House',
      version: 1,
      market: 'de',
      from: from as Day,
      ...(until ? { until: until as Day } : {}),
      rules: [madeRule('de.own.a', { from: '2026-02-01', until: '2026-04-01' })],
    })
    const period = (...days: [string, string?]) => rulesOfPack(pack(...days), parameters)[0]!['in-force']
    expect(period('2026-01-01')).toEqual({ from: '2026-02-01', until: '2026-04-01' })
    expect(period('2026-03-01')).toEqual({ from: '2026-03-01', until: '2026-04-01' })
    expect(period('2026-01-01', '2026-03-01')).toEqual({ from: '2026-02-01', until: '2026-03-01' })
    // withdrawn before it began: in force on no day, and still there to tell what it bound
    expect(period('2026-03-01', '2026-02-01')).toEqual({ from: '2026-03-01', until: '2026-03-01' })
  })
})

describe('what an organisation may not have in a pack', () => {
  const law = [
    madeRule('eu.l', { sets: { 'price-reference': { days: 30 } } }),
    madeRule('eu.t', { sets: { 'price-reference': { days: 50 } }, applies: { class: { in: ['toys'] } } }),
  ]
  const faultOf = (id: string, more: Parameters<typeof madeRule>[1]) =>
    packFault(madeRule(id, { statutory: false, ...more }), { market: 'de', law, lineage: markets, parameters })

  it.each([
    ['an id that law could have', 'de.a', { requires: { label: ['origin'] } }, 'de.a must begin with de.own.'],
    [
      'a rule that calls itself law',
      'de.own.a',
      { statutory: true, requires: { label: ['origin'] } },
      'is for rules of law',
    ],
    [
      'a figure that is for law alone',
      'de.own.a',
      { sets: { 'price-reference': { other: 1 } } },
      'no organisation can tighten',
    ],
    [
      'a figure that law does not set',
      'de.own.a',
      { sets: { 'delivery-time': { days: 1 } } },
      'no rule of law sets delivery-time.days',
    ],
    [
      'a figure that is looser than law',
      'de.own.a',
      { sets: { 'price-reference': { days: 20 } } },
      '20 is not tighter than the 30 of eu.l',
    ],
    [
      'a figure that is the same as law',
      'de.own.a',
      { sets: { 'price-reference': { days: 30 } } },
      '30 is not tighter than the 30 of eu.l',
    ],
  ] as const)('%s', (_, id, more, what) => {
    const fault = faultOf(id, more as Parameters<typeof madeRule>[1])
    expect(fault?.what.text.en).toContain(what)
    expect(fault?.remedy.zh).toMatch(/[一-鿿]/)
  })

  it('nothing else: more documents, and more days than the law that these goods meet', () => {
    expect(faultOf('de.own.a', { requires: { label: ['origin'] } })).toBeUndefined()
    expect(faultOf('de.own.a', { sets: { 'price-reference': { days: 40 } } })).toBeUndefined()
  })
})
