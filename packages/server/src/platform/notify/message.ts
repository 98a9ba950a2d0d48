import type { Text } from '@haixuan/domain/kernel/errors'

/** One event as receivers are told of it: what happened, of what, by whom; the rest is read from the API. */
export type Notice = {
  /** of the delivery: the same when it is sent again */
  readonly id: string
  readonly organisation: string
  readonly type: string
  readonly at: string
  readonly seq: number
  readonly subject: string
  readonly actor: string
  readonly clause: string
  readonly project: string | null
  readonly supplier: string | null
}

/** The body of a webhook (Standard Webhooks: `type`, `timestamp`, `data`). */
export const webhookBody = ({ id: _, type, at, ...data }: Notice): string =>
  JSON.stringify({ type, timestamp: at, data })

/** What people call what happened; any other event is told by its type. */
const NAMES: Readonly<Record<string, Text>> = {
  'alert.opened': { zh: '风险预警', en: 'Risk alert' },
  'case.opened': { zh: '受理退换货', en: 'After-sales case opened' },
  'case.refund-asked': { zh: '退款待另一人确认', en: 'Refund to be confirmed by another person' },
  'case.refunded': { zh: '已退款', en: 'Refunded' },
  'gate.decided': { zh: '关口裁定', en: 'Gate decided' },
  'gate.findings': { zh: '关口发现项（多项裁定共用）', en: 'Findings that several decisions share' },
  'lineup.released': { zh: '排品已放行', en: 'Lineup released' },
  'live.started': { zh: '直播开始', en: 'On air' },
  'live.pulled': { zh: '产品当场撤下', en: 'Product pulled on air' },
  'live.incident': { zh: '直播事件', en: 'Incident on air' },
  'live.ended': { zh: '直播结束', en: 'Off air' },
  'management-rule.published': { zh: '管理制度发布', en: 'Management rule published' },
  'paper.expiring': { zh: '证件将到期', en: 'A paper lapses soon' },
  'plan.recorded': { zh: '方案更新', en: 'Plan recorded' },
  'recall.opened': { zh: '产品召回', en: 'Product recall' },
  'receiver.tested': { zh: '测试通知', en: 'Test of this receiver' },
  'results.imported': { zh: '直播结果回流', en: 'Results imported' },
  'screening-list.adopted': { zh: '制裁名单更新', en: 'Screening list adopted' },
}

/** The name of an event in both languages. */
export const nameOf = (type: string): Text => NAMES[type] ?? { zh: type, en: type }

/** A notice as people read it in a chat or an e-mail. */
export function noticeLines({ type, at, subject, actor, clause, project }: Notice): string[] {
  const { zh, en } = nameOf(type)
  return [
    `【海选 Haixuan】${zh}${zh === en ? '' : ` · ${en}`}`,
    `对象 Subject: ${subject}`,
    ...(project === null || project === subject ? [] : [`项目 Project: ${project}`]),
    `操作人 By: ${actor}`,
    `时间 At: ${at}`,
    `条款 Clause: ${clause}`,
  ]
}
