import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { matcher, read } from './read-marked.ts'

/** Pieces that fold, compose or vanish in reading, between pieces that claim something. */
const pieces = fc.constantFrom(
  ...[
    'best quality',
    'BEST QUALITY',
    'ｂｅｓｔ　ｑｕａｌｉｔｙ',
    'best\u00adquality',
    '最低价',
    '最 低 價',
    '最🔥低价',
    '国家级',
    '第①品牌',
  ],
  ...[
    'stoßfest',
    'STOSSFEST',
    'wasserdicht',
    'ดีที่สุด',
    'tốt nhất',
    'to\u0302\u0301t nha\u0302\u0301t',
    'SPF ５０＋',
    '100% waterproof',
  ],
  ...[
    ' ',
    '\n',
    '. ',
    '，',
    'ß',
    'ﬁ',
    'é',
    'e\u0301',
    '\u0301',
    '\u200b',
    '👩‍👩‍👧',
    '💥',
    '\ud83d',
    'İ',
    'ﷺ',
    '㎏',
    '½',
    '\u0e4d\u0e32',
    'น้ำ',
    '𝐛𝐞𝐬𝐭',
  ],
  ...['lamp', '灯', 'not ', '不', '-', '·', '*'],
)
const texts = fc.array(pieces, { maxLength: 24 }).map((parts) => parts.join(''))

describe('spans', () => {
  it('are places of the original text, in order, whatever was folded', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const hits = matcher.find(text)
        for (const { from, to, words } of hits) {
          expect(text.slice(from, to)).toBe(words)
          expect(to).toBeGreaterThan(from)
        }
        expect(hits.map((h) => h.from)).toEqual(hits.map((h) => h.from).toSorted((a, b) => a - b))
      }),
      { numRuns: 400 },
    )
  })

  it('are the same in any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        for (const { from, to, words } of matcher.find(text)) expect(text.slice(from, to)).toBe(words)
      }),
    )
  })

  it('move with the text before them', () => {
    fc.assert(
      fc.property(texts, (text) => {
        // A line with a colon: no part of a list of search words, so it changes the reading of nothing after it.
        const before = '💡 E\u0301:\n'
        const moved = read(`${before}${text}`).filter(({ from }) => from >= before.length)
        expect(moved.map((c) => ({ ...c, from: c.from - before.length }))).toEqual(read(text))
      }),
      { numRuns: 200 },
    )
  })

  it.each([
    ['ﬁnest quality — best quality', 'best quality', 16],
    ['STRASSENTAUGLICH, STOSSFEST', 'STOSSFEST', 18],
    ['𝐛𝐞𝐬𝐭 quality', '𝐛𝐞𝐬𝐭 quality', 0],
    ['💥💥 best quality', 'best quality', 5],
    ['ｂｅｓｔ　ｑｕａｌｉｔｙ', 'ｂｅｓｔ　ｑｕａｌｉｔｙ', 0],
    ['Hàng to\u0302\u0301t nha\u0302\u0301t', 'to\u0302\u0301t nha\u0302\u0301t', 5],
    ['น้ำดื่ม ดีที่สุด', 'ดีที่สุด', 8],
  ])('%j holds %j', (text, words, from) => {
    expect(read(text)).toContainEqual({ kind: expect.any(String), words, from })
  })
})
