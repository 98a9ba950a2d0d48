import { BadInput } from '@haixuan/domain/kernel/errors'
import { describe, expect, it } from 'vitest'
import { readCounts } from './read-counts.ts'

describe('counts from a list', () => {
  it('finds columns by their names in Chinese and English, and tells which it left out', () => {
    expect(readCounts('\uFEFF货号,支付订单数,退货数,备注\nU-1,"1,200",30,好\nU-2,5,,\n')).toEqual({
      ignored: ['备注'],
      rows: [
        { row: 2, product: 'U-1', counts: { orders: '1,200', returns: '30' } },
        { row: 3, product: 'U-2', counts: { orders: '5' } },
      ],
    })
    expect(readCounts('SKU,Orders,Low_Ratings\nU-1,3,1').rows[0]?.counts).toEqual({ orders: '3', 'low-ratings': '1' })
  })

  it.each([
    ['orders,returns\n1,2', /column for the product/],
    ['sku,orders,订单数\nU-1,1,2', /two columns for orders/],
    ['sku,orders\n"U-1,1', /csv/],
    ['', /column for the product/],
  ])('refuses %j', (csv, why) => {
    expect(() => readCounts(csv)).toThrow(BadInput)
    expect(() => readCounts(csv)).toThrow(why)
  })
})
