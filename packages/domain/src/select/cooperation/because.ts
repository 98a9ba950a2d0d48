import { reasonsOf } from '../../kernel/reason.ts'

export const because = reasonsOf({
  'phrase-part-unknown': { zh: '“{{text}}”中有空白或无法识别的部分', en: '"{{text}}" has an empty or unknown part' },
  'given-twice': { zh: '重复给出，请保留一项', en: 'given twice; keep one' },
  'rate-missing': {
    zh: '没有 {{on}} 或之前 {{from}} 兑 {{to}} 的汇率，请补充汇率及其日期与来源',
    en: 'no rate from {{from}} to {{to}} on or before {{on}}; add one with its day and source',
  },
  'no-delivery-mode': { zh: '没有“{{mode}}”这一配送方式', en: '{{mode}} is not a mode of delivery.yaml' },
  'parameter-not-set': { zh: '{{key}} 尚未设定', en: '{{key}} is not set' },
  'offer-not-for-market': {
    zh: '合作条件 {{id}} 适用于 {{markets}}，不含 {{market}}',
    en: 'offer {{id}} is for {{markets}}, not {{market}}',
  },
  'paid-in-other-currency': {
    zh: '以 {{currency}} 支付，而合作条件为 {{currencyA}}',
    en: 'paid in {{currency}}, the offer is in {{currencyA}}',
  },
  'parcel-currencies-differ': {
    zh: '价格为 {{currency}}，包裹为 {{currencyA}}，请统一币种',
    en: 'priced in {{currency}}, the parcel in {{currencyA}}; use one',
  },
  'refund-without-order': { zh: '已退款，但不在订单之中', en: 'refunded, but not among the orders' },
  'refund-above-paid': {
    zh: '退款 {{show}}，多于已付款的余额',
    en: 'refunded {{show}}, more than is left of what was paid',
  },
})
