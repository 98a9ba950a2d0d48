import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { find, signals } from './finder.ts'

const words = signals.signals.flatMap((s) => ('words' in s ? Object.values({ ...s.words, ...s.title }).flat() : []))
const said = fc
  .array(
    fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom('Nike', '耐克', 'Arsenal jersey', 'for', '适用', 'case'),
      fc.string(),
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(' '))
const listing = fc.record({
  title: said,
  description: said,
  brand: fc.constantFrom('', 'Nike', 'No Brand', 'Somebody'),
  language: fc.constantFrom('en', 'zh', 'id', 'ms', 'th', 'vi', 'und'),
  class: fc.constantFrom(undefined, 'apparel', 'toys', 'cosmetics', 'phone-case', 'food'),
})

describe('signals of any text', () => {
  it('stand once each, in the order of the file, and the same on every reading', () => {
    const order = signals.signals.map((s) => s.id)
    fc.assert(
      fc.property(listing, (made) => {
        const found = find(made)
        const places = found.map((s) => order.indexOf(s.id))
        expect(places).toEqual([...new Set(places)].sort((a, b) => a - b))
        expect(find(made)).toEqual(found)
      }),
      { numRuns: 300 },
    )
  })

  it('point at the words they name, and fill every blank of their texts', () => {
    fc.assert(
      fc.property(listing, (made) => {
        for (const { what, remedy, span } of find(made)) {
          if (span) expect(made[span.field as 'title' | 'description'].slice(span.from, span.to)).toBe(span.words)
          for (const text of [what.zh, what.en, remedy.zh, remedy.en])
            expect(text).not.toMatch(/\{(words|brand|owner)\}/)
        }
      }),
      { numRuns: 300 },
    )
  })
})
