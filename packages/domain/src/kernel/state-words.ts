import type { Text } from './errors.ts'

/** States, steps and kinds of records, as texts of the server name them. */
const WORDS = {
  lot: {
    'second-sample': { zh: '待第二样本', en: 'second-sample' },
    accepted: { zh: '接收', en: 'accepted' },
    refused: { zh: '拒收', en: 'refused' },
  },
  inspection: {
    normal: { zh: '正常', en: 'normal' },
    tightened: { zh: '加严', en: 'tightened' },
    reduced: { zh: '放宽', en: 'reduced' },
    single: { zh: '一次抽样', en: 'single' },
    double: { zh: '二次抽样', en: 'double' },
    'on-site': { zh: '现场', en: 'on-site' },
    remote: { zh: '远程', en: 'remote' },
  },
  defect: {
    critical: { zh: '致命', en: 'critical' },
    major: { zh: '严重', en: 'major' },
    minor: { zh: '轻微', en: 'minor' },
  },
  step: {
    containment: { zh: '遏制', en: 'containment' },
    cause: { zh: '原因', en: 'cause' },
    action: { zh: '纠正措施', en: 'action' },
    effect: { zh: '效果验证', en: 'effect' },
  },
  sample: {
    requested: { zh: '已索样', en: 'requested' },
    shipped: { zh: '已寄出', en: 'shipped' },
    received: { zh: '已收样', en: 'received' },
    examined: { zh: '已检验', en: 'examined' },
    sealed: { zh: '已封样', en: 'sealed' },
    lent: { zh: '已借出', en: 'lent' },
    retained: { zh: '已留样', en: 'retained' },
    returned: { zh: '已归还', en: 'returned' },
    destroyed: { zh: '已销毁', en: 'destroyed' },
    lost: { zh: '已遗失', en: 'lost' },
  },
  outcome: {
    refunded: { zh: '已退款', en: 'refunded' },
    repaired: { zh: '已维修', en: 'repaired' },
    replaced: { zh: '已更换', en: 'replaced' },
    exchanged: { zh: '已换货', en: 'exchanged' },
    refused: { zh: '不支持', en: 'refused' },
    'withdrawn-by-buyer': { zh: '买家撤回', en: 'withdrawn-by-buyer' },
  },
  pack: {
    proposed: { zh: '提出', en: 'proposed' },
    adopted: { zh: '启用', en: 'adopted' },
    rejected: { zh: '驳回', en: 'rejected' },
    withdrawn: { zh: '停用', en: 'withdrawn' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Text>>>>

/** How a state is called; one that has no name of its own is called by its code. */
export const stateWord = (of: keyof typeof WORDS, state: string): Text =>
  (WORDS[of] as Readonly<Record<string, Text>>)[state] ?? { zh: state, en: state }
