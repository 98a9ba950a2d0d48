import type { Text } from '@haixuan/domain/kernel/errors'
import { useFormats } from '../../texts/formats.ts'
import { useSay } from '../../texts/texts.ts'

/** What rules of law set, field by field, in the words of the trade. */
const WORDS: Readonly<Record<string, Text>> = {
  'host-age': { zh: '主播年龄', en: 'Age of the host' },
  'endorser-age': { zh: '代言人年龄', en: 'Age of who endorses' },
  'guardian-below': { zh: '须监护人同意的年龄', en: 'guardian consents below' },
  'price-reference': { zh: '划线价', en: 'Reference price' },
  'price-display': { zh: '标价', en: 'Showing prices' },
  'delivery-time': { zh: '交付期限', en: 'Time of delivery' },
  'parcel-duty': { zh: '小包关税', en: 'Duty on parcels' },
  'handling-fee': { zh: '处理费', en: 'Handling fee' },
  'minimum-price': { zh: '最低价', en: 'Least price' },
  'inspection-on-delivery': { zh: '收货查验', en: 'Inspection on delivery' },
  'trade-remedy': { zh: '贸易救济税', en: 'Trade remedy' },
  'postal-duty': { zh: '邮递关税', en: 'Duty on post' },
  'purchase-limit': { zh: '限购额', en: 'Purchase limit' },
  'import-vat': { zh: '进口增值税', en: 'Import VAT' },
  retention: { zh: '保存期限', en: 'Retention' },
  withdrawal: { zh: '无理由退货', en: 'Withdrawal' },
  defect: { zh: '质量责任', en: 'Defects' },
  cancellation: { zh: '取消订单', en: 'Cancellation' },
  surcharge: { zh: '附加税', en: 'Surcharge' },
  vat: { zh: '增值税', en: 'VAT' },
  duty: { zh: '关税', en: 'Duty' },
  years: { zh: '年数', en: 'years' },
  months: { zh: '月数', en: 'months' },
  days: { zh: '天数', en: 'days' },
  of: { zh: '范围', en: 'of' },
  basis: { zh: '计算基础', en: 'basis' },
  starts: { zh: '起算', en: 'starts with' },
  'perishable-exempt': { zh: '易腐品除外', en: 'perishables exempt' },
  'refund-days': { zh: '退款天数', en: 'days to refund' },
  'refund-starts': { zh: '退款起算', en: 'refund starts with' },
  'outbound-shipping': { zh: '退还去程运费', en: 'outbound shipping refunded' },
  'return-shipping-payer': { zh: '退货运费承担方', en: 'the way back is paid by' },
  'deduction-allowed': { zh: '可扣减', en: 'deduction allowed' },
  'may-withhold': { zh: '收货前可暂缓退款', en: 'refund may wait for the goods' },
  exceptions: { zh: '例外', en: 'exceptions' },
  'extension-days': { zh: '未告知时延长天数', en: 'days added where nobody told' },
  'burden-months': { zh: '举证倒置月数', en: 'months the seller must prove' },
  'reject-days': { zh: '拒收天数', en: 'days to reject' },
  remedies: { zh: '救济方式', en: 'remedies' },
  rate: { zh: '税率', en: 'rate' },
  'default-rate': { zh: '默认税率', en: 'usual rate' },
  'parcel-rate': { zh: '小包税率', en: 'rate on parcels' },
  'parcel-limit': { zh: '小包限额', en: 'limit of a parcel' },
  collected: { zh: '征收环节', en: 'collected at' },
  scheme: { zh: '申报机制', en: 'scheme' },
  'price-included': { zh: '含于售价', en: 'within the price' },
  threshold: { zh: '起征额', en: 'threshold' },
  'de-minimis': { zh: '免征额', en: 'free up to' },
  'de-minimis-basis': { zh: '免征额口径', en: 'measured by' },
  'per-order': { zh: '单笔', en: 'an order' },
  'per-year': { zh: '每年', en: 'a year' },
  base: { zh: '计税基础', en: 'base' },
  'total-with-tax': { zh: '含税总价', en: 'total with tax' },
  'unit-price': { zh: '单位价格', en: 'unit price' },
  'mandatory-fees-included': { zh: '含必付费用', en: 'mandatory fees included' },
  currency: { zh: '币种', en: 'currency' },
  amount: { zh: '金额', en: 'amount' },
  per: { zh: '每', en: 'for each' },
  below: { zh: '低于', en: 'below' },
  sellers: { zh: '适用卖家', en: 'sellers' },
  'replaces-duty': { zh: '代替关税', en: 'replaces duty' },
  'check-before-use': { zh: '使用前须核对', en: 'to be checked before use' },
  note: { zh: '说明', en: 'note' },
  choice: { zh: '选择方', en: 'chosen by' },
}
const VALUES: Readonly<Record<string, Text>> = {
  true: { zh: '是', en: 'yes' },
  false: { zh: '否', en: 'no' },
  genuine: { zh: '真实原价', en: 'a genuine price' },
  lowest: { zh: '期内最低价', en: 'lowest of the time' },
  'seven-day-lowest': { zh: '七日内最低成交价', en: 'lowest of seven days' },
  delivery: { zh: '签收', en: 'delivery' },
  'day-after-delivery': { zh: '签收次日', en: 'the day after delivery' },
  'goods-received': { zh: '收到退货', en: 'the goods being back' },
  notice: { zh: '提出', en: 'the notice' },
  'missing-information': { zh: '信息缺失', en: 'information that is missing' },
  buyer: { zh: '买家', en: 'the buyer' },
  seller: { zh: '卖家', en: 'the seller' },
  refund: { zh: '退款', en: 'refund' },
  replace: { zh: '换货', en: 'replacement' },
  repair: { zh: '维修', en: 'repair' },
  reduce: { zh: '减价', en: 'reduction' },
  'custom-made': { zh: '定制品', en: 'custom-made' },
  perishable: { zh: '易腐品', en: 'perishable' },
  'sealed-media-opened': { zh: '已拆封音像软件', en: 'opened media' },
  'sealed-hygiene-opened': { zh: '已拆封卫生用品', en: 'opened hygiene goods' },
  'digital-started': { zh: '已开始的数字内容', en: 'digital content begun' },
  periodicals: { zh: '报刊', en: 'periodicals' },
  'agreed-not-suitable': { zh: '经确认不宜退货', en: 'agreed not to be returned' },
  inseparable: { zh: '已与他物混合', en: 'mixed with other goods' },
  'alcohol-later-delivery': { zh: '迟交的酒类', en: 'alcohol delivered later' },
  sale: { zh: '销售时', en: 'the sale' },
  import: { zh: '进口时', en: 'import' },
  either: { zh: '销售或进口时', en: 'sale or import' },
  composite: { zh: '综合税', en: 'composite' },
  platform: { zh: '平台代缴', en: 'the platform' },
  cif: { zh: '到岸价', en: 'CIF' },
  fob: { zh: '离岸价', en: 'FOB' },
  'cif-duty': { zh: '到岸价加关税', en: 'CIF and duty' },
  retail: { zh: '零售价', en: 'retail price' },
  intrinsic: { zh: '货物自身价值', en: 'intrinsic value' },
  heading: { zh: '税目', en: 'tariff heading' },
  parcel: { zh: '包裹', en: 'parcel' },
  item: { zh: '件', en: 'item' },
  carrier: { zh: '承运人', en: 'the carrier' },
  none: { zh: '无', en: 'no one' },
  replay: { zh: '直播回看', en: 'recordings' },
  trade: { zh: '交易', en: 'trade' },
  tax: { zh: '税务', en: 'tax' },
  identity: { zh: '身份', en: 'identity' },
  documents: { zh: '证件', en: 'documents' },
  'technical-file': { zh: '技术文件', en: 'technical file' },
  ioss: { zh: 'IOSS', en: 'IOSS' },
  lvg: { zh: 'LVG', en: 'LVG' },
  ovr: { zh: 'OVR', en: 'OVR' },
  'special-arrangements': { zh: '特别安排', en: 'special arrangements' },
  'standard-import': { zh: '普通进口', en: 'standard import' },
}
const MONEY = ['amount', 'per-order', 'per-year']
/** Money is told with its currency, so that the field that names it is not told again. */
const isToldWithMoney = (key: string, all: Readonly<Record<string, unknown>>) =>
  key.endsWith('-currency') || (key === 'currency' && MONEY.some((amount) => amount in all))
const RATE = /(^|-)rate$/

/** Says what a rule of law sets, in the reader's words. */
export function useParameterWords() {
  const say = useSay()
  const { colon, row, percent } = useFormats()
  const word = (of: Readonly<Record<string, Text>>, id: string) => (of[id] ? say(of[id]) : id)
  const said = (key: string, value: unknown, all: Readonly<Record<string, unknown>>): string => {
    if (Array.isArray(value)) return row(value.map((each) => word(VALUES, String(each))))
    if (RATE.test(key)) return percent(Number(value))
    const currency = all[`${key}-currency`] ?? (MONEY.includes(key) ? all.currency : undefined)
    return currency === undefined ? word(VALUES, String(value)) : `${currency} ${value}`
  }
  return (name: string, all: Readonly<Record<string, unknown>>) => {
    const told = Object.entries(all).filter(([key]) => !isToldWithMoney(key, all))
    const parts = told.map(([key, value]) => `${word(WORDS, key)} ${said(key, value, all)}`)
    return `${word(WORDS, name)}${colon}${row(parts)}`
  }
}
