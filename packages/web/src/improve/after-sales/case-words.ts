import { texts } from '../../texts/texts.ts'

export const KINDS = ['withdrawal', 'defect', 'not-as-described', 'late', 'lost', 'exchange'] as const
export const STATES = ['open', 'owed', 'to-mend', 'refused', 'refund-asked', 'refunded', 'closed'] as const

export const useKind = texts('case-kind', {
  withdrawal: { zh: '无理由退货', en: 'Withdrawal' },
  defect: { zh: '质量问题', en: 'Defect' },
  'not-as-described': { zh: '货不对板', en: 'Not as described' },
  late: { zh: '延迟送达', en: 'Late' },
  lost: { zh: '丢件', en: 'Lost' },
  exchange: { zh: '换货', en: 'Exchange' },
})
export const useCaseState = texts('case-state', {
  open: { zh: '待裁定', en: 'To be decided' },
  owed: { zh: '待退款', en: 'Refund owed' },
  'to-mend': { zh: '待处理', en: 'To be mended' },
  refused: { zh: '不支持', en: 'Refused' },
  'refund-asked': { zh: '待复核', en: 'To be confirmed' },
  refunded: { zh: '已退款', en: 'Refunded' },
  closed: { zh: '已结案', en: 'Closed' },
})
export const useRemedy = texts('case-remedy', {
  refund: { zh: '退货退款', en: 'Refund' },
  repair: { zh: '维修', en: 'Repair' },
  replace: { zh: '更换', en: 'Replace' },
  reduce: { zh: '减价', en: 'Price reduction' },
  exchange: { zh: '换货', en: 'Exchange' },
  none: { zh: '不支持', en: 'None' },
})
export const useOutcome = texts('case-outcome', {
  refunded: { zh: '已退款', en: 'Refunded' },
  repaired: { zh: '已维修', en: 'Repaired' },
  replaced: { zh: '已更换', en: 'Replaced' },
  exchanged: { zh: '已换货', en: 'Exchanged' },
  refused: { zh: '不支持', en: 'Refused' },
  'withdrawn-by-buyer': { zh: '买家撤回', en: 'Withdrawn by the buyer' },
})
