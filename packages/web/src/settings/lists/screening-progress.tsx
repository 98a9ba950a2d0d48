import { Progress } from 'antd'
import { useTask } from '../../client/task.ts'
import { texts } from '../../texts/texts.ts'
import { ProblemNote } from '../../ui/page/problem-note.tsx'

const useText = texts('screening-progress', {
  adopting: { zh: '正在启用名单：{{done}} / {{of}} 个主体', en: 'The list is adopted: {{done}} of {{of}} parties' },
  running: { zh: '正在重新判定供应商：{{done}} / {{of}}', en: 'Suppliers are decided again: {{done}} of {{of}}' },
  done: {
    zh: '已重新判定 {{count}} 家供应商',
    en: { one: '{{count}} supplier is decided again', other: '{{count}} suppliers are decided again' },
  },
  failed: { zh: '任务未完成，请在“后台任务”中查看', en: 'The task did not end well: see Tasks' },
})

/** How far suppliers are with a list that was adopted or withdrawn. */
export function ScreeningProgress({ task }: { readonly task: string | undefined }) {
  const t = useText()
  const first = useTask(task)
  const adopts = first?.kind === 'screening-list.adopt'
  // once the list is in force its own task screens the suppliers
  const screens = adopts ? (first.result as { readonly task?: string } | null)?.task : undefined
  const next = useTask(screens)
  const told = next ?? first
  if (!told) return null
  const running = t(adopts && !next ? 'adopting' : 'running', { done: told.done, of: told.of ?? '…' })
  if (told.error) return <ProblemNote problem={told.error} />
  return (
    <div role="status" className="list-progress">
      {told.state === 'done' && (next || !adopts) ? (
        t('done', { count: told.done })
      ) : told.finishedAt && told.state !== 'done' ? (
        t('failed')
      ) : (
        <>
          {running}
          <Progress
            aria-label={running}
            percent={told.of ? Math.round((told.done / told.of) * 100) : 0}
            size="small"
            showInfo={false}
          />
        </>
      )}
    </div>
  )
}
