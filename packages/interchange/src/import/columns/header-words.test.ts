import { expect, test } from 'vitest'
import { words } from '../fixtures/words.ts'
import { headerWords } from './header-words.ts'

const read = headerWords(words.columns, words.currencies.codes)
const best = (header: string) => [...read(header).fields].sort(([, a], [, b]) => b.score - a.score)[0]

test.each(['价格 SGD', '价格(SGD)', 'Price USD', 'price_usd', '售价-CNY'])(
  'a header that ends with the code of its currency names the price as well as one without: %s',
  (header) => {
    expect(best(header)?.[0]).toBe('price')
    expect(best(header)?.[1].score).toBeGreaterThan(0.75)
  },
)
test('the code of a currency alone stays what it is', () => {
  expect(best('TOP')).toEqual(headerWords(words.columns)('TOP').fields.entries().next().value)
})
