import { reasonsOf } from '@haixuan/domain/kernel/reason'

export const because = reasonsOf({
  'csv-not-readable': { zh: 'CSV 无法读取（{{message}}）', en: '{{message}}' },
  'column-missing': { zh: '缺少 {{field}} 列', en: 'has no column for {{field}}' },
  'no-product-column': {
    zh: '没有产品列，列名可为 "sku" 或 "货号"',
    en: 'has no column for the product, such as "sku" or "货号"',
  },
  'columns-twice': { zh: '{{twice}} 有两列', en: 'has two columns for {{twice}}' },
})
