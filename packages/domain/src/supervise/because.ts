import { reasonsOf } from '../kernel/reason.ts'

export const because = reasonsOf({
  'nonconformity-closed': { zh: '不合格项已关闭', en: 'the nonconformity is closed' },
  'step-comes-first': { zh: '须先完成“{{next}}”', en: '{{next}} comes first' },
  'effect-is-judged': { zh: '效果须经判定', en: 'an effect is judged' },
  'effect-second-person': { zh: '效果不能由采取措施的人判定', en: 'who took the action does not judge its effect' },
  'step-without-evidence': { zh: '“{{next}}”没有证据', en: 'the {{next}} has no evidence' },
  'class-not-counted': { zh: '本批次不计{{class}}缺陷', en: 'the {{class}} class is not counted in this lot' },
  'kind-above-counted': {
    zh: '某种{{of}}缺陷有 {{worst}} 件，而合计仅 {{units}} 件',
    en: 'a kind of {{of}} class is told of {{worst}} units, {{units}} are counted',
  },
  'later-than-standard': { zh: '不得晚于标准的 {{alert}}', en: "is later than the standard's {{alert}}" },
  'lot-too-small': { zh: '批量至少为 2 件的整数，现为 {{lot}}', en: 'a lot has at least 2 whole units, not {{lot}}' },
  'no-aql': { zh: '标准中没有 AQL {{aql}}，现有 {{aqls}}', en: '{{aql}} is no AQL of the standard; AQLs are {{aqls}}' },
  'no-inspection-level': {
    zh: '没有检验水平“{{level}}”，现有 {{levels}}',
    en: '"{{level}}" is no inspection level; levels are {{levels}}',
  },
  'lineup-empty': { zh: '排品中没有任何产品', en: 'no slot of the lineup has a product' },
  'found-not-whole': { zh: '不合格件数须为不小于零的整数', en: 'nonconforming units are whole numbers from 0' },
  'no-indicator': { zh: '没有指标“{{id}}”', en: '"{{id}}" is not an indicator' },
  'found-above-sample': {
    zh: '{{of}}缺陷件数 {{n}} 多于样本数 {{most}}',
    en: '{{n}} units of {{of}} class were found in a sample of {{most}}',
  },
  'alert-after-hold': { zh: '预警线不得晚于暂停线', en: 'warns later than it calls for a hold' },
})
