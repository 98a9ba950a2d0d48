import { asks } from './issue.ts'
import { reasonsOf } from './reason.ts'

const because = reasonsOf({
  'asks-day': { zh: '不是日期，请按 2026-12-31 的样式填写', en: 'not a day of the calendar written YYYY-MM-DD' },
  'asks-instant': {
    zh: '不是时刻，请按 2026-05-20T12:00:00Z 的样式填写',
    en: 'not a time such as 2026-05-20T12:00:00Z',
  },
  'asks-zone': { zh: '不是时区，请按 Asia/Shanghai 的样式填写', en: 'is not a time zone such as Asia/Shanghai' },
  'asks-market': { zh: '两个小写字母的市场代码，如 de', en: 'a market id of two small letters, such as de' },
  'asks-language': { zh: '两个小写字母的语言代码，如 de', en: 'a language of two small letters, such as de' },
  'asks-law': { zh: '两个小写字母的法域代码，如 cn', en: 'a law of two small letters, such as cn' },
  'asks-currency': { zh: '币种代码，如 EUR', en: 'a currency code such as EUR' },
  'asks-country': { zh: '两个大写字母的国家代码，如 CN', en: 'a country of two capital letters, such as CN' },
  'asks-hs': { zh: '6 至 10 位数字的 HS 编码', en: 'an HS code of 6 to 10 digits' },
  'asks-decimal': { zh: '数字，如 12.90', en: 'a number such as 12.90' },
  'asks-rate': { zh: '大于 0 的汇率', en: 'a rate above 0' },
  'asks-answer': { zh: '正确答案不在选项之中', en: 'the right answer is not among the answers' },
  'asks-end-after': { zh: '截止日须晚于生效日', en: 'in-force ends before it begins' },
  'asks-rules': { zh: '既没有规则也没有词句', en: 'holds neither rules nor words' },
})
export const askedReasons = because.texts

/** What fields of many schemas ask for, as their messages. */
export const asked = {
  day: asks(because('asks-day')),
  instant: asks(because('asks-instant')),
  zone: asks(because('asks-zone')),
  market: asks(because('asks-market')),
  language: asks(because('asks-language')),
  law: asks(because('asks-law')),
  currency: asks(because('asks-currency')),
  country: asks(because('asks-country')),
  hs: asks(because('asks-hs')),
  decimal: asks(because('asks-decimal')),
  rate: asks(because('asks-rate')),
  answer: asks(because('asks-answer')),
  endAfter: asks(because('asks-end-after')),
  rules: asks(because('asks-rules')),
} as const
