import { Progress } from 'antd'
import { useTask } from '../../client/task.ts'
import { texts } from '../../texts/texts.ts'

const useText = texts('screening-progress', {
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
  const told = useTask(task)
  if (!told) return null
  return (
    <div role="status" className="list-progress">
      {told.state === 'done' ? (
        t('done', { count: told.done })
      ) : told.finishedAt ? (
        t('failed')
      ) : (
        <>
          {t('running', { done: told.done, of: told.of ?? '…' })}
          <Progress
            aria-label={t('running', { done: told.done, of: told.of ?? '…' })}
            percent={told.of ? Math.round((told.done / told.of) * 100) : 0}
            size="small"
            showInfo={false}
          />
        </>
      )}
    </div>
  )
}
