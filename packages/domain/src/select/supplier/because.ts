import { reasonsOf } from '../../kernel/reason.ts'

export const because = reasonsOf({
  'looser-than-standard': {
    zh: '{{wanted}} 天宽于标准的 {{standard}} 天，方案只能收紧',
    en: "{{wanted}} days are looser than the standard's {{standard}}; a plan can only tighten",
  },
  'item-above-max': {
    zh: '检查项 {{id}} 得 {{score}} 分，最多 {{max}} 分',
    en: 'item {{id}} has {{score}} points of at most {{max}}',
  },
  'item-needs-remark': { zh: '检查项 {{id}} 不适用，请填写说明', en: 'item {{id}} is n/a and needs a remark' },
  'item-scored-twice': { zh: '检查项 {{id}} 重复评分', en: 'item {{id}} is scored twice' },
  'no-numbers-of-country': {
    zh: '暂不支持“{{country}}”的编号，现有种类为 {{all}}',
    en: 'no numbers are known for "{{country}}"; known kinds are {{all}}',
  },
  'no-kind-of-number': {
    zh: '“{{kind}}”不是 {{country}} 的编号种类，现有 {{here}}',
    en: '"{{kind}}" is not a kind of number of {{country}}; known are {{here}}',
  },
  'no-item-of-template': { zh: '“{{id}}”不是模板 {{idA}} 的检查项', en: '"{{id}}" is not an item of template {{idA}}' },
  'template-for-other-mode': {
    zh: '考察模板 {{id}} 不适用于此考察方式（{{mode}}）',
    en: 'template {{id}} is not made for {{mode}} inspection',
  },
})
