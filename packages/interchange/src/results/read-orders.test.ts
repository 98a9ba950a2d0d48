import { describe, expect, it } from 'vitest'
import { loadStandard } from '../standard/load.ts'
import { isOrderList, readOrders } from './read-orders.ts'

const words = loadStandard()['order-columns']

/** Columns as TikTok Shop exports them, with what is personal. */
const TIKTOK = `Order ID,Order Status,Cancelation/Return Type,Seller SKU,Quantity,SKU Subtotal After Discount,Buyer Username,Recipient,Phone #,Detail Address,Tracking ID
5761,Completed,,U-1,2,SGD 39.80,luna88,Tan Mei,(+65)91234567,1 Orchard Rd,T1
5761,Completed,,U-2,1,SGD 9.90,luna88,Tan Mei,(+65)91234567,1 Orchard Rd,T1
5762,Completed,Return/Refund,U-1,1,SGD 19.90,kai,Lee Kai,(+65)98765432,2 Orchard Rd,T2
5763,Canceled,Cancel,U-1,1,SGD 19.90,kai,Lee Kai,(+65)98765432,2 Orchard Rd,
5764,Shipped,,U-1,one,SGD 19.90,kai,Lee Kai,(+65)98765432,2 Orchard Rd,
`

describe('a list of orders', () => {
  it('is added up by product: an order once, cancelled ones aside, amounts to the cent', () => {
    const read = readOrders(TIKTOK, words)
    expect(read.rows).toEqual([
      // 39.80 + 19.90 = 59.70; the return is an order that was sold
      {
        row: 2,
        product: 'U-1',
        counts: { orders: 2, units: 3, returns: 1, cancelled: 1 },
        sales: { minor: 5970, currency: 'SGD' },
      },
      {
        row: 3,
        product: 'U-2',
        counts: { orders: 1, units: 1, returns: 0, cancelled: 0 },
        sales: { minor: 990, currency: 'SGD' },
      },
    ])
    expect(read.rejected).toEqual([{ row: 6, field: 'quantity', reason: '"one" is not a whole number' }])
  })

  it('keeps nothing of the buyers, and says which columns those are', () => {
    const read = readOrders(TIKTOK, words)
    expect(read.personal).toEqual(['Buyer Username', 'Recipient', 'Phone #', 'Detail Address'])
    expect(read.ignored).toEqual(['Tracking ID'])
    expect(JSON.stringify(read)).not.toMatch(/luna88|Tan Mei|91234567|Orchard/)
  })

  it('is read in Chinese, with the currency in a column of its own or not at all', () => {
    const taobao =
      '订单编号,订单状态,商家编码,购买数量,买家实付金额,收货人姓名,退款状态\nA,交易成功,U-1,1,19.90,王,无退款申请\nB,交易关闭,U-1,1,19.90,李,\nC,交易成功,U-1,1,19.90,赵,退款成功\n'
    expect(isOrderList(taobao, words)).toBe(true)
    expect(readOrders(taobao, words).rows).toEqual([
      { row: 2, product: 'U-1', counts: { orders: 2, units: 2, returns: 1, cancelled: 1 } },
    ])
  })

  it('gives the orders that settlements count: their day, what was paid and what went back, cancelled ones left out', () => {
    const shopee = `Order ID,Order Status,Seller SKU,Quantity,Deal Price,Currency,Order Creation Date,Return / Refund Status,Refund Amount
A,Completed,U-1,1,19.90,SGD,2026-06-06 20:14,,
A,Completed,U-1,2,39.80,SGD,2026-06-06 20:14,,
B,Completed,U-1,1,19.90,SGD,06/06/2026 21:00,Refund approved,5.00
C,Cancelled,U-1,1,19.90,SGD,2026-06-06 21:10,,
D,Completed,U-1,1,19.90,SGD,,,
`
    // A: two lines, 1 + 2 units, 19.90 + 39.80; B is written day first and 5.00 went back; C cancelled, D without a day
    expect(readOrders(shopee, words).orders).toEqual([
      { product: 'U-1', order: 'A', day: '2026-06-06', quantity: 3, paid: { minor: 5970, currency: 'SGD' } },
      {
        product: 'U-1',
        order: 'B',
        day: '2026-06-06',
        quantity: 1,
        paid: { minor: 1990, currency: 'SGD' },
        refunded: { minor: 500, currency: 'SGD' },
      },
    ])
  })

  it('is not a list of counts', () => {
    expect(isOrderList('sku,orders,returns\nU-1,1,0', words)).toBe(false)
  })
})
