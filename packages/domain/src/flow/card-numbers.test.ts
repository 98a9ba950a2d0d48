import { expect, test } from 'vitest'
import { cardNumbersIn, hasCardNumber } from './card-numbers.ts'

// numbers that the schemes publish for tests
test.each([
  ['客户卡号 4111 1111 1111 1111', true],
  ['5500-0000-0000-0004', true],
  ['378282246310005', true],
  // as Chinese input methods write digits and spaces
  ['卡号４１１１１１１１１１１１１１１１', true],
  ['４１１１　１１１１　１１１１　１１１１', true],
  // one digit changed: no card
  ['4111 1111 1111 1112', false],
  ['订单 2026112600001234', false],
  ['尾号 1111', false],
])('%s', (text, holds) => {
  expect(hasCardNumber(text)).toBe(holds)
})

test('the place in a record is named', () => {
  expect(cardNumbersIn({ case: { notes: ['ok', '４１１１１１１１１１１１１１１１'] } })).toEqual(['case.notes[1]'])
})
