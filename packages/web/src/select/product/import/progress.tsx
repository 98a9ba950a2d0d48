import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { Progress as Bar, Button } from 'antd'
import { useState } from 'react'
import { ask } from '../../../client/ask.ts'
import { useCommand } from '../../../client/command.ts'
import { type TaskNews, useNews } from '../../../client/live.ts'
import { useFormats } from '../../../texts/formats.ts'
import { texts, useSay } from '../../../texts/texts.ts'
import { Asked } from '../../../ui/page/asked.tsx'
import { Section } from '../../../ui/page/page.tsx'
import { ProblemNote } from '../../../ui/page/problem-note.tsx'

const useText = texts('import-progress', {
  waiting: { zh: '等待处理…', en: 'Waiting …' },
  running: { zh: '正在导入：{{done}} / {{of}} 行', en: 'Importing: {{done}} of {{of}} rows' },
  leave: { zh: '可以离开此页，导入会继续进行。', en: 'You may leave this page; the import goes on.' },
  cancel: { zh: '取消导入', en: 'Cancel' },
  cancelled: { zh: '导入已取消；已登记的产品保留。', en: 'Cancelled; what was taken in by then stays.' },
  failed: { zh: '导入失败', en: 'The import failed' },
  done: { zh: '导入完成', en: 'Imported' },
  added: { zh: '新增候选产品', en: 'New candidates' },
  present: { zh: '此前已有', en: 'There before' },
  repriced: { zh: '更新了价格', en: 'Took new prices' },
  rejected: { zh: '未采用', en: 'Not taken in' },
  duplicates: { zh: '清单内重复', en: 'Twice in the list' },
  open: { zh: '查看候选产品', en: 'See the candidates' },
  again: { zh: '再导入一份', en: 'Import another' },
  faults: { zh: '未采用的行', en: 'Rows that were not taken in' },
  csv: { zh: '下载全部原因（CSV）', en: 'Download all reasons (CSV)' },
  row: { zh: '行', en: 'Row' },
  field: { zh: '字段', en: 'Field' },
  reason: { zh: '原因', en: 'Reason' },
  more: { zh: '仅列出前 {{count}} 行，其余见下载文件。', en: 'The first {{count}} rows; the rest are in the file.' },
  all: { zh: '每一行均已采用。', en: 'Every row was taken in.' },
})

type Result = {
  readonly file: string
  readonly rows: number
  readonly added: number
  readonly present: number
  readonly repriced?: number
  readonly rejected: number
  readonly duplicates: number
  readonly notes: readonly { readonly zh: string; readonly en: string }[]
}
type Props = { readonly project: string; readonly task: string; readonly onAgain: () => void }

/** P2 · An import as it goes on, told by the server row by row, and what came of it. */
export function Progress({ project, task: id, onAgain }: Props) {
  const t = useText()
  const say = useSay()
  const formats = useFormats()
  const asked = useQuery(ask('task.get', { task: id }))
  const cancel = useCommand('task.cancel')
  const [news, setNews] = useState<TaskNews>()
  useNews({ task: (told) => told.id === id && setNews(told) })
  return (
    <Asked of={asked}>
      {(task) => {
        const open = task.state === 'waiting' || task.state === 'running'
        const done = Math.max(task.done, news?.done ?? 0)
        const of = task.of ?? news?.of ?? null
        const result = task.result as Result | null
        if (open)
          return (
            <Section title={task.state === 'waiting' ? t('waiting') : t('running', rowsOf(done, of, formats.number))}>
              <Bar percent={of ? Math.min(99, Math.floor((done / of) * 100)) : 0} status="active" />
              <p className="quiet">{t('leave')}</p>
              <Button
                size="small"
                loading={cancel.running}
                onClick={() => void cancel.run({ params: { task: id }, input: {} as never })}
              >
                {t('cancel')}
              </Button>
            </Section>
          )
        const error = task.error
        return (
          <>
            <Section title={task.state === 'failed' ? t('failed') : task.state === 'done' ? t('done') : t('cancelled')}>
              {error ? <ProblemNote problem={error} /> : null}
              {result ? (
                <>
                  <p className="quiet">{result.file}</p>
                  <div className="import-counts">
                    <Count name={t('added')} value={result.added} strong />
                    <Count name={t('present')} value={result.present} />
                    {result.repriced ? <Count name={t('repriced')} value={result.repriced} /> : null}
                    <Count name={t('rejected')} value={result.rejected} bad={result.rejected > 0} />
                    {result.duplicates > 0 ? <Count name={t('duplicates')} value={result.duplicates} /> : null}
                  </div>
                  {result.notes.map((note) => (
                    <p key={note.en} className="quiet">
                      {say(note)}
                    </p>
                  ))}
                </>
              ) : null}
              <div className="import-actions">
                <Button onClick={onAgain}>{t('again')}</Button>
                <Link to="/projects/$project/products" params={{ project }} search={{ sort: '-added' } as never}>
                  <Button type="primary">{t('open')}</Button>
                </Link>
              </div>
            </Section>
            {result && result.rejected > 0 ? <Faults task={id} /> : result ? <p className="quiet">{t('all')}</p> : null}
          </>
        )
      }}
    </Asked>
  )
}

const rowsOf = (done: number, of: number | null, number: (n: number) => string) => ({
  done: number(done),
  of: of === null ? '…' : number(of),
})

function Count({ name, value, strong, bad }: { name: string; value: number; strong?: boolean; bad?: boolean }) {
  const formats = useFormats()
  return (
    <div data-bad={bad || undefined} data-strong={strong || undefined}>
      <b>{formats.number(value)}</b>
      <span>{name}</span>
    </div>
  )
}

const SHOWN = 200

function Faults({ task }: { readonly task: string }) {
  const t = useText()
  const say = useSay()
  const asked = useQuery(ask('import.faults', { task }, { limit: SHOWN }))
  return (
    <Section
      title={t('faults')}
      beside={
        <a href={`/api/v1/imports/${encodeURIComponent(task)}/rejected.csv`} download>
          {t('csv')}
        </a>
      }
    >
      <Asked of={asked}>
        {({ rows, next }) => (
          <>
            <table className="plain-table">
              <thead>
                <tr>
                  <th>{t('row')}</th>
                  <th>{t('field')}</th>
                  <th>{t('reason')}</th>
                </tr>
              </thead>
              <tbody>
                {rows.map((f) => (
                  <tr key={f.row}>
                    <td>{f.row}</td>
                    <td>{f.name ? say(f.name) : f.field}</td>
                    <td>{say(f.reason)}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {next ? <p className="quiet">{t('more', { count: rows.length })}</p> : null}
          </>
        )}
      </Asked>
    </Section>
  )
}
