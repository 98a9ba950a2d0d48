import { taskWord } from '@haixuan/domain/kernel/task-words'
import { Tag } from 'antd'
import { texts, useSay } from '../texts/texts.ts'

const STATES = ['waiting', 'running', 'done', 'failed', 'cancelled'] as const
type State = (typeof STATES)[number]
const useStateText = texts('tasks', {
  waiting: { zh: '等待', en: 'waiting' },
  running: { zh: '进行中', en: 'running' },
  done: { zh: '完成', en: 'done' },
  failed: { zh: '失败', en: 'failed' },
  cancelled: { zh: '已取消', en: 'cancelled' },
})

/** The word for a kind of task or a state. */
export function useTaskText(): (word: string) => string {
  const t = useStateText()
  const say = useSay()
  return (word) => ((STATES as readonly string[]).includes(word) ? t(word as State) : say(taskWord(word)))
}

const COLOURS: Readonly<Record<string, string>> = { done: 'success', failed: 'error', running: 'processing' }

export function TaskState({ state }: { readonly state: string }) {
  const t = useTaskText()
  return <Tag color={COLOURS[state] ?? 'default'}>{t(state)}</Tag>
}
