import { texts } from '../../../texts/texts.ts'

const NAMES = {
  markets: { zh: '市场', en: 'markets' },
  pricing: { zh: '定价', en: 'pricing' },
  type: { zh: '定价类型', en: 'pricing type' },
  price: { zh: '价格', en: 'price' },
  amount: { zh: '金额', en: 'amount' },
  tiers: { zh: '阶梯', en: 'tiers' },
  from: { zh: '起', en: 'from' },
  until: { zh: '止', en: 'until' },
  limit: { zh: '限量', en: 'limit' },
  channel: { zh: '渠道', en: 'channel' },
  bundle: { zh: '组合', en: 'bundle' },
  product: { zh: '产品', en: 'product' },
  quantity: { zh: '数量', en: 'quantity' },
  'single-price': { zh: '单买价', en: 'price alone' },
  'pre-sale': { zh: '预售', en: 'pre-sale' },
  deposit: { zh: '定金', en: 'deposit' },
  'balance-from': { zh: '尾款自', en: 'balance from' },
  'balance-until': { zh: '尾款至', en: 'balance until' },
  'ship-by': { zh: '发货日', en: 'day of dispatch' },
  coupons: { zh: '优惠券', en: 'coupons' },
  id: { zh: '名称', en: 'name' },
  'funded-by': { zh: '承担方', en: 'who pays' },
  'cost-plus': { zh: '成本加成', en: 'cost plus' },
  markup: { zh: '加成倍数', en: 'markup' },
  'market-following': { zh: '跟随渠道', en: 'channels followed' },
  basis: { zh: '渠道', en: 'channels' },
  offset: { zh: '差额', en: 'offset' },
  parallel: { zh: '其他渠道价格', en: 'prices elsewhere' },
  reference: { zh: '划线价', en: 'crossed-out price' },
  kind: { zh: '种类', en: 'kind' },
  claims: { zh: '价格宣称', en: 'price claims' },
  words: { zh: '措辞', en: 'words' },
  day: { zh: '日期', en: 'day' },
  costs: { zh: '成本', en: 'costs' },
  'unit-cost': { zh: '进货价', en: 'unit cost' },
  delivery: { zh: '配送', en: 'delivery' },
  customs: { zh: '报关', en: 'customs' },
  settlement: { zh: '结算', en: 'settlement' },
  currency: { zh: '币种', en: 'currency' },
  'cycle-days': { zh: '账期', en: 'cycle' },
  rates: { zh: '汇率', en: 'rates of exchange' },
  rate: { zh: '汇率', en: 'rate' },
} as const
const useText = texts('terms-part-names', NAMES)

/** What a field of the terms is called: `pricing.tiers.0.price` → 定价 › 阶梯 › 价格. */
export function usePartName() {
  const t = useText()
  return (path: string) =>
    path
      .split('.')
      .filter((part) => !/^\d+$/.test(part))
      .map((part) => (part in NAMES ? t(part as keyof typeof NAMES) : part))
      .join(' › ')
}
