import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { madeMarket as market, madeRule as rule } from '../../test/made-rules.ts'
import { addDays, type Day } from '../kernel/day.ts'
import type { MarketRule } from './rule.ts'
import { difference, lineageOf, ruleSetFor, rulesInForce } from './rule-set.ts'

const markets = [market('eu', ['DE', 'FR']), market('de', ['DE'], 'eu'), market('us', ['US'])]
const day = (text: string) => text as Day

const vat = (id: string, rate: string, more: Parameters<typeof rule>[1] = {}) =>
  rule(id, { sets: { vat: { rate } }, ...more })

describe('rules in force', () => {
  it('counts the first day and not the last', () => {
    const rules = [rule('us.a', { from: '2025-05-02', until: '2025-08-29' })]
    const on = (asOf: string) => rulesInForce(rules, markets, { market: 'us', asOf: day(asOf) }).length
    expect([on('2025-05-01'), on('2025-05-02'), on('2025-08-28'), on('2025-08-29')]).toEqual([0, 1, 1, 0])
  })

  it('holds what the period holds, for any period and day', () => {
    const start = day('2020-01-01')
    fc.assert(
      fc.property(fc.nat(3000), fc.option(fc.integer({ min: 1, max: 3000 })), fc.nat(6000), (from, length, asOf) => {
        const until = length === null ? undefined : addDays(start, from + length)
        const r = rule('us.a', { from: addDays(start, from), ...(until ? { until } : {}) })
        const held = rulesInForce([r], markets, { market: 'us', asOf: addDays(start, asOf) }).length === 1
        expect(held).toBe(asOf >= from && (length === null || asOf < from + length))
      }),
    )
  })

  it('takes a parent’s rules, never a child’s, and puts the parent first', () => {
    const rules = [rule('de.z'), rule('de.a'), rule('eu.m'), rule('us.a')]
    const ids = (m: string) => rulesInForce(rules, markets, { market: m, asOf: day('2025-01-01') }).map((r) => r.id)
    expect(ids('de')).toEqual(['eu.m', 'de.a', 'de.z'])
    expect(ids('eu')).toEqual(['eu.m'])
  })

  it('leaves out rules of other classes when a class is asked for, and keeps those for all', () => {
    const rules = [
      rule('us.toys', { applies: { class: { in: ['toys'] } } }),
      rule('us.not-toys', { applies: { class: { not: ['toys'] } } }),
      rule('us.all'),
      rule('us.traits', { applies: { traits: { any: ['battery'] } } }),
    ]
    const ids = (cls: string) =>
      rulesInForce(rules, markets, { market: 'us', asOf: day('2025-01-01'), class: cls }).map((r) => r.id)
    expect(ids('toys')).toEqual(['us.all', 'us.toys', 'us.traits'])
    expect(ids('bags-luggage')).toEqual(['us.all', 'us.not-toys', 'us.traits'])
    expect(ids('toys.slime')).toContain('us.toys')
  })

  it('names the markets it knows when asked for another', () => {
    expect(() => lineageOf(markets, 'xx')).toThrow('market: "xx" is not a market; known are de, eu, us')
  })
})

describe('what binds a product', () => {
  const bound = (
    applies: NonNullable<MarketRule['applies']>,
    about: Parameters<ReturnType<typeof ruleSetFor>['rulesFor']>[0],
  ) => ruleSetFor([rule('eu.a', { applies })], markets, 'de', day('2025-01-01')).rulesFor(about).length === 1

  it('asks for a responsible person unless the maker is established in the Union', () => {
    const applies = { 'maker-established': { not: ['eu'] } }
    expect(bound(applies, { makerEstablished: 'DE' })).toBe(false)
    expect(bound(applies, { makerEstablished: 'eu' })).toBe(false)
    expect(bound(applies, { makerEstablished: 'CN' })).toBe(true)
    expect(bound(applies, {})).toBe(true)
  })

  it('binds no class, trait, origin or delivery that is not known, but does bind what is only excluded', () => {
    expect(bound({ class: { in: ['toys'] } }, {})).toBe(false)
    expect(bound({ class: { not: ['toys'] } }, {})).toBe(true)
    expect(bound({ traits: { any: ['battery'] } }, {})).toBe(false)
    expect(bound({ traits: { none: ['battery'] } }, { traits: ['battery'] })).toBe(false)
    expect(bound({ origin: { in: ['CN', 'HK'] } }, {})).toBe(false)
    expect(bound({ origin: { in: ['CN', 'HK'] } }, { origin: 'HK' })).toBe(true)
    expect(bound({ origin: { not: ['CN'] } }, { origin: 'CN' })).toBe(false)
    expect(bound({ delivery: ['drop-shipping'] }, { delivery: 'drop-shipping' })).toBe(true)
    expect(bound({ claim: ['eco', 'health'] }, { claims: ['health'] })).toBe(true)
    expect(bound({ words: ['halal'] }, { words: ['halal', 'other'] })).toBe(true)
    expect(bound({ words: ['halal'] }, {})).toBe(false)
  })

  it('gives the same list for the same question', () => {
    const set = ruleSetFor([rule('eu.a')], markets, 'eu', day('2025-01-01'))
    expect(set.rulesFor({ class: 'toys', traits: ['battery', 'mains'] })).toBe(
      set.rulesFor({ class: 'toys', traits: ['mains', 'battery'] }),
    )
  })
})

