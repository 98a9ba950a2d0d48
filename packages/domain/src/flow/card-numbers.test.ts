import { expect, test } from 'vitest'
import { type Listing, listing } from '../select/product/listing.ts'
import { cardNumberIn, cardNumbersIn, hasCardNumber } from './card-numbers.ts'

// numbers that the schemes publish for tests
test.each([
  ['客户卡号 4111 1111 1111 1111', true],
  ['5500-0000-0000-0004', true],
  ['378282246310005', true],
  ['3782 822463 10005', true],
  ['Diners 30569309025904', true],
  ['3056 930902 5904', true],
  ['Visa of old 4222222222222', true],
  ['Discover 6011111111111117', true],
  ['JCB 3530111333300000', true],
  ['Mir 2200 0000 0000 0004', true],
  ['银联 6250946000000016', true],
  ['银联 621094 6000000000006', true],
  // what stands before and after
  ['Card No.4111111111111111, thanks', true],
  ['4111 1111 1111 1111 123', true],
  ['4111111111111111 2 pcs 12/28', true],
  ['tel 123 4111 1111 1111 1111', true],
  ['4111111111111111,5500000000000004', true],
  // as Chinese input methods write digits and spaces
  ['卡号４１１１１１１１１１１１１１１１', true],
  ['４１１１　１１１１　１１１１　１１１１', true],
  // one digit changed: no card
  ['4111 1111 1111 1112', false],
  ['订单 2026112600001234', false],
  ['尾号 1111', false],
  // no groups that a card has, though prefix and check digit are right
  ['尺码 41 11 11 11 11 11 11 11', false],
  ['0.4111111111111111', false],
  // longer than any card
  ['41111111111111114111', false],
  // both check digits are right, Luhn and GS1: a German barcode
  ['EAN 4006380000094', false],
])('%s', (text, holds) => {
  expect(hasCardNumber(text)).toBe(holds)
})

test('a file’s SHA-256 is no card, whatever digits stand in it', () => {
  expect(hasCardNumber(`${'ab'.repeat(24)}4111111111111111`)).toBe(false)
})

test('the place in a record is named', () => {
  expect(cardNumbersIn({ case: { notes: ['ok', '４１１１１１１１１１１１１１１１'] } })).toEqual(['case.notes[1]'])
})

const CARD = '4111111111111111'
const of = (said: Partial<Listing>): Listing =>
  listing.parse({
    row: 1,
    title: 'Cup',
    description: '',
    images: [],
    category: [],
    variants: [],
    attributes: [],
    language: 'en',
    ...said,
  })

test.each<[string, Partial<Listing>]>([
  ['title', { title: `Pay ${CARD}` }],
  ['description', { description: `Blue.\nPay to ${CARD}` }],
  ['variants', { variants: ['red', CARD] }],
  ['category', { category: [`Cups ${CARD}`] }],
  ['attributes', { attributes: [{ name: 'Pay to', value: CARD }] }],
])('a listing with a card number in its %s', (field, said) => {
  expect(cardNumberIn(of(said))).toBe(field)
})

test.each<[string, Partial<Listing>]>([
  ['codes', { sku: CARD, gtin: CARD, mpn: CARD }],
  ['addresses', { url: `https://shop.example/i${CARD}.html`, images: [`https://shop.example/${CARD}.jpg`] }],
  ['an address in a text', { description: `See https://shop.example/products/${CARD}.html` }],
  ['a specification that is a code', { attributes: [{ name: 'SKU', value: CARD }] }],
])('%s of a listing are no card numbers', (_, said) => {
  expect(cardNumberIn(of(said))).toBeUndefined()
})

test('what is read takes no longer than in proportion to its length: else a million letters would outlast the test', () => {
  expect(hasCardNumber('1 '.repeat(500_000))).toBe(false)
  expect(hasCardNumber('4000 '.repeat(200_000))).toBe(false)
  expect(hasCardNumber('1234567890'.repeat(100_000))).toBe(false)
})
