import type { Reason } from '@haixuan/domain/kernel/errors'
import { reasonsOf } from '@haixuan/domain/kernel/reason'

/** What is not there, by the kind of record that was asked for. */
export const records = reasonsOf({
  'no-alert': { zh: '预警 {{id}}', en: 'alert {{id}}' },
  'no-archive': { zh: '归档 {{id}}', en: 'archive {{id}}' },
  'no-breach': { zh: '违规记录 {{id}}', en: 'breach {{id}}' },
  'no-case': { zh: '售后单 {{id}}', en: 'case {{id}}' },
  'no-comment': { zh: '留言 {{id}}', en: 'comment {{id}}' },
  'no-event': { zh: '事件 {{id}}', en: 'event {{id}}' },
  'no-file': { zh: '文件 {{id}}', en: 'file {{id}}' },
  'no-import': { zh: '导入 {{id}}', en: 'import {{id}}' },
  'no-invitation': { zh: '邀请 {{id}}', en: 'invitation {{id}}' },
  'no-lineup': { zh: '排品 {{id}}', en: 'lineup {{id}}' },
  'no-offer': { zh: '合作条件 {{id}}', en: 'offer {{id}}' },
  'no-legal-hold': { zh: '留存令 {{id}}', en: 'legal hold {{id}}' },
  'no-list': { zh: '名单 {{id}}', en: 'list {{id}}' },
  'no-management-rule': { zh: '管理制度 {{id}}', en: 'management rule {{id}}' },
  'no-member': { zh: '成员 {{id}}', en: 'member {{id}}' },
  'no-nonconformity': { zh: '不合格项 {{id}}', en: 'nonconformity {{id}}' },
  'no-record-of': { zh: '没有 {{id}} 的任何记录', en: 'nothing is on record of {{id}}' },
  'no-pack': { zh: '规则包 {{id}}', en: 'pack {{id}}' },
  'no-adopted-pack': { zh: '规则包 {{id}} 的已启用版本', en: 'an adopted version of pack {{id}}' },
  'no-person': { zh: '个人 {{id}}', en: 'person {{id}}' },
  'no-product': { zh: '产品 {{id}}', en: 'product {{id}}' },
  'no-project': { zh: '项目 {{id}}', en: 'project {{id}}' },
  'no-recall': { zh: '召回 {{id}}', en: 'recall {{id}}' },
  'no-receiver': { zh: '接收方 {{id}}', en: 'receiver {{id}}' },
  'no-risk': { zh: '风险 {{id}}', en: 'risk {{id}}' },
  'no-suggestion': { zh: '建议 {{id}}', en: 'suggestion {{id}}' },
  'no-supplier': { zh: '供应商 {{id}}', en: 'supplier {{id}}' },
  'no-task': { zh: '任务 {{id}}', en: 'task {{id}}' },
})

type Kind = keyof (typeof records)['texts'] extends `no-${infer K}` ? K : never

/** No record of this kind has this id, for whoever asks. */
export const missing = (kind: Kind, id: string | number): Reason =>
  (records as (code: string, values: object) => Reason)(`no-${kind}`, { id })
