import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { classifier } from '../../../../test/classify/shipped-classes.ts'
import { TITLES } from '../../../../test/classify/titles.ts'
import type { Readable } from './signs.ts'

const { classify } = classifier

const titles = fc.constantFrom(...TITLES.map(([, title]) => title))
const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  titles,
  fc.tuple(titles, titles).map((t) => t.join(' ')),
)
const listings: fc.Arbitrary<Readable> = fc.record(
  {
    title: text,
    description: text,
    category: fc.array(text, { maxLength: 4 }),
    attributes: fc.array(fc.record({ name: fc.string(), value: text }), { maxLength: 6 }),
    language: fc.constantFrom('zh', 'en', 'id', 'ms', 'th', 'vi', 'es', 'pt', 'de', 'und', ''),
    hs: fc.oneof(fc.string(), fc.constantFrom('9503', '6403.99', '8517130000')),
  },
  { requiredKeys: ['title', 'description', 'category', 'attributes', 'language'] },
)

describe('the classifier, whatever the listing', () => {
  it('answers, never throws, and is as sure as it says', () => {
    fc.assert(
      fc.property(listings, (listing) => {
        const { class: cls, confidence, reason, evidence } = classify(listing)
        expect(confidence).toBeGreaterThanOrEqual(0)
        expect(confidence).toBeLessThanOrEqual(0.99)
        expect(cls !== undefined).toBe(confidence >= 0.5)
        expect(reason.zh && reason.en).toBeTruthy()
        if (cls !== undefined) expect(evidence.length).toBeGreaterThan(0)
      }),
    )
  })

  it('gives the same answer to the same listing', () => {
    fc.assert(
      fc.property(listings, (listing) => {
        expect(classify(structuredClone(listing))).toEqual(classify(listing))
      }),
    )
  })

  it('does not mind the order of attributes', () => {
    fc.assert(
      fc.property(listings, (listing) => {
        const turned = { ...listing, attributes: listing.attributes.toReversed() }
        expect(classify(turned)).toEqual(classify(listing))
      }),
    )
  })

  it('does not mind letter case of the title', () => {
    fc.assert(
      fc.property(titles, (title) => {
        const of = (t: string) => classify({ title: t, description: '', category: [], attributes: [], language: 'und' })
        expect(of(title.toUpperCase()).class).toBe(of(title).class)
      }),
    )
  })
})
