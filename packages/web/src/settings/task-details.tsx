import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { ask } from '../client/ask.ts'
import { useCommand } from '../client/command.ts'
import { useFormats } from '../texts/formats.ts'
import { texts } from '../texts/texts.ts'
import { Asked } from '../ui/page/asked.tsx'
import { Fact, Facts, Section } from '../ui/page/page.tsx'
import { ProblemNote } from '../ui/page/problem-note.tsx'
import { TaskState, useTaskText } from './task-state.tsx'

const useText = texts('task-details', {
  state: { zh: '状态', en: 'State' },
  progress: { zh: '进度', en: 'Progress' },
  started: { zh: '开始', en: 'Started' },
  finished: { zh: '结束', en: 'Finished' },
  project: { zh: '项目', en: 'Project' },
  result: { zh: '结果', en: 'Result' },
  cancel: { zh: '取消任务', en: 'Cancel the task' },
  close: { zh: '关闭', en: 'Close' },
})

/** What tasks come to, as far as it is a figure or a word; the rest is shown where it was asked for. */
const RESULTS = [
  'rows',
  'added',
  'present',
  'repriced',
  'products',
  'suppliers',
  'changed',
  'projects',
  'screened',
  'hits',
  'open',
  'slots',
  'filled',
  'released',
  'provisional',
  'objective',
  'bound',
  'proven',
  'version',
  'events',
  'file',
] as const
const useResultText = texts('task-results', {
  rows: { zh: '读取行数', en: 'Rows read' },
  added: { zh: '新增', en: 'Added' },
  present: { zh: '已有', en: 'There already' },
  repriced: { zh: '更新价格', en: 'Prices renewed' },
  products: { zh: '产品', en: 'Products' },
  suppliers: { zh: '供应商', en: 'Suppliers' },
  changed: { zh: '有变化', en: 'Changed' },
  projects: { zh: '项目', en: 'Projects' },
  screened: { zh: '已筛查', en: 'Screened' },
  hits: { zh: '命中', en: 'Hits' },
  open: { zh: '待认定', en: 'To be decided' },
  slots: { zh: '坑位', en: 'Slots' },
  filled: { zh: '已排', en: 'Filled' },
  released: { zh: '可放行', en: 'Ready to release' },
  provisional: { zh: '暂定', en: 'Provisional' },
  objective: { zh: '得分', en: 'Score' },
  bound: { zh: '得分上限', en: 'Bound of the score' },
  proven: { zh: '已证明最优', en: 'Proven best' },
  version: { zh: '版本', en: 'Version' },
  events: { zh: '事件', en: 'Events' },
  file: { zh: '文件', en: 'File' },
  yes: { zh: '是', en: 'yes' },
  no: { zh: '否', en: 'no' },
})

/** One task: how far it is, what came out, or what went wrong. */
export function TaskDetails() {
  const t = useText()
  const word = useTaskText()
  const came = useResultText()
  const { number, moment } = useFormats()
  const told = (value: unknown) =>
    typeof value === 'number' ? number(value) : typeof value === 'boolean' ? came(value ? 'yes' : 'no') : String(value)
  const { task } = useParams({ strict: false }) as { task: string }
  const found = useQuery(ask('task.get', { task }))
  const cancel = useCommand('task.cancel')
  return (
    <Asked of={found}>
      {(data) => (
        <Section title={word(data.kind)} beside={<Link to={'/settings/tasks' as never}>{t('close')}</Link>}>
          <Facts>
            <Fact name={t('state')}>
              <TaskState state={data.state} />
            </Fact>
            <Fact name={t('progress')}>
              {number(data.done)}
              {data.of ? ` / ${number(data.of)}` : ''}
            </Fact>
            <Fact name={t('started')}>{moment(data.createdAt)}</Fact>
            {data.finishedAt ? <Fact name={t('finished')}>{moment(data.finishedAt)}</Fact> : null}
            {data.project ? (
              <Fact name={t('project')}>
                <Link to="/projects/$project" params={{ project: data.project }}>
                  {data.projectName ?? data.project}
                </Link>
              </Fact>
            ) : null}
          </Facts>
          {data.error ? <ProblemNote problem={data.error} /> : null}
          {data.result ? (
            <>
              <h3 style={{ marginTop: 16 }}>{t('result')}</h3>
              <Facts>
                {RESULTS.filter((name) => name in (data.result as object)).map((name) => (
                  <Fact key={name} name={came(name)}>
                    {told((data.result as Readonly<Record<string, unknown>>)[name])}
                  </Fact>
                ))}
              </Facts>
            </>
          ) : null}
          {data.state === 'waiting' || data.state === 'running' ? (
            <Button loading={cancel.running} onClick={() => void cancel.run({ params: { task }, input: {} })}>
              {t('cancel')}
            </Button>
          ) : null}
        </Section>
      )}
    </Asked>
  )
}
