import { reasonsOf } from '@haixuan/domain/kernel/reason'

export const because = reasonsOf({
  'withdrawal-asked': { zh: '{{endingby}} 已提请停用', en: '{{endingby}} has asked for it already' },
  'template-project-missing': { zh: '请指明产品所属的项目', en: 'is missing: name the project of the product' },
  'no-withdrawal-asked': {
    zh: '没有人提请停用第 {{version}} 版',
    en: 'nobody has asked for version {{version}} to be withdrawn',
  },
  'pack-second-person': {
    zh: '规则包须由提出人以外的人启用',
    en: 'a pack is adopted by someone other than who proposed it',
  },
  'pack-not-in-force': { zh: '规则包 {{id}} 未在生效', en: 'pack {{id}} is not in force' },
  'pack-of-other-market': { zh: '规则包 {{id}} 属于市场 {{market}}', en: 'pack {{id}} is of market {{market}}' },
  'day-past': { zh: '{{from}} 已过', en: '{{from}} is past' },
  'rule-in-other-pack': { zh: '{{rule}} 已在规则包 {{id}} 中', en: '{{rule}} stands in pack {{id}} already' },
  'pack-version-decided': { zh: '第 {{version}} 版已{{state}}', en: 'version {{version}} is {{state}} already' },
  'no-pack-version': { zh: '没有规则包 {{pack}} 的第 {{version}} 版', en: 'version {{version}} of pack {{pack}}' },
})