describe('parameters', () => {
  const rules = [
    rule('eu.vat', { sets: { vat: { scheme: 'ioss', threshold: '150.00' } } }),
    vat('de.vat', '0.19'),
    vat('de.vat.books', '0.07', { applies: { class: { in: ['books-media'] } } }),
  ]
  const set = ruleSetFor(rules, markets, 'de', day('2025-01-01'))

  it('takes each key from the most specific rule: the market before its parent, a class before all', () => {
    expect(set.parameter('vat', { class: 'toys' })?.values).toEqual({
      scheme: 'ioss',
      threshold: '150.00',
      rate: '0.19',
    })
    const books = set.parameter('vat', { class: 'books-media' })
    expect(books?.values).toEqual({ scheme: 'ioss', threshold: '150.00', rate: '0.07' })
    expect(books?.rule).toBe('de.vat.books')
    expect(books?.source).toBe('An act, 1')
    expect(books?.sources.rate).toBe('An act, 1')
    expect(books?.rules).toEqual({ scheme: 'eu.vat', threshold: 'eu.vat', rate: 'de.vat.books' })
  })

  it('lets the market’s own rule for all goods stand before its parent’s for a class', () => {
    const both = [vat('eu.x', '0.05', { applies: { class: { in: ['toys'] } } }), vat('de.x', '0.19')]
    const german = ruleSetFor(both, markets, 'de', day('2025-01-01'))
    expect(german.parameter('vat', { class: 'toys' })?.values.rate).toBe('0.19')
  })

  it('prefers a child class to its parent class', () => {
    const both = [
      vat('us.a', '0.01', { applies: { class: { in: ['cosmetics.sunscreen'] } } }),
      vat('us.b', '0.02', { applies: { class: { in: ['cosmetics'] } } }),
    ]
    const american = ruleSetFor(both, markets, 'us', day('2025-01-01'))
    expect(american.parameter('vat', { class: 'cosmetics.sunscreen' })?.values.rate).toBe('0.01')
    expect(american.parameter('vat', { class: 'cosmetics' })?.values.rate).toBe('0.02')
  })

  it('knows no parameter that no rule sets', () => {
    expect(set.parameter('surcharge')).toBeUndefined()
    expect(ruleSetFor(rules, markets, 'de', day('2019-12-31')).parameter('vat')).toBeUndefined()
  })
})

describe('the version of a rule set', () => {
  const rules = [
    rule('us.a', { from: '2025-01-01', until: '2025-08-29' }),
    rule('us.b', { from: '2025-08-29' }),
    rule('eu.c'),
  ]
  const hash = (asOf: string, of = rules) => ruleSetFor(of, markets, 'us', day(asOf)).hash

  it('stays while nothing changes and changes on the day a rule does', () => {
    expect(hash('2025-08-28')).toBe(hash('2025-01-01'))
    expect(hash('2025-08-29')).not.toBe(hash('2025-08-28'))
    expect(hash('2025-08-29')).toMatch(/^[0-9a-f]{64}$/)
  })
  it('does not depend on the order of the files, nor on other markets', () => {
    expect(hash('2025-08-28', rules.toReversed())).toBe(hash('2025-08-28'))
    expect(hash('2025-08-28', rules.slice(0, 2))).toBe(hash('2025-08-28'))
  })
})

describe('the difference between two days', () => {
  const rules = [
    rule('us.ends', { from: '2020-01-01', until: '2025-08-29' }),
    rule('us.begins', { from: '2025-08-29' }),
    vat('us.changes', '0', { until: '2025-08-29' }),
    vat('us.changes', '0.1', { from: '2025-08-29' }),
    rule('us.stays'),
  ]
  it('tells what begins, ends and stands in another form', () => {
    const d = difference(rules, markets, 'us', day('2025-08-28'), day('2025-08-30'))
    expect(d.begins.map((r) => r.id)).toEqual(['us.begins'])
    expect(d.ends.map((r) => r.id)).toEqual(['us.ends'])
    expect(d.changes.map((c) => [c.id, c.before.sets, c.after.sets])).toEqual([
      ['us.changes', { vat: { rate: '0' } }, { vat: { rate: '0.1' } }],
    ])
  })
  it('is empty from a day to itself', () => {
    const same = difference(rules, markets, 'us', day('2025-08-28'), day('2025-08-28'))
    expect(same).toEqual({ begins: [], ends: [], changes: [] })
  })
})
