import { describe, expect, test } from 'vitest'
import { words } from '../fixtures/words.ts'
import { currencySigns } from './currency-signs.ts'
import { moneyFrom } from './minor-units.ts'
import { priceText } from './price-text.ts'

const signs = currencySigns(words.currencies, words.units)
const parts = (text: string) => {
  const price = priceText(text, signs)
  return 'problem' in price ? price.problem : [price.sign, ...price.amounts.map((amount) => amount.text)]
}

describe('a price cell is taken apart', () => {
  test.each([
    ['Rp 10.000', ['rp', '10.000']],
    ['Rp10.000,-', ['rp', '10.000']],
    ['1,299.00', [undefined, '1,299.00']],
    ['1.299,00 €', ['€', '1.299,00']],
    ['¥129.00', ['¥', '129.00']],
    ['￥129.00元', ['¥', '129.00']],
    ['RM12.90 - RM15.00', ['rm', '12.90', '15.00']],
    ['["12","13"]', [undefined, '12', '13']],
    ["['12', '13']", [undefined, '12', '13']],
    ['{"amount":"12.50","currency":"EUR"}', ['EUR', '12.50']],
    ['₱199', ['₱', '199']],
    ['฿1,290', ['฿', '1,290']],
    ['199.000₫', ['₫', '199.000']],
    ['199.000 đ', ['đ', '199.000']],
    ['US $12.99', ['us $', '12.99']],
    ['US$1.50~3.20', ['us$', '1.50', '3.20']],
    ['USD 12.99', ['usd', '12.99']],
    ['NT$ 1,290', ['nt$', '1,290']],
    ['R$ 1.089,90', ['r$', '1.089,90']],
    ['12,90 zł', ['zł', '12,90']],
    ['1 299 kr', ['kr', '1 299']],
    ['12.90 to 15', [undefined, '12.90', '15']],
    ['10.000 đến 12.000 VND', ['vnd', '10.000', '12.000']],
    ['12.90 / piece', [undefined, '12.90']],
    ['US $9.99 / lot (5 pieces)', ['us $', '9.99']],
    ['$20 (-15%)', ['$', '20']],
    ['价格：59.9元起', ['元', '59.9']],
    ['1.000000000000000e-02', [undefined, '0.01']],
    ['-5', 'negative'],
    ['RM -5.00', 'negative'],
    ['call us', 'no-number'],
    ['12 34 56', 'several'],
    ['was 20 now 15', 'several'],
    ['', 'empty'],
  ])('%s', (text, expected) => {
    expect(parts(text)).toEqual(expected)
  })

  test('letters that only look like a sign are none', () => {
    expect(parts('12 arms')).toEqual([undefined, '12'])
    expect(parts('Krem 12')).toEqual([undefined, '12'])
  })

  test('thousands and ten-thousands written as words', () => {
    expect(priceText('Rp 10rb', signs)).toMatchObject({ amounts: [{ text: '10', zeros: 3 }] })
    expect(priceText('1.5万円', signs)).toMatchObject({ sign: '円', amounts: [{ text: '1.5', zeros: 4 }] })
    expect(moneyFrom('1.5', 'JPY', 4)).toEqual({ money: { minor: 15_000, currency: 'JPY' }, rounded: false })
  })

  test('decimals beyond the currency are rounded half up and said, binary dust is not', () => {
    expect(moneyFrom('12.905', 'USD')).toEqual({ money: { minor: 1291, currency: 'USD' }, rounded: true })
    expect(moneyFrom('12.8999999999', 'USD')).toEqual({ money: { minor: 1290, currency: 'USD' }, rounded: false })
    expect(moneyFrom('99999999999999999', 'USD')).toBeUndefined()
  })
})
