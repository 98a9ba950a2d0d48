import { texts } from '../../texts/texts.ts'

/** What records of suppliers hold as ids, as people call it. */
export const useSupplierWords = texts('supplier-words', {
  manufacturer: { zh: '生产商', en: 'Manufacturer' },
  'brand-owner': { zh: '品牌方', en: 'Brand owner' },
  distributor: { zh: '经销商', en: 'Distributor' },
  trader: { zh: '贸易商', en: 'Trader' },
  qualified: { zh: '合格', en: 'Qualified' },
  conditional: { zh: '有条件合格', en: 'Conditional' },
  rejected: { zh: '不合格', en: 'Rejected' },
  none: { zh: '未评定', en: 'Not decided' },
  valid: { zh: '有效', en: 'Valid' },
  expired: { zh: '已到期', en: 'Lapsed' },
  'not-yet': { zh: '未生效', en: 'Not yet in force' },
  undated: { zh: '未注明日期', en: 'Undated' },
  missing: { zh: '缺少', en: 'Missing' },
  pass: { zh: '通过', en: 'Passed' },
  fail: { zh: '未通过', en: 'Failed' },
  'on-site': { zh: '现场', en: 'On site' },
  remote: { zh: '远程', en: 'Remote' },
  'call-back': { zh: '回拨核实', en: 'Call back' },
  visit: { zh: '上门核实', en: 'Visit' },
  'bank-letter': { zh: '银行证明', en: 'Bank letter' },
  document: { zh: '证件', en: 'Document' },
  authorisation: { zh: '授权', en: 'Authorisation' },
  inspection: { zh: '考察', en: 'Inspection' },
  screening: { zh: '筛查', en: 'Screening' },
  decision: { zh: '评定', en: 'Decision' },
  certificate: { zh: '产品证书', en: 'Product certificate' },
  must: { zh: '必备', en: 'Must' },
  should: { zh: '宜备', en: 'Should' },
})

/** The countries suppliers come from, by their names in the reader's language. */
export function countryName(code: string, language: string): string {
  return new Intl.DisplayNames([language === 'zh' ? 'zh-CN' : 'en'], { type: 'region' }).of(code) ?? code
}
