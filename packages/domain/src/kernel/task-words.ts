import type { Text } from './errors.ts'

/** What people call what runs in the background. */
export const TASK_WORDS: Readonly<Record<string, Text>> = {
  'archive.export': { zh: '制作归档', en: 'Making of an archive' },
  'lineup.propose': { zh: '排品求解', en: 'Proposal of a lineup' },
  'product.import': { zh: '导入产品', en: 'Import of products' },
  'project.close': { zh: '项目归档', en: 'Closing of a project' },
  'project.decide': { zh: '重新判定项目', en: 'Deciding a project again' },
  'rule-pack.foresee': { zh: '预估规则包的影响', en: 'Effect of a pack of rules' },
  'screening-list.adopt': { zh: '启用名单', en: 'Adoption of a list' },
  'standard.foresee': { zh: '预估法规变更的影响', en: 'Effect of a change of law' },
  'supplier.import': { zh: '导入供应商', en: 'Import of suppliers' },
  'supplier.screen': { zh: '筛查供应商', en: 'Screening of suppliers' },
  'supplier.void-screenings': { zh: '停用名单后重新判定供应商', en: 'Suppliers of a list that was withdrawn' },
}

/** What people call a kind of task; one that this version does not know by its id. */
export const taskWord = (kind: string): Text => TASK_WORDS[kind] ?? { zh: kind, en: kind }
