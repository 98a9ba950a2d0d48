import type { Text } from '@haixuan/domain/kernel/errors'

/** Who owes what: the roles of people, as the workbench calls them beside the terms of the glossary. */
export const people: Readonly<Record<string, Text>> = {
  sourcing: { zh: '采购', en: 'sourcing' },
  quality: { zh: '质检', en: 'quality' },
  legal: { zh: '法务', en: 'legal' },
  host: { zh: '主播', en: 'host' },
  'live-control': { zh: '中控', en: 'live control' },
  finance: { zh: '财务', en: 'finance' },
  service: { zh: '客服', en: 'service' },
}
