import { reasonsOf } from '@haixuan/domain/kernel/reason'

export const because = reasonsOf({
  'appeal-decided-once': {
    zh: '申诉只裁定一次，且由既非记录人也非当事人的人裁定',
    en: 'an appeal is decided once, by someone who neither recorded it nor is concerned',
  },
  'appeal-once': { zh: '申诉只能由当事人提出一次', en: 'an appeal is made once, by the person concerned' },
  'day-before-order': { zh: '早于下单日', en: 'is before the order' },
  'not-withholdable': {
    zh: '“{{unknown}}”不可隐去，可隐去的为 {{withholdable}}',
    en: '"{{unknown}}" cannot be withheld; these can: {{withholdable}}',
  },
  'case-in-other-state': {
    zh: '售后单现为“{{state}}”，须在“{{states}}”时进行',
    en: 'the case is {{state}}; this is done while it is {{states}}',
  },
  'case-of-person-open': {
    zh: '此人尚有未办结的售后单，仍需其资料以便答复',
    en: 'a case of this person is not closed: their data is still needed to answer them',
  },
  'case-ends-otherwise': {
    zh: '“{{state}}”的售后单不能以“{{outcome}}”结案',
    en: 'a case that is {{state}} does not end as {{outcome}}',
  },
  'closure-lacks': { zh: '结项尚缺：{{owed}}', en: 'closure lacks: {{owed}}' },
  'event-not-sealed': { zh: '事件 {{event}} 尚未封存', en: 'event {{event}} is not sealed yet' },
  'legal-hold-second-person': {
    zh: '留存令只解除一次，且由发出人以外的人解除',
    en: 'a hold is lifted once, by someone other than who placed it',
  },
  'legal-hold-keeps': {
    zh: '{{placedby}} 发出的留存令 {{id}} 要求保留：{{reason}}',
    en: 'legal hold {{id}} by {{placedby}} keeps it: {{reason}}',
  },
  'log-shorter': {
    zh: '日志有 {{size}} 个事件，少于 {{from}} 个',
    en: 'the log has {{size}} events, fewer than {{from}}',
  },
  'supplier-or-product-missing': { zh: '请指明供应商或产品', en: 'name the supplier, or the product' },
  'supplier-not-liable': {
    zh: '合同中没有由供应商承担此售后的条款',
    en: 'no clause of the contract makes the supplier bear this case',
  },
  'no-tree-node': {
    zh: '大小为 {{size}} 的树中没有 [{{from}}, {{to}}) 这一节点',
    en: 'no node of a tree of {{size}} stands for [{{from}}, {{to}})',
  },
  'no-row-of-project': { zh: '没有一行属于本项目的产品', en: 'no row is of a product of this project' },
  'indicator-unknown': { zh: '没有指标“{{id}}”', en: '"{{id}}" is not an indicator' },
  'nothing-sealed': { zh: '日志尚未封存任何事件', en: 'nothing is sealed yet' },
  'answers-not-right': {
    zh: '{{questions}} 题中有 {{wrong}} 题未答对',
    en: '{{wrong}} of {{questions}} answers are not right',
  },
  'suggestion-not-accepted': {
    zh: '只有已采纳的建议才衡量效果',
    en: 'only a suggestion that was accepted is measured',
  },
  'project-of-product-missing': { zh: '请同时指明产品所属的项目', en: 'a product is named with its project' },
  'refund-second-person': {
    zh: '超过限额的退款须由申请人以外的人确认',
    en: 'a refund above the limit is confirmed by someone other than who asked for it',
  },
  'standard-not-kept': { zh: '没有保存标准 {{hash}}', en: 'the standard {{hash}} is not kept' },
  'project-before-measure': { zh: '该场直播早于措施实施', en: 'is the stream before the measure' },
  'suggestion-second-person': {
    zh: '建议只裁定一次，且由提出人以外的人裁定',
    en: 'a suggestion is decided once, by someone other than who made it',
  },
  'rule-version-newer': { zh: '最新版本为第 {{version}} 版', en: 'version {{version}} is the newest' },
})
