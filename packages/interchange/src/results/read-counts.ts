import { BadInput } from '@haixuan/domain/kernel/errors'
import { because } from './because.ts'
import { folded, tableOf } from './table-of.ts'

/** What came back for one product, as a row of a file told it. */
export type CountRow = { readonly row: number; readonly product: string; readonly counts: Record<string, string> }

/** What the columns of a shop system's list are called, beside the names of the counts themselves. */
const COLUMNS: Readonly<Record<string, readonly string[]>> = {
  product: ['sku', 'product id', 'item', '商品编号', '商品编码', '货号', '产品编号'],
  orders: ['order count', '订单数', '成交订单数', '支付订单数'],
  returns: ['returned', 'return orders', '退货数', '退货订单数'],
  'not-as-described': ['货不对板', '描述不符', '货不对板数'],
  complaints: ['complaint count', '投诉数', '客诉数'],
  ratings: ['reviews', '评价数', '评论数'],
  'low-ratings': ['bad reviews', '差评数'],
  'late-deliveries': ['late', '迟发数', '延迟发货数'],
  'safety-incidents': ['safety', '安全事故数'],
  views: ['impressions', '观看数', '曝光数'],
  clicks: ['点击数'],
}
const KNOWN = new Map(
  Object.entries(COLUMNS).flatMap(([name, words]) => [name, ...words].map((word) => [folded(word), name] as const)),
)

/** Reads counts per product from CSV: columns by their names in English or Chinese; any other is left out. @throws BadInput */
export function readCounts(csv: string): { readonly rows: readonly CountRow[]; readonly ignored: readonly string[] } {
  const [header = [], ...body] = tableOf(csv)
  const names = header.map((title) => KNOWN.get(folded(title)))
  const at = names.indexOf('product')
  if (at < 0) throw new BadInput(because('no-product-column'), { field: 'csv' })
  const twice = names.find((name, i) => name !== undefined && names.indexOf(name) !== i)
  if (twice) throw new BadInput(because('columns-twice', { twice }), { field: 'csv' })
  return {
    ignored: header.filter((_, i) => names[i] === undefined),
    rows: body.map((cells, i) => ({
      row: i + 2,
      product: cells[at] ?? '',
      counts: Object.fromEntries(
        names.flatMap((name, j) => (name === undefined || j === at || !cells[j] ? [] : [[name, cells[j]]])),
      ),
    })),
  }
}
