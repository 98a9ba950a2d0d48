import type { Text } from './errors.ts'

/** R4 · The roles a person can hold in an organisation, as people call them, in the order of the standard's work. */
export const MEMBER_ROLE_NAMES = {
  owner: { zh: '所有者', en: 'owner' },
  selection: { zh: '选品', en: 'selection' },
  sourcing: { zh: '采购', en: 'sourcing' },
  quality: { zh: '质量', en: 'quality' },
  legal: { zh: '法务', en: 'legal' },
  host: { zh: '主播', en: 'host' },
  'live-control': { zh: '场控', en: 'live control' },
  finance: { zh: '财务', en: 'finance' },
  service: { zh: '客服', en: 'service' },
  supplier: { zh: '供应商', en: 'supplier' },
  auditor: { zh: '审计', en: 'auditor' },
} as const satisfies Readonly<Record<string, Text>>
