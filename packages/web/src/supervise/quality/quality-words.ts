import { texts } from '../../texts/texts.ts'

/** The words of lots, their plans and nonconformities: the same on every page of the room. */
export const useQualityWords = texts('quality-words', {
  waiting: { zh: '待检', en: 'waiting' },
  'second-sample': { zh: '待第二样本', en: 'second sample' },
  accepted: { zh: '接收', en: 'accepted' },
  refused: { zh: '拒收', en: 'refused' },
  normal: { zh: '正常检验', en: 'normal inspection' },
  tightened: { zh: '加严检验', en: 'tightened inspection' },
  reduced: { zh: '放宽检验', en: 'reduced inspection' },
  critical: { zh: '致命', en: 'critical' },
  major: { zh: '严重', en: 'major' },
  minor: { zh: '轻微', en: 'minor' },
  single: { zh: '一次抽样', en: 'single sampling' },
  double: { zh: '二次抽样', en: 'double sampling' },
  containment: { zh: '遏制', en: 'Containment' },
  cause: { zh: '原因', en: 'Cause' },
  action: { zh: '纠正措施', en: 'Corrective action' },
  effect: { zh: '效果验证', en: 'Effectiveness' },
  closed: { zh: '已关闭', en: 'Closed' },
  units: { zh: '{{n}} 件', en: '{{n}} units' },
})
