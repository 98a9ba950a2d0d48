import type { Text } from './errors.ts'

/** R4 · The roles a person can hold in an organisation, as people call them, in the order of the standard's work. */
export const MEMBER_ROLE_NAMES = {
  owner: { zh: '所有者', en: 'Owner' },
  selection: { zh: '选品', en: 'Selection' },
  sourcing: { zh: '招商采购', en: 'Sourcing' },
  quality: { zh: '质量', en: 'Quality' },
  legal: { zh: '法务', en: 'Legal' },
  host: { zh: '主播', en: 'Host' },
  'live-control': { zh: '场控', en: 'Live control' },
  finance: { zh: '财务', en: 'Finance' },
  service: { zh: '客服售后', en: 'Customer service' },
  supplier: { zh: '供应商', en: 'Supplier' },
  auditor: { zh: '审计', en: 'Auditor' },
} as const satisfies Readonly<Record<string, Text>>
