import { Tag } from 'antd'
import { texts } from '../texts/texts.ts'

const useKnown = texts('tasks', {
  waiting: { zh: '等待', en: 'waiting' },
  running: { zh: '进行中', en: 'running' },
  done: { zh: '完成', en: 'done' },
  failed: { zh: '失败', en: 'failed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
  'project.decide': { zh: '重新判定项目', en: 'Deciding a project again' },
  'product.import': { zh: '导入产品', en: 'Import of products' },
  'supplier.import': { zh: '导入供应商', en: 'Import of suppliers' },
  'lineup.propose': { zh: '排品求解', en: 'Lineup' },
  'project.close': { zh: '项目归档', en: 'Closing of a project' },
  'standard.foresee': { zh: '预估法规变更的影响', en: 'Effect of a change of law' },
  'rule-pack.foresee': { zh: '预估规则包的影响', en: 'Effect of a pack of rules' },
  'archive.export': { zh: '制作归档', en: 'Making of an archive' },
})
const KNOWN = new Set<string>([
  'waiting',
  'running',
  'done',
  'failed',
  'cancelled',
  'project.decide',
  'product.import',
  'supplier.import',
  'lineup.propose',
  'project.close',
  'standard.foresee',
  'rule-pack.foresee',
  'archive.export',
])

/** The word for a kind of task or a state; a kind that has none by its id. */
export function useTaskText(): (word: string) => string {
  const t = useKnown()
  return (word) => (KNOWN.has(word) ? t(word as 'done') : word)
}

const COLOURS: Readonly<Record<string, string>> = { done: 'success', failed: 'error', running: 'processing' }

export function TaskState({ state }: { readonly state: string }) {
  const t = useTaskText()
  return <Tag color={COLOURS[state] ?? 'default'}>{t(state)}</Tag>
}
