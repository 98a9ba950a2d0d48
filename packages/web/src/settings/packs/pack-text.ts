import type { Answer } from '../../client/operations.ts'
import { texts } from '../../texts/texts.ts'

export const usePackText = texts('rule-pack', {
  proposed: { zh: '待启用', en: 'proposed' },
  coming: { zh: '将生效', en: 'to come' },
  'in-force': { zh: '生效中', en: 'in force' },
  ended: { zh: '已停用', en: 'ended' },
  rejected: { zh: '未采纳', en: 'turned down' },
  replaced: { zh: '已被新版本取代', en: 'replaced before it was decided' },
  version: { zh: '第 {{n}} 版', en: 'version {{n}}' },
})
export type Version = Answer<'rule-pack.get'>['versions'][number]
