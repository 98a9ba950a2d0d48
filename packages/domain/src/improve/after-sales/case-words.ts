import type { Text } from '../../kernel/errors.ts'
import type { CASE_KINDS } from './case.ts'

/** What people call what a buyer asks for (T4). */
export const CASE_KIND_WORDS = {
  withdrawal: { zh: '无理由退货', en: 'Withdrawal' },
  defect: { zh: '质量问题', en: 'Defect' },
  'not-as-described': { zh: '货不对板', en: 'Not as described' },
  late: { zh: '延迟送达', en: 'Late' },
  lost: { zh: '丢件', en: 'Lost' },
  exchange: { zh: '换货', en: 'Exchange' },
} as const satisfies Readonly<Record<(typeof CASE_KINDS)[number], Text>>

/** What people call where a case stands. */
export const CASE_STATE_WORDS = {
  open: { zh: '待裁定', en: 'To be decided' },
  owed: { zh: '待退款', en: 'Refund owed' },
  'to-mend': { zh: '待处理', en: 'To be mended' },
  refused: { zh: '不支持', en: 'Refused' },
  'refund-asked': { zh: '待复核', en: 'To be confirmed' },
  refunded: { zh: '已退款', en: 'Refunded' },
  closed: { zh: '已结案', en: 'Closed' },
} as const satisfies Readonly<Record<string, Text>>
