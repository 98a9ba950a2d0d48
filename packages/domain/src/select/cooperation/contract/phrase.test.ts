import fc from 'fast-check'
import { expect, test } from 'vitest'
import { chineseNumber, compilePhrase, matchPhrase } from './phrase.ts'
import { sentencesOf } from './sentence.ts'

const caught = (phrase: string, text: string, over?: number) => {
  for (const s of sentencesOf(text)) {
    const found = matchPhrase(compilePhrase(phrase), s, over)
    if (found) return s.folded.slice(found.from, found.to)
  }
  return undefined
}

test('parts stand in order within one sentence', () => {
  expect(caught('全网|其他渠道 .. 最低价', '乙方保证全网执行最低价。')).toBe('全网执行最低价')
  expect(caught('全网 .. 最低价', '最低价覆盖全网。')).toBeUndefined()
  expect(caught('全网 .. 最低价', '覆盖全网。最低价另议。')).toBeUndefined()
})

test('English words are whole unless their ending is left open; case and width do not matter', () => {
  expect(caught('sell', 'The reseller bestsells.')).toBeUndefined()
  expect(caught('terminat* .. notice', 'May TERMINATE without ｎｏｔｉｃｅ')).toBe('terminate without notice')
})

test('a number counts with its unit and above the bound only', () => {
  expect(caught('付款 .. {n}日', '付款 20000 元，三十日内；', 60)).toBeUndefined()
  expect(caught('付款 .. {n}日', '付款 20000 元，一百二十日内；', 60)).toBe('付款20000元,一百二十日')
  expect(caught('pay* .. {n}days', 'Payment within 30 days, or ninety (90) days for new partners', 60)).toBe(
    'payment within 30 days, or ninety (90) days',
  )
})

test('a wrapped line is one sentence; a numbered line, a blank line and a full stop begin another', () => {
  expect(sentencesOf('全网最\n低价。\n第二条 甲\n\n乙').map((s) => s.folded)).toEqual([
    '全网最低价。',
    '第二条甲',
    '乙',
  ])
  expect(sentencesOf('1. Goods are\nlisted. 2. Price 1.50 each\n3. Law').map((s) => s.folded)).toEqual([
    '1. goods are listed.',
    '2. price 1.50 each',
    '3. law',
  ])
})

test('every folded character knows where it stands', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('全', '网', ' ', '\n', 'a', 'B', '.', '。', '１', '😀', '(') }),
      (text) => {
        let last = -1
        for (const s of sentencesOf(text)) {
          expect(s.at.length).toBe(s.folded.length)
          for (const at of s.at) {
            expect(at).toBeGreaterThanOrEqual(last)
            last = at
          }
        }
        expect(last).toBeLessThan(Math.max(text.length, 1))
      },
    ),
  )
})

test('Chinese numerals', () => {
  expect(['五', '十', '十五', '六十', '一百', '一百二十', '两'].map(chineseNumber)).toEqual([
    5, 10, 15, 60, 100, 120, 2,
  ])
})

test('a phrase with an empty part or a star inside is refused', () => {
  for (const bad of ['a ..  .. b', 'a|', 'favo*red', '{n}', '{m}日'])
    expect(() => compilePhrase(bad)).toThrow('empty or unknown part')
})
