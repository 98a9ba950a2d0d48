import { CASE_KIND_WORDS, CASE_STATE_WORDS } from '@haixuan/domain/improve/after-sales/case-words'
import { texts } from '../../texts/texts.ts'

export const KINDS = ['withdrawal', 'defect', 'not-as-described', 'late', 'lost', 'exchange'] as const
export const STATES = ['open', 'owed', 'to-mend', 'refused', 'refund-asked', 'refunded', 'closed'] as const

export const useKind = texts('case-kind', CASE_KIND_WORDS)
export const useCaseState = texts('case-state', CASE_STATE_WORDS)
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
