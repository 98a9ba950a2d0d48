import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { phrasesOf } from './phrases.ts'

const found = (phrases: readonly string[], text: string) => {
  const hits: string[] = []
  phrasesOf(phrases).find(text, (phrase, from, to) => hits.push(`${phrases[phrase]}@${from}-${to}`))
  return hits.sort()
}

/** The words of a text, and runs of them, found one by one. */
function byLooking(phrases: readonly string[], text: string): string[] {
  const letter = /[a-c]/
  const hits: string[] = []
  for (const phrase of new Set(phrases))
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + 1)) {
      const end = at + phrase.length
      if (letter.test(text[at - 1] ?? ' ') || letter.test(text[end] ?? ' ')) continue
      hits.push(`${phrase}@${at}-${end}`)
    }
  return hits.sort()
}

describe('phrases', () => {
  it('are those that a search for each finds, in texts of words', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 3 })
    const phrase = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(' '))
    const text = fc.array(word, { maxLength: 30 }).map((words) => words.join(' '))
    fc.assert(
      fc.property(fc.uniqueArray(phrase, { maxLength: 12 }), text, (phrases, t) => {
        expect(found(phrases, t)).toEqual(byLooking(phrases, t))
      }),
    )
  })

  it('stand at the edges of words, in scripts that have them', () => {
    expect(found(['best'], 'bestow the best; bestbest')).toEqual(['best@11-15'])
    expect(found(['最好'], '这是最好的')).toEqual(['最好@2-4'])
  })

  it('end no Thai syllable in the middle', () => {
    expect(found(['ดี'], 'ดี ดีๆ ดี่')).toEqual(['ดี@0-2', 'ดี@3-5'])
  })

  it('let a word go on at a star, and take the whole word', () => {
    expect(found(['sneaker*', '*preis'], 'Sneakers zum Sommerpreis')).toEqual(['*preis@13-24', 'sneaker*@0-8'])
  })

  it('read runs of spaces, hyphens and unseen characters as people do', () => {
    expect(found(['long lasting'], 'long-lasting long  lasting long\u00ad lasting')).toHaveLength(3)
    expect(found(['最低价'], '最 低\u200b价')).toEqual(['最低价@0-5'])
  })

  it('read disguised letters and marks between Han letters as told', () => {
    const hits: string[] = []
    const disguise = { letters: new Map([[0x8529, 0x6700]]), passed: new Set([0x2e]) }
    const text = '\u8529.低.价 a.b'
    phrasesOf(['最低价', 'ab'], disguise).find(text, (_, from, to) => hits.push(text.slice(from, to)))
    expect(hits).toEqual(['\u8529.低.价'])
  })
})
