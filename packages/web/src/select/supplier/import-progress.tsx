import { Button, Progress } from 'antd'
import { useTask } from '../../client/task.ts'
import { useFormats } from '../../texts/formats.ts'
import { texts } from '../../texts/texts.ts'
import { ProblemNote } from '../../ui/page/problem-note.tsx'
import './import-progress.css'

const useText = texts('supplier-import-progress', {
  running: { zh: '正在导入供应商：{{done}} / {{of}} 行', en: 'Suppliers are imported: {{done}} of {{of}} rows' },
  done: {
    zh: '已导入：新增 {{added}} · 已有 {{present}} · 未采用 {{rejected}}',
    en: 'Imported: {{added}} new · {{present}} on record before · {{rejected}} not taken in',
  },
  cancelled: { zh: '导入已取消；已登记的供应商保留。', en: 'Cancelled; what was taken in by then stays.' },
  csv: { zh: '下载原因（CSV）', en: 'Download the reasons (CSV)' },
  close: { zh: '知道了', en: 'Close' },
})
type Result = { readonly added: number; readonly present: number; readonly rejected: number }

/** How far a list of suppliers is taken in, and what came of it. */
export function ImportProgress({ task: id, onClose }: { readonly task: string; readonly onClose: () => void }) {
  const t = useText()
  const { number } = useFormats()
  const task = useTask(id)
  if (!task) return null
  const { added, present, rejected } = (task.result ?? { added: 0, present: 0, rejected: 0 }) as Result
  const running = t('running', { done: number(task.done), of: task.of === null ? '…' : number(task.of) })
  return (
    <div className="supplier-import" role="status">
      {task.error ? (
        <ProblemNote problem={task.error} />
      ) : task.finishedAt === null ? (
        <>
          {running}
          <Progress
            aria-label={running}
            percent={task.of ? Math.floor((task.done / task.of) * 100) : 0}
            size="small"
            showInfo={false}
          />
        </>
      ) : task.state === 'done' ? (
        t('done', { added: number(added), present: number(present), rejected: number(rejected) })
      ) : (
        t('cancelled')
      )}
      {task.finishedAt === null ? null : (
        <div className="supplier-import-foot">
          {rejected + present > 0 ? (
            <a href={`/api/v1/imports/${encodeURIComponent(id)}/rejected.csv`} download>
              {t('csv')}
            </a>
          ) : null}
          <Button size="small" onClick={onClose}>
            {t('close')}
          </Button>
        </div>
      )}
    </div>
  )
}
