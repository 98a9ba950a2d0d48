import { reasonsOf } from '../kernel/reason.ts'

export const because = reasonsOf({
  'rule-id-begins': { zh: '{{id}} 须以 {{own}} 开头', en: '{{id}} must begin with {{own}}' },
  'statutory-for-law': { zh: '只用于法规条目', en: 'is for rules of law' },
  'figure-of-law': {
    zh: '{{figure}} 由法规决定，组织不能收紧',
    en: '{{figure}} is a figure of law that no organisation can tighten',
  },
  'figure-not-set': { zh: '没有法规对这些产品规定 {{figure}}', en: 'no rule of law sets {{figure}} for these goods' },
  'figure-not-tighter': {
    zh: '{{value}} 并不严于 {{by}} 的 {{set}}',
    en: '{{value}} is not tighter than the {{set}} of {{by}}',
  },
  'parameter-kind': { zh: '应为{{shape}}', en: 'must be {{shape}}' },
  'parameter-none-of': { zh: '“{{stranger}}”不在可选值之中：{{allowed}}', en: '"{{stranger}}" is none of {{allowed}}' },
  'market-circular': { zh: '市场 {{id}} 不能以自身为上级', en: 'market {{id}} is its own ancestor' },
  'no-such-market': { zh: '没有市场“{{next}}”，现有 {{all}}', en: '"{{next}}" is not a market; known are {{all}}' },
})
