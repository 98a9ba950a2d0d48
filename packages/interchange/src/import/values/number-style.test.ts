import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { newTally, readAmount, styleFrom, tally } from './number-style.ts'

const styleOf = (amounts: readonly string[], exponent: number) => {
  const counted = newTally()
  for (const amount of amounts) tally(counted, amount)
  return styleFrom(counted, exponent)
}
const readAll = (amounts: readonly string[], exponent: number) => {
  const style = styleOf(amounts, exponent)
  return amounts.map((amount) => readAmount(amount, style, exponent)?.decimal)
}

describe('the decimal mark is decided for a column, not for a cell', () => {
  test.each([
    [['10.000', '25.000'], 2, ['10000', '25000']],
    [['10.000', '1.250.000'], 0, ['10000', '1250000']],
    [['1,299.00', '12.90', '1,500'], 2, ['1299.00', '12.90', '1500']],
    [['1.299,00', '12,90', '1.500'], 2, ['1299.00', '12.90', '1500']],
    [['1.500', '1.250'], 3, ['1.500', '1.250']],
    [['1,00,000', '1,299'], 2, ['100000', '1299']],
    [['1 299,00', "1'299"], 2, ['1299.00', '1299']],
    [['.99', '5'], 2, ['0.99', '5']],
    [['0.125', '7'], 3, ['0.125', '7']],
  ])('%j with %i decimals', (amounts, exponent, read) => {
    expect(readAll(amounts, exponent)).toEqual(read)
  })

  test('an amount that can only be read against the column is read so and marked', () => {
    const style = styleOf(['12.90', '7.50', '3.20'], 2)
    expect(readAmount('12,90', style, 2)).toEqual({ decimal: '12.90', odd: true })
    expect(readAmount('1.2.3', style, 2)).toBeUndefined()
  })

  test('any amount of two decimals reads back in either style', () => {
    const amount = fc.integer({ min: 0, max: 10 ** 11 })
    fc.assert(
      fc.property(
        fc.array(amount, { minLength: 1, maxLength: 20 }),
        fc.constantFrom('en-US', 'de-DE', 'en-IN'),
        (minors, locale) => {
          const format = new Intl.NumberFormat(locale, { minimumFractionDigits: 2 })
          const read = readAll(
            minors.map((minor) => format.format(minor / 100)),
            2,
          )
          expect(read).toEqual(minors.map((minor) => (minor / 100).toFixed(2)))
        },
      ),
    )
  })
})
