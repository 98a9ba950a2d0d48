/** What came back of the stream: the orders line by line as a shop exports them, and counts by product that no order tells. */

/** On air, in the order of their slots, with orders, price in SGD, and what is out of the ordinary. */
const ON_AIR = [
  ['HW-702', 168, 4.9],
  ['QY-106', 131, 9.9],
  ['TG-904', 142, 6.9],
  ['HW-706', 118, 7.9],
  ['ML-201', 149, 4.9],
  ['TR-802', 31, 39.9],
  ['HW-703', 104, 8.9],
  ['ML-204', 92, 14.9],
  ['TG-907', 48, 22.9],
  ['TR-804', 57, 21.9],
  ['XL-113', 74, 34.9],
  // its inner lid leaks
  ['QY-103', 118, 24.9, { returns: 21, 'not-as-described': 5, complaints: 3, 'low-ratings': 4 }],
  ['TG-903', 83, 16.9],
  ['QY-102', 109, 26.9],
  ['XL-111', 187, 22.9],
  ['TG-902', 95, 24.9],
  ['ML-202', 71, 17.9],
  ['XL-114', 88, 29.9, { returns: 5, complaints: 1 }],
  // its warehouse sent late
  ['RB-302', 96, 13.9, { 'late-deliveries': 14 }],
  ['HW-705', 66, 15.9],
  ['RB-304', 79, 19.9],
  ['TR-803', 62, 14.9, { 'not-as-described': 1 }],
  ['QY-101', 211, 18.9],
  ['ML-205', 33, 7.9, { 'not-as-described': 1 }],
]
const BY_PRODUCT = ['returns', 'ratings', 'low-ratings', 'not-as-described', 'complaints', 'late-deliveries']
/** What of a product's orders is usual, where nothing is out of the ordinary; what is left over falls on the first. */
const SHARE = { returns: 0.031, ratings: 0.36, 'low-ratings': 0.007, complaints: 0.002, 'late-deliveries': 0.014 }

/** Counts by product that add up to the totals of the plan. */
function countsOf(totals) {
  const rows = ON_AIR.map(([product, orders, price, odd = {}], i) => ({
    product,
    orders,
    price,
    odd,
    views: Math.round(orders * (31 + ((i * 7) % 11))),
    clicks: Math.round(orders * (5 + ((i * 5) % 9) + (price > 20 ? 3 : 0))),
    ...Object.fromEntries(BY_PRODUCT.map((name) => [name, odd[name] ?? Math.floor(orders * (SHARE[name] ?? 0))])),
  }))
  for (const name of BY_PRODUCT) {
    let left = totals[name] - rows.reduce((sum, row) => sum + row[name], 0)
    if (left < 0) throw new Error(`more ${name} than the plan tells: ${-left}`)
    for (let i = 0; left > 0; i = (i + 5) % rows.length)
      if (rows[i].odd[name] === undefined) {
        rows[i][name] += 1
        left -= 1
      }
  }
  const orders = rows.reduce((sum, row) => sum + row.orders, 0)
  if (orders !== totals.orders) throw new Error(`${orders} orders, the plan tells of ${totals.orders}`)
  return rows
}

/** Writes orders.csv and counts.csv. */
export function writeResults(folder, totals) {
  const rows = countsOf(totals)
  const lines = rows.flatMap(({ product, orders, returns, price }) =>
    Array.from({ length: orders }, (_, i) => {
      const units = i % 9 === 4 ? 2 : 1
      // spread over the orders of the product, the same every time
      const returned = Math.floor(((i + 1) * returns) / orders) > Math.floor((i * returns) / orders)
      return [returned ? '退货退款' : '已完成', product, units, (price * units).toFixed(2), 'SGD']
    }),
  )
  folder.csv('orders.csv', [
    ['订单编号', '订单状态', '商家编码', '商品数量', '买家实付金额', '币种'],
    ...lines.map((line, i) => [`NY${String(100_001 + i)}`, ...line]),
  ])
  const names = ['views', 'clicks', ...BY_PRODUCT.filter((name) => name !== 'returns')]
  folder.csv('counts.csv', [
    ['货号', ...names, 'safety-incidents'],
    ...rows.map((row) => [row.product, ...names.map((name) => row[name]), 0]),
  ])
}
