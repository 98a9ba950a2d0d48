import { texts } from '../../texts/texts.ts'

export const ABOUTS = ['lineup', 'product', 'supplier', 'price', 'service', 'script', 'delivery', 'other'] as const
export const useAbout = texts('suggestion-about', {
  lineup: { zh: '排品', en: 'Lineup' },
  product: { zh: '产品', en: 'Product' },
  supplier: { zh: '供应商', en: 'Supplier' },
  price: { zh: '价格', en: 'Price' },
  service: { zh: '服务', en: 'Service' },
  script: { zh: '话术', en: 'Script' },
  delivery: { zh: '配送', en: 'Delivery' },
  other: { zh: '其他', en: 'Other' },
})
